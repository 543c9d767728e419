import * as vscode from 'vscode';
import type { Reader } from '../../core/assist/date-in-words.ts';

/** The language of the editor, and the time zone that it runs in. */
export function reader(): Reader {
  return { language: vscode.env.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
