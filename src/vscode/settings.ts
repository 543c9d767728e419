import * as vscode from 'vscode';

/** The writer's own choices, which the site and its CI don't share. Those that they do are in `copydesk.json`. */
export interface Settings {
  /** Whether the Problems panel shows all posts of the site or only the open ones. */
  readonly problems: 'site' | 'open';
}

/** The settings as they are now. */
export function settings(): Settings {
  const configuration = vscode.workspace.getConfiguration('copydesk');
  return { problems: configuration.get('problems.scope') === 'open' ? 'open' : 'site' };
}
