import * as vscode from 'vscode';

/** The writer's own choices, which the site and its CI don't share. Those that they do are in `copydesk.json`. */
export interface Settings {
  /** Whether the Problems panel shows all posts of the site or only the open ones. */
  readonly problems: 'site' | 'open';
  /** Whether the preview may load images from other websites. */
  readonly remoteImages: boolean;
  /** Whether other websites are asked if the images and links on them are there. */
  readonly remoteCheck: boolean;
  /** Whether a post's address is shown above it. */
  readonly addressLens: boolean;
  /** Where the site answers on this computer; undefined where the writer doesn't say. */
  readonly localSite: string | undefined;
  /** Whether links and images follow a file that is renamed or moved. */
  readonly updateLinks: 'prompt' | 'always' | 'never';
}

/**
 * The settings as they are now. What would go online is the writer's own or needs trust: the manifest says which, and
 * VS Code leaves out what a folder isn't allowed to set.
 * @param folder whose own settings count beside the writer's.
 */
export function settings(folder?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('copydesk', folder);
  return {
    problems: configuration.get('problems.scope') === 'open' ? 'open' : 'site',
    remoteImages: configuration.get('preview.remoteImages') === true,
    remoteCheck: configuration.get('remote.check') === true,
    addressLens: configuration.get('addressLens.enabled') !== false,
    localSite: address(configuration.get('localSite.address')),
    updateLinks: choice(configuration.get('updateLinksOnFileMove'), ['prompt', 'always', 'never']),
  };
}

/** An address of the web, or undefined for anything else. */
function address(value: unknown): string | undefined {
  const written = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\/\S+$/i.test(written) ? written : undefined;
}

/** One of the values that a setting may have: the first, unless another is set. */
function choice<T extends string>(value: unknown, allowed: readonly [T, ...T[]]): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}

/** Lets the preview load images from other websites, now and later: the writer's own setting, for every site. */
export async function allowRemoteImages(): Promise<void> {
  const everywhere = vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('copydesk').update('preview.remoteImages', true, everywhere);
}

/** Shows the writer that setting. */
export async function showRemoteImagesSetting(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', 'copydesk.preview.remoteImages');
}
