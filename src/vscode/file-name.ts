import * as vscode from 'vscode';

/** What is wrong with a file's name: characters and names that some system doesn't take, and what makes no post. */
export function mistakeInName(name: string): string | undefined {
  if (!/\.(?:md|markdown|mdown|blade\.php)$/.test(name)) return vscode.l10n.t('The name must end in .md.');
  if (/[\\/:*?"<>|\p{Cc}]/u.test(name) || name.startsWith('.')) {
    return vscode.l10n.t('A file name can’t start with a dot or hold any of \\ / : * ? " < > |');
  }
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)\./i.test(name)) {
    return vscode.l10n.t('Windows keeps this name for itself. Choose another one.');
  }
  if (new TextEncoder().encode(name).length > 200) return vscode.l10n.t('This name is too long.');
  return undefined;
}
