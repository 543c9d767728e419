import * as vscode from 'vscode';

/** What we need of VS Code's own Git extension (`extensions/git/src/api/git.d.ts`). */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

interface Repository {
  readonly rootUri: vscode.Uri;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** How long is waited for Git, in milliseconds: nobody waits for a name. */
const PATIENCE = 1500;

/**
 * The name that Git knows the writer by.
 * @returns undefined where there is no Git, as in a browser, or no name.
 */
export async function gitUser(folder: vscode.Uri): Promise<string | undefined> {
  return await Promise.race([
    askGit(folder),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE)),
  ]);
}

async function askGit(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const repositories = git?.getAPI(1).repositories ?? [];
    const own = repositories.find(({ rootUri }) => `${folder.path}/`.startsWith(`${rootUri.path}/`));
    const local = own && (await own.getConfig('user.name'));
    const name = local || (await (own ?? repositories[0])?.getGlobalConfig('user.name'));
    return name?.trim() || undefined;
  } catch {
    return undefined; // Git is switched off, or isn't installed.
  }
}
