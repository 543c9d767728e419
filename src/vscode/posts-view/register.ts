import * as vscode from 'vscode';
import { registerCommand } from '../command.ts';
import type { DocumentAtHand } from '../document-at-hand.ts';
import { Pace } from '../pace.ts';
import type { Desk } from '../sites/desk.ts';
import { unattended } from '../unattended.ts';
import { registerPostActions } from './actions.ts';
import { askForFilter } from './filter.ts';
import type { Node, ViewState } from './nodes.ts';
import { PostsTree } from './posts-tree.ts';
import { SHOW_MORE } from './tree-item.ts';

const VIEW = 'copydesk.posts';

/** Under which name the writer's choices are remembered for the workspace. */
const MEMORY = 'copydesk.posts.arrangement';

/** How often the view follows what happens in the site, in milliseconds: often enough to be true, seldom enough to be calm. */
const INTERVAL = 400;

/** How much of the extension host's time the rows may take while a large site is judged, and changes all the time. */
const MOST_OF_TIME = 0.05;

/** The posts view: every post of the workspace's sites, by date or by how far it is. */
export function registerPostsView(
  desk: Desk,
  atHand: DocumentAtHand,
  memory: vscode.Memento,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const tree = new PostsTree(desk, remembered(memory));
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });

  const tellState = () => {
    const { group, sort, filter } = tree.state;
    view.description = filter === '' ? '' : vscode.l10n.t('“{0}”', filter);
    tellContext({ group, sort, isFiltered: filter !== '' });
    tellMessage();
  };
  const set = (change: Partial<ViewState>) => {
    const before = tree.state;
    const after = { ...before, ...change };
    if (after.group === before.group && after.sort === before.sort && after.filter === before.filter) return;
    tree.state = after;
    void memory.update(MEMORY, after);
    tellState();
  };
  const tellMessage = () => {
    const { filter } = tree.state;
    const isEmpty = filter !== '' && view.visible && tree.getChildren().length === 0;
    view.message = isEmpty
      ? vscode.l10n.t('No post has “{0}” in its title, its path or its keywords.', filter)
      : '';
  };

  /** The post whose row is to be shown: a file that was made or renamed just now has none yet. */
  let sought: { readonly uri: vscode.Uri; readonly focus: boolean } | undefined;
  const show = () => {
    const row = view.visible && sought ? tree.find(sought.uri) : undefined;
    if (!row || !sought) return;
    const { focus } = sought;
    sought = undefined;
    // A row that can't be revealed has gone in the meantime.
    void view.reveal(row, { select: true, focus }).then(undefined, (error) => log.debug(error));
  };
  const seek = (uri: vscode.Uri | undefined, focus: boolean) => {
    // A renamed post comes to the front of the editors, too.
    sought = uri && { uri, focus: focus || (sought?.focus === true && sought.uri.path === uri.path) };
    show();
  };
  const seekActive = () => seek(atHand.document?.uri, false);
  const rows = new Pace(
    () => {
      tree.follow(view.visible);
      tellMessage();
      show();
    },
    INTERVAL,
    MOST_OF_TIME,
  );
  const count = new Pace(
    () => {
      tellSites(desk);
      view.badge = badgeOf(desk);
    },
    500,
    MOST_OF_TIME,
  );

  const command = (name: string, run: (node: Node) => unknown) =>
    registerCommand(log, `${VIEW}.${name}`, run);
  tellState();
  const begin = async () => {
    await desk.found();
    // Where there is no site, nothing is ever judged.
    count.ask();
    await tree.readDates();
  };
  unattended(log, begin());
  return vscode.Disposable.from(
    tree,
    view,
    count,
    rows,
    desk.onDidLint(() => {
      rows.ask();
      count.ask();
    }),
    atHand.onDidChange(seekActive),
    view.onDidChangeVisibility(() => {
      rows.ask();
      seekActive();
    }),
    command('groupByState', () => set({ group: 'state' })),
    command('groupByDate', () => set({ group: 'date' })),
    command('sortByTitle', () => set({ sort: 'title' })),
    command('sortByDate', () => set({ sort: 'date' })),
    command('filter', () => askForFilter(tree.state.filter, (filter) => set({ filter }))),
    command('clearFilter', () => set({ filter: '' })),
    registerCommand(log, SHOW_MORE, (node: Node) => {
      if (node.kind === 'more') tree.showMore(node);
    }),
    registerPostActions(desk, log, (uri) => seek(uri, true)),
  );
}

function remembered(memory: vscode.Memento): ViewState {
  const { group, sort, filter } = memory.get<Partial<Record<keyof ViewState, unknown>>>(MEMORY, {});
  return {
    group: group === 'state' ? 'state' : 'date',
    sort: sort === 'title' ? 'title' : 'date',
    filter: typeof filter === 'string' ? filter : '',
  };
}

function tellContext({
  group,
  sort,
  isFiltered,
}: Record<'group' | 'sort', string> & { readonly isFiltered: boolean }): void {
  void vscode.commands.executeCommand('setContext', `${VIEW}.group`, group);
  void vscode.commands.executeCommand('setContext', `${VIEW}.sort`, sort);
  void vscode.commands.executeCommand('setContext', `${VIEW}.isFiltered`, isFiltered);
}

/** Lets the view's welcome text say what is missing: a site, or its first post. */
function tellSites({ folders }: Desk): void {
  const hasPosts = folders.some(({ site }) => site.posts.size > 0);
  const found = folders.length === 0 ? 'none' : hasPosts ? 'some' : 'empty';
  void vscode.commands.executeCommand('setContext', 'copydesk.sites', found);
}

/** How many posts have a mistake in them. */
function badgeOf({ folders }: Desk): vscode.ViewBadge | undefined {
  let value = 0;
  for (const folder of folders) {
    for (const path of folder.site.posts.keys()) {
      if (folder.judgedProblemsOf(path)?.some(({ severity }) => severity === 'error')) value += 1;
    }
  }
  if (value === 0) return undefined;
  const tooltip =
    value === 1 ? vscode.l10n.t('1 post has errors') : vscode.l10n.t('{0} posts have errors', value);
  return { value, tooltip };
}
