import * as vscode from 'vscode';
import { fileName } from '../../core/site/file-index.ts';
import { decodeFromPage, type FromPage, type ToPage, type View } from '../../protocol/messages.ts';
import { allowRemoteImages, showRemoteImagesSetting } from '../settings.ts';
import type { Desk, DeskPost } from '../sites/desk.ts';
import { unattended } from '../unattended.ts';
import type { EditorScroll } from './editor-scroll.ts';
import { goToField } from './go-to-field.ts';
import { type FollowedLink, openLink } from './open-link.ts';

/** What a page may ask of its panel. */
export interface AskedPanel {
  readonly desk: Desk;
  readonly log: vscode.LogOutputChannel;
  /** That of the post, as it is now. */
  readonly document: vscode.TextDocument;
  readonly scroll: EditorScroll;
  /** Opens the post's document if it was closed; says whether its file is there. */
  reopen(): Promise<boolean>;
  /** The post that is shown; undefined when it is none any more. */
  post(): Promise<DeskPost | undefined>;
  send(message: ToPage): void;
  /** Sends all that a page needs that has just been loaded. */
  begin(): void;
  /** Shows the post in that way from now on. */
  choose(view: View): void;
}

/** Does what a page asks for. A message that is malformed is refused, and that is logged. */
export function answerPage(data: unknown, panel: AskedPanel): void {
  const message = decodeFromPage(data);
  if (!message.ok) {
    panel.log.warn(`The preview refused a message of its page: ${message.reason}`);
    return;
  }
  unattended(panel.log, answer(message.value, panel));
}

async function answer(message: FromPage, panel: AskedPanel): Promise<void> {
  const { desk, scroll } = panel;
  switch (message.type) {
    case 'ready':
      panel.begin();
      break;
    case 'choose':
      panel.choose(message.view);
      break;
    case 'revealed':
      scroll.reveal(message.line);
      break;
    case 'goToLine':
      if (await isThere(panel)) await scroll.goTo(panel.document, message.line);
      break;
    case 'goToField':
      if (await isThere(panel)) await goToField(message.field, panel.document.uri, desk, scroll.viewColumn);
      break;
    case 'openLink':
      if (await isThere(panel)) await follow(message, panel);
      break;
    case 'allowRemoteImages':
      await allowRemoteImages();
      break;
    case 'openRemoteSetting':
      await showRemoteImagesSetting();
      break;
    case 'error':
      panel.log.error(`The preview's page: ${message.message}`);
      break;
  }
}

/** Whether the post's file is there; the writer is told when it isn't. */
async function isThere(panel: AskedPanel): Promise<boolean> {
  if (await panel.reopen()) return true;
  const file = fileName(panel.document.uri.path);
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} is no longer there.', file));
  return false;
}

async function follow(
  { href, line }: Extract<FromPage, { type: 'openLink' }>,
  panel: AskedPanel,
): Promise<void> {
  const found = await panel.post();
  if (found === undefined) return;
  const link: FollowedLink = {
    href,
    seen: href.startsWith('#'),
    goToSource: line === undefined ? undefined : () => panel.scroll.goTo(panel.document, line),
    scrollTo: (fragment) => panel.send({ type: 'goToPlace', fragment }),
  };
  await openLink(link, found, panel.document.uri);
}
