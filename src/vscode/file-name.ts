import * as vscode from 'vscode';
import { isNameless } from '../core/compose/typed-name.ts';

/** What is wrong with a post's file name: characters and names that some system doesn't take. */
export function mistakeInName(name: string): string | undefined {
  if (isNameless(name)) return vscode.l10n.t('Write a name for the file.');
  if (/[\\/:*?"<>|\p{Cc}]/u.test(name) || name.startsWith('.')) {
    return vscode.l10n.t('A file name can’t start with a dot or hold any of \\ / : * ? " < > |');
  }
  if (/^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*\./i.test(name)) {
    return vscode.l10n.t('Windows keeps this name for itself. Choose another one.');
  }
  if (new TextEncoder().encode(name).length > 200) return vscode.l10n.t('This name is too long.');
  return undefined;
}
