import type * as vscode from 'vscode';
import type { SitePath } from '../../core/site/files.ts';
import type { DeskPost } from '../sites/desk.ts';

/** The file at a path of a post's site; of a lone post, whose paths start at the disk's root, the file there. */
export function uriOf(path: string, { folder }: DeskPost, document: vscode.Uri): vscode.Uri {
  return folder ? folder.uriOf(path as SitePath) : document.with({ path: `/${path}` });
}
