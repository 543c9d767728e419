import * as vscode from 'vscode';
import type { PostTarget } from '../core/compose/post-target.ts';

/** Where readers would find a post, and its file. */
export function whereabouts({ path, address }: PostTarget): string {
  return address
    ? vscode.l10n.t('{0} — the file is {1}', address.url, path)
    : vscode.l10n.t('The file is {0}', path);
}

/** What is in the way of a post's file or address, if anything is. */
export function collisionOf({ path, sameFile, sameAddress, address }: PostTarget): string | undefined {
  if (sameFile !== undefined) {
    return sameFile === path
      ? vscode.l10n.t('{0} is already there.', sameFile)
      : vscode.l10n.t('{0} is already there, and many computers can’t tell the two apart.', sameFile);
  }
  if (sameAddress === undefined) return undefined;
  return vscode.l10n.t(
    '{0} already has the address {1}, and one of the two would be lost.',
    sameAddress,
    address?.url ?? '/',
  );
}
