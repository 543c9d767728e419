import {
  decodePageState,
  decodeToPage,
  type Mark,
  type PreviewDocument,
  type Settings,
  type View,
} from '../protocol/messages.ts';
import { keepState, keptState, send } from './host.ts';
import { followLinks, goToPlace } from './links.ts';
import { takeTemplate } from './looks/site.ts';
import { Marks } from './marks.ts';
import { ScrollSync } from './scroll-sync.ts';
import { SiteReport } from './site-report.ts';
import { Stage } from './stage.ts';
import { StaleNotice } from './stale-notice.ts';
import { Toolbar } from './toolbar.ts';

const toolbar = new Toolbar(choose);
const stage = new Stage();
const report = new SiteReport((status) => toolbar.say(status));
const stale = new StaleNotice();
const marks = new Marks();
const scroll = new ScrollSync(remember);
/** Addresses of pictures that didn't load. */
const failed = new Set<string>();
let settings: Settings | undefined;
let view: View | undefined;
let shown: PreviewDocument | undefined;
let problems: { readonly uri: string; readonly marks: readonly Mark[] } | undefined;

addEventListener('error', ({ message }) => send({ type: 'error', message }));
addEventListener('unhandledrejection', ({ reason }) => send({ type: 'error', message: String(reason) }));

addEventListener('message', ({ data }) => {
  const message = decodeToPage(data);
  if (!message.ok) {
    send({ type: 'error', message: `The page refused a message: ${message.reason}` });
    return;
  }
  switch (message.value.type) {
    case 'settings':
      settings = message.value.settings;
      render();
      break;
    case 'view':
      showView(message.value.view);
      break;
    case 'template':
      takeTemplate(message.value.template);
      break;
    case 'show':
      show(message.value.document, message.value.line);
      break;
    case 'moved':
      if (shown !== undefined) shown = { ...shown, uri: message.value.uri };
      remember();
      break;
    case 'stale':
      if (settings !== undefined) stale.show(message.value, settings.strings, shown !== undefined);
      break;
    case 'problems':
      problems = message.value;
      showProblems();
      break;
    case 'goToPlace':
      if (!goToPlace(message.value.fragment)) send({ type: 'openLink', href: `#${message.value.fragment}` });
      break;
    case 'reveal':
      scroll.reveal(message.value.line);
      break;
  }
});

// A picture that can't be had is named instead. The event doesn't bubble.
document.addEventListener(
  'error',
  ({ target }) => {
    const address = target instanceof HTMLImageElement ? target.getAttribute('src') : null;
    if (address === null || failed.has(address)) return;
    failed.add(address);
    render();
  },
  { capture: true },
);

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button?.matches('.cd-show-remote')) send({ type: 'allowRemoteImages' });
  if (button?.matches('.cd-remote-setting')) send({ type: 'openRemoteSetting' });
  // In other looks, a button may be the site's.
  const field = shown?.content.look === 'cards' ? button?.dataset['field'] : undefined;
  if (field !== undefined) send({ type: 'goToField', field });
});

document.addEventListener('dblclick', ({ target, clientY }) => {
  if (!(target instanceof Element) || target.closest('a, button, summary, video, audio')) return;
  const line = stage.lines?.lineOf(target, clientY);
  if (line !== undefined) send({ type: 'goToLine', line });
});

// What was measured in another font is measured anew.
document.fonts.addEventListener('loadingdone', render);

followLinks((link, clientY) => stage.lines?.lineOf(link, clientY));
send({ type: 'ready' });

function choose(chosen: View): void {
  view = chosen;
  render();
  remember();
  send({ type: 'choose', view: chosen });
}

function showView(next: View): void {
  const isFirst = view === undefined;
  view = next;
  render();
  const kept = isFirst ? decodePageState(keptState()) : undefined;
  if (kept?.ok && kept.value.inBar) toolbar.takeKeyboard();
  remember();
}

/** @param line where the editor is, if it leads */
function show(next: PreviewDocument, line: number | undefined): void {
  if (shown !== undefined && next.sequence < shown.sequence) return;
  const another = shown?.uri !== next.uri;
  const start = line ?? (another ? lineToRestore(next.uri) : scroll.line);
  const turned = shown?.content.look !== next.content.look;
  shown = next;
  stale.clear();
  render();
  if (another || turned) scroll.begin(start);
  else scroll.patched();
  remember();
}

function render(): void {
  if (settings === undefined || view === undefined) return;
  toolbar.show(view, settings.strings);
  if (shown === undefined) return;
  report.show(shown, settings);
  document.documentElement.dataset['look'] = shown.content.look;
  document.documentElement.dataset['paper'] = shown.content.look === 'article' ? view.paper : 'editor';
  stage.show(shown, { settings, failed });
  scroll.follow(stage.lines);
  marks.follow(stage.lines, settings.strings);
  showProblems();
}

function showProblems(): void {
  marks.set(problems !== undefined && problems.uri === shown?.uri ? problems.marks : []);
}

function remember(): void {
  if (shown === undefined || view === undefined) return;
  keepState({ uri: shown.uri, line: scroll.line, view, inBar: toolbar.hasKeyboard });
}

/** The line at which this post was last seen here, or its start. */
function lineToRestore(uri: string): number {
  const kept = decodePageState(keptState());
  return kept.ok && kept.value.uri === uri ? kept.value.line : 0;
}
