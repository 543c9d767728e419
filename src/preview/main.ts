import { decodePageState, decodeToPage, type PreviewDocument, type Settings } from '../protocol/messages.ts';
import { buildArticle } from './article.ts';
import { element } from './element.ts';
import { keepState, keptState, send } from './host.ts';
import { Lines } from './lines.ts';
import { followLinks } from './links.ts';
import { patch } from './patch.ts';
import { ScrollSync } from './scroll-sync.ts';

const page = document.createElement('div');
document.body.append(page);
const lines = new Lines(page);
const scroll = new ScrollSync(lines, remember);
/** Addresses of pictures that didn't load. */
const failed = new Set<string>();
let settings: Settings | undefined;
let shown: PreviewDocument | undefined;

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
    case 'show':
      show(message.value.document);
      break;
    case 'reveal':
      scroll.reveal(message.value.line);
      break;
  }
});

// A picture that can't be had is named instead. The event doesn't bubble.
page.addEventListener(
  'error',
  ({ target }) => {
    const address = target instanceof HTMLImageElement ? target.getAttribute('src') : null;
    if (address === null || failed.has(address)) return;
    failed.add(address);
    render();
  },
  { capture: true },
);

page.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('button.cd-show-remote'))
    send({ type: 'allowRemoteImages' });
});

page.addEventListener('dblclick', ({ target, clientY }) => {
  if (!(target instanceof Element) || target.closest('a, button, summary, video, audio')) return;
  send({ type: 'goToLine', line: lines.lineOf(target, clientY) });
});

followLinks(page);
send({ type: 'ready' });

function show(next: PreviewDocument): void {
  if (shown !== undefined && next.sequence < shown.sequence) return;
  const another = shown?.uri !== next.uri;
  shown = next;
  render();
  if (another) scroll.reveal(lineToRestore(next.uri));
  remember();
}

function render(): void {
  if (shown === undefined || settings === undefined) return;
  const next = element('div', {}, buildArticle(shown, settings, failed));
  const done = lines.take(next, shown.lineCount);
  patch(page, next);
  done();
}

function remember(): void {
  if (shown !== undefined) keepState({ uri: shown.uri, line: scroll.line });
}

/** The line at which this post was last seen here, or its start. */
function lineToRestore(uri: string): number {
  const kept = decodePageState(keptState());
  return kept.ok && kept.value.uri === uri ? kept.value.line : 0;
}
