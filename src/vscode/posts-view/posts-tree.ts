import * as vscode from 'vscode';
import { momentOf } from '../../core/compose/last-post.ts';
import type { Desk } from '../sites/desk.ts';
import { Turn } from '../turn.ts';
import {
  changesBetween,
  type MoreNode,
  moreOf,
  type Node,
  Nodes,
  type PostNode,
  type ViewState,
} from './nodes.ts';
import { tooltipOf, toTreeItem } from './tree-item.ts';

/** The rows of the posts view, laid out anew when something about the posts has changed. */
export class PostsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #desk: Desk;
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  #state: ViewState;
  #shown: ReadonlyMap<string, number> = new Map();
  #nodes: Nodes;
  /** What VS Code was told last, where that is something else. */
  #told: Nodes | undefined;
  /** The rows as VS Code has them: it knows a row by its object, so that one stands for all that follow it. */
  #given = new Map<string, Node>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(desk: Desk, state: ViewState) {
    this.#desk = desk;
    this.#state = state;
    this.#nodes = this.#layOut();
  }

  get state(): ViewState {
    return this.#state;
  }

  set state(state: ViewState) {
    this.#state = state;
    this.#shown = new Map();
    this.refresh();
  }

  showMore(node: MoreNode): void {
    this.#shown = moreOf(this.#shown, node);
    this.#nodes = this.#layOut();
    this.#changed.fire(node.parent && this.#give(node.parent));
  }

  getChildren(node?: Node): Node[] {
    return this.#nodes.childrenOf(node && this.#present(node)).map((child) => this.#give(child));
  }

  getParent(node: Node): Node | undefined {
    const { parent } = this.#present(node);
    return parent && this.#give(parent);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(this.#present(node), this.#state);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const present = this.#present(node);
    if (present.kind === 'post') item.tooltip = tooltipOf(present);
    return item;
  }

  /** Reads the dates of all posts in advance, in turns, so that the first rows of a large site are there at once. */
  async readDates(): Promise<void> {
    const turn = new Turn();
    for (const { site } of this.#desk.folders) {
      for (const post of site.posts.values()) {
        momentOf(post);
        if (turn.isOver) await turn.next();
      }
    }
  }

  /** The row of a file, if the view shows it. */
  find(uri: vscode.Uri): PostNode | undefined {
    const folder = this.#desk.folderOf(uri);
    const path = folder?.pathOf(uri);
    return folder && path !== undefined ? this.#nodes.find(folder, path) : undefined;
  }

  /**
   * Takes over what has changed, and tells VS Code of the rows that are others now, and of no other. Nobody sees the
   * rows of a hidden view: those are told, and laid out, when it is shown.
   */
  follow(isShown: boolean): void {
    const told = this.#told ?? this.#nodes;
    this.#nodes = this.#layOut();
    this.#told = isShown ? undefined : told;
    if (!isShown) return;
    for (const row of changesBetween(told, this.#nodes)) this.#changed.fire(row && this.#give(row));
  }

  refresh(): void {
    this.#nodes = this.#layOut();
    this.#told = undefined;
    this.#given = new Map();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #layOut(): Nodes {
    return new Nodes(this.#desk.folders, this.#state, this.#shown, Date.now());
  }

  /** The row as it is now. */
  #present(node: Node): Node {
    return this.#nodes.get(node.id) ?? node;
  }

  #give(node: Node): Node {
    const given = this.#given.get(node.id) ?? node;
    this.#given.set(node.id, given);
    return given;
  }
}
