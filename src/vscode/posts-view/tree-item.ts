import * as vscode from 'vscode';
import type { PostGroup } from '../../core/overview/arrange.ts';
import type { PostState, PostSummary } from '../../core/overview/post-summary.ts';
import { fieldOf } from '../../core/post/fields.ts';
import { pageAddress } from '../../core/site/page-address.ts';
import { cutAtWord } from '../../core/text/cut-at-word.ts';
import { escaped } from '../assist/markdown.ts';
import type { GroupNode, Node, PostNode, ShelfNode, ViewState } from './nodes.ts';

/** Shows more of a list. */
export const SHOW_MORE = 'copydesk.posts.showMore';

const { None: LEAF, Collapsed: CLOSED, Expanded: OPEN } = vscode.TreeItemCollapsibleState;

/** Dates are told on the site's clock, which is UTC. */
const dates = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
const inWords = dates({ dateStyle: 'medium' });
const months = dates({ month: 'long' });
const daysOfMonth = dates({ month: 'short', day: 'numeric' });
const monthsOfYear = dates({ month: 'short', year: 'numeric' });

/** A row as VS Code shows it. */
export function toTreeItem(node: Node, state: ViewState): vscode.TreeItem {
  const item = itemFor(node, state);
  item.id = node.id;
  item.contextValue = node.kind;
  return item;
}

function itemFor(node: Node, state: ViewState): vscode.TreeItem {
  switch (node.kind) {
    case 'site': {
      const item = new vscode.TreeItem(
        vscode.workspace.asRelativePath(vscode.Uri.parse(node.id), true),
        OPEN,
      );
      item.iconPath = new vscode.ThemeIcon('globe');
      return item;
    }
    case 'shelf':
      return shelfItem(node, state);
    case 'group':
      return groupItem(node, state);
    case 'post':
      return postItem(node, state);
    case 'more': {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', node.rest), LEAF);
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      item.command = { command: SHOW_MORE, title: '', arguments: [node] };
      return item;
    }
  }
}

function shelfItem({ shelf, posts }: ShelfNode, { filter }: ViewState): vscode.TreeItem {
  const label = shelf.collection ?? vscode.l10n.t('Pages');
  // What a filter has found is to be seen.
  const item = new vscode.TreeItem(label, filter !== '' || shelf.holdsPosts ? OPEN : CLOSED);
  item.description = String(posts.length);
  item.iconPath = new vscode.ThemeIcon(shelf.holdsPosts ? 'book' : 'library');
  return item;
}

function groupItem({ group }: GroupNode, { filter }: ViewState): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group), filter !== '' || group.isOpen ? OPEN : CLOSED);
  item.description = String(group.posts.length);
  return item;
}

function groupLabel({ by }: PostGroup): string {
  switch (by.kind) {
    case 'state':
      return stateLabel(by.state);
    case 'year':
      return String(by.year);
    case 'month':
      return months.format(Date.UTC(by.year, by.month));
    case 'undated':
      return vscode.l10n.t('Without a date');
  }
}

function stateLabel(state: PostState): string {
  switch (state) {
    case 'problems':
      return vscode.l10n.t('With problems');
    case 'incomplete':
      return vscode.l10n.t('Incomplete');
    case 'future':
      return vscode.l10n.t('Dated in the future');
    case 'ready':
      return vscode.l10n.t('Ready');
  }
}

/** First of all a row says what the list is sorted by: what stands behind a long title isn't seen in a side bar. */
function postItem({ summary, uri, parent }: PostNode, { sort }: ViewState): vscode.TreeItem {
  const date = shortDate(summary, parent);
  const isDateFirst = sort === 'date' && date !== undefined;
  const item = new vscode.TreeItem(isDateFirst ? `${date} · ${summary.title}` : summary.title, LEAF);
  if (!isDateFirst) item.description = date ?? '';
  item.iconPath = iconOf(summary);
  // Gives the row the colours and the badges that the file has in the explorer: problems, changes.
  item.resourceUri = uri;
  item.command = { command: 'vscode.open', title: '', arguments: [uri] };
  const told = [summary.title, dateInWords(summary), stateLabel(summary.state)];
  item.accessibilityInformation = { label: told.filter(Boolean).join(', ') };
  return item;
}

/** As much of the date as the rows above don't say, and as a side bar has room for. */
function shortDate({ date }: PostSummary, parent: Node | undefined): string | undefined {
  if (!date) return undefined;
  const above = parent?.kind === 'group' ? parent.group.by.kind : undefined;
  const isYearSaid = above === 'year' || above === 'month';
  const isThisYear = date.getUTCFullYear() === new Date().getUTCFullYear();
  return (isYearSaid || isThisYear ? daysOfMonth : monthsOfYear).format(date);
}

function dateInWords({ date }: PostSummary): string | undefined {
  return date && inWords.format(date);
}

function iconOf({ state, severity }: PostSummary): vscode.ThemeIcon {
  switch (state) {
    case 'problems':
      return severity === 'error'
        ? new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'))
        : new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case 'incomplete':
      return new vscode.ThemeIcon('edit');
    case 'future':
      return new vscode.ThemeIcon('calendar');
    case 'ready':
      return new vscode.ThemeIcon('note');
  }
}

/** How much of a description a tooltip holds, in characters. */
const LONGEST_ABOUT = 240;

/** What a pointer that rests on a post is told: the address, what it is about, the file and its state. */
export function tooltipOf({ summary, folder }: PostNode): vscode.MarkdownString {
  const { post, title, state } = summary;
  const address = pageAddress(post, folder.site);
  const description = fieldOf(post, 'description')?.node.value;
  const about = typeof description === 'string' ? cutAtWord(description.trim(), LONGEST_ABOUT) : '';
  const facts = [dateInWords(summary), stateLabel(state), post.path].filter(Boolean).join(' · ');
  const rest = [about, address?.url ?? '', facts].filter(Boolean).map(escaped);
  return new vscode.MarkdownString([`**${escaped(title)}**`, ...rest].join('\n\n'));
}
