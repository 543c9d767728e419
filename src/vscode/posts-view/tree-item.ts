import * as vscode from 'vscode';
import { postCount } from '../../core/assist/post-count.ts';
import type { PostGroup } from '../../core/overview/arrange.ts';
import type { PostState, PostSummary } from '../../core/overview/post-summary.ts';
import { fieldOf } from '../../core/post/fields.ts';
import { pageAddress } from '../../core/site/page-address.ts';
import { toText } from '../convert.ts';
import type { Node, PostNode, ShelfNode } from './nodes.ts';

/** Shows more of a list. */
export const SHOW_MORE = 'copydesk.posts.showMore';

const { None: LEAF, Collapsed: CLOSED, Expanded: OPEN } = vscode.TreeItemCollapsibleState;

/** Dates are told on the site's clock, which is UTC. */
const dates = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
const inWords = dates({ dateStyle: 'medium' });
const months = dates({ month: 'long' });
const days = dates({ day: 'numeric' });
const daysOfMonth = dates({ month: 'short', day: 'numeric' });
const monthsOfYear = dates({ month: 'short', year: 'numeric' });

/** A row as VS Code shows it. @param isFiltered whether only some posts are shown, so that all are to be seen. */
export function toTreeItem(node: Node, isFiltered: boolean): vscode.TreeItem {
  const item = itemFor(node, isFiltered);
  item.id = node.id;
  item.contextValue = node.kind;
  return item;
}

function itemFor(node: Node, isFiltered: boolean): vscode.TreeItem {
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
      return shelfItem(node, isFiltered);
    case 'group': {
      const isUrgent = node.group.by.kind === 'state' && node.group.by.state === 'problems';
      const item = new vscode.TreeItem(groupLabel(node.group), isFiltered || isUrgent ? OPEN : CLOSED);
      item.description = String(node.group.posts.length);
      return item;
    }
    case 'post':
      return postItem(node);
    case 'more': {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', node.rest), LEAF);
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      item.command = { command: SHOW_MORE, title: '', arguments: [node] };
      return item;
    }
  }
}

function shelfItem({ shelf, posts }: ShelfNode, isFiltered: boolean): vscode.TreeItem {
  const label = shelf.collection ?? vscode.l10n.t('Pages');
  const item = new vscode.TreeItem(label, isFiltered || shelf.holdsPosts ? OPEN : CLOSED);
  item.description = String(posts.length);
  item.tooltip = toText(postCount(posts.length));
  item.iconPath = new vscode.ThemeIcon(shelf.holdsPosts ? 'book' : 'library');
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

function postItem({ summary, uri, parent }: PostNode): vscode.TreeItem {
  const item = new vscode.TreeItem(summary.title, LEAF);
  item.description = shortDate(summary, parent) ?? '';
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
  if (above === 'month') return days.format(date);
  const isThisYear = date.getUTCFullYear() === new Date().getUTCFullYear();
  return (above === 'year' || isThisYear ? daysOfMonth : monthsOfYear).format(date);
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
      return new vscode.ThemeIcon('clock');
    case 'ready':
      return new vscode.ThemeIcon('note');
  }
}

/** What a pointer that rests on a post is told: the address, what it is about, the file and its state. */
export function tooltipOf({ summary, folder }: PostNode): vscode.MarkdownString {
  const { post, title, state } = summary;
  const address = pageAddress(post, folder.site);
  const description = fieldOf(post, 'description')?.node.value;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  if (typeof description === 'string' && description.trim())
    text.appendText(description.trim()).appendMarkdown('\n\n');
  if (address) text.appendText(address.url).appendMarkdown('\n\n');
  text.appendText([dateInWords(summary), stateLabel(state), post.path].filter(Boolean).join(' · '));
  return text;
}
