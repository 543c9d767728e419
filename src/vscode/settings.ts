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

/** The settings as they are now. */
export function settings(): Settings {
  const configuration = vscode.workspace.getConfiguration('copydesk');
  return {
    problems: configuration.get('problems.scope') === 'open' ? 'open' : 'site',
    remoteImages: configuration.get('preview.remoteImages') === true,
    remoteCheck: trusted(configuration, 'remote.check') === true,
    addressLens: configuration.get('addressLens.enabled') !== false,
    localSite: address(trusted(configuration, 'localSite.address')),
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

/** A setting by which something goes online: a folder that nobody trusts yet can't set it, the writer's own holds. */
function trusted(configuration: vscode.WorkspaceConfiguration, key: string): unknown {
  return vscode.workspace.isTrusted ? configuration.get(key) : configuration.inspect(key)?.globalValue;
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
