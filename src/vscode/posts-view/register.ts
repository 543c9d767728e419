import * as vscode from 'vscode';
import { registerCommand } from '../command.ts';
import { Pace } from '../pace.ts';
import type { Desk } from '../sites/desk.ts';
import { registerPostActions } from './actions.ts';
import { askForFilter } from './filter.ts';
import type { Node, ViewState } from './nodes.ts';
import { PostsTree } from './posts-tree.ts';
import { SHOW_MORE } from './tree-item.ts';

const VIEW = 'copydesk.posts';

/** Under which name the writer's choices are remembered for the workspace. */
const MEMORY = 'copydesk.posts.arrangement';

/** The posts view: every post of the workspace's sites, by date or by how far it is. */
export function registerPostsView(
  desk: Desk,
  memory: vscode.Memento,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const tree = new PostsTree(desk, { ...remembered(memory), filter: '' });
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });

  const set = (change: Partial<ViewState>) => {
    tree.state = { ...tree.state, ...change };
    const { group, sort, filter } = tree.state;
    view.description = filter === '' ? '' : vscode.l10n.t('“{0}”', filter);
    tellContext({ group, sort, isFiltered: filter !== '' });
    void memory.update(MEMORY, { group, sort });
    tellMessage();
  };
  const tellMessage = () => {
    const { filter } = tree.state;
    const isEmpty = filter !== '' && tree.getChildren().length === 0;
    view.message = isEmpty
      ? vscode.l10n.t('No post has “{0}” in its title, its path or its keywords.', filter)
      : '';
  };

  const follow = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const row = view.visible && uri ? tree.find(uri) : undefined;
    // A row that can't be revealed has gone in the meantime.
    if (row)
      void view.reveal(row, { select: true, focus: false }).then(undefined, (error) => log.debug(error));
  };
  const count = new Pace(() => {
    tellSites(desk);
    view.badge = badgeOf(desk);
    tellMessage();
  }, 500);

  const command = (name: string, run: (node: Node) => unknown) =>
    registerCommand(log, `${VIEW}.${name}`, run);
  set({});
  // Where there is no site, nothing is ever judged.
  void desk.found().then(() => count.ask());
  return vscode.Disposable.from(
    tree,
    view,
    count,
    desk.onDidLint(() => count.ask()),
    vscode.window.onDidChangeActiveTextEditor(follow),
    view.onDidChangeVisibility(follow),
    command('groupByState', () => set({ group: 'state' })),
    command('groupByDate', () => set({ group: 'date' })),
    command('sortByTitle', () => set({ sort: 'title' })),
    command('sortByDate', () => set({ sort: 'date' })),
    command('filter', () => askForFilter(tree.state.filter, (filter) => set({ filter }))),
    command('clearFilter', () => set({ filter: '' })),
    registerCommand(log, SHOW_MORE, (node: Node) => {
      if (node.kind === 'more') tree.showMore(node);
    }),
    registerPostActions(desk, log, () => view.selection[0]),
  );
}

function remembered(memory: vscode.Memento): Pick<ViewState, 'group' | 'sort'> {
  const { group, sort } = memory.get<{ readonly group?: unknown; readonly sort?: unknown }>(MEMORY, {});
  return { group: group === 'state' ? 'state' : 'date', sort: sort === 'title' ? 'title' : 'date' };
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
      if (folder.judgedProblemsOf(path).some(({ severity }) => severity === 'error')) value += 1;
    }
  }
  if (value === 0) return undefined;
  const tooltip =
    value === 1 ? vscode.l10n.t('1 post has errors') : vscode.l10n.t('{0} posts have errors', value);
  return { value, tooltip };
}
