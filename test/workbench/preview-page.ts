import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { root, sampleSite } from '../../scripts/machine/places.ts';
import type { ArticleContent, CardsContent } from '../../src/protocol/content.ts';
import type { FromPage, PreviewDocument, Settings, ToPage, View } from '../../src/protocol/messages.ts';
import { pageHtml } from '../../src/vscode/preview/page-html.ts';

/** The preview's page as VS Code loads it, in a browser of its own, with us in the place of the extension. */
export interface PreviewPage extends AsyncDisposable {
  readonly page: Page;
  /** What the page sent, from its start. */
  sent(): Promise<readonly FromPage[]>;
  post(message: unknown): Promise<void>;
  /** Shows a document made of these parts, from the editor's line if given, and waits until the page has taken it. */
  show(parts: Partial<Omit<PreviewDocument, 'content'> & ArticleContent>, line?: number): Promise<void>;
  /** Shows what these cards say. */
  showCards(content: CardsContent): Promise<void>;
  /** Shows what a look is sent, with these parts of a document. */
  send(content: PreviewDocument['content'], parts?: Partial<PreviewDocument>, line?: number): Promise<void>;
  /** Every address that was asked for, but for the page's own files. Resolves when all is answered. */
  requests(): Promise<readonly string[]>;
}

export const strings: Settings['strings'] = {
  looks: { label: 'Look', site: 'Site', article: 'Article', cards: 'Cards' },
  papers: { label: 'Colours', editor: 'Editor', light: 'Light', dark: 'Dark' },
  lock: 'Stay with this post',
  unlock: 'Follow the active post',
  siteBuilt: '{0}, built {1}',
  siteDressed: 'Dressed as “{0}”',
  siteUnbuilt: 'Run {0}',
  siteLost: {
    'not-built': 'Nothing in {0}',
    empty: 'Empty',
    'front-matter': 'Unreadable',
    'no-layout': 'No layout',
    'layout-missing': 'No {0}',
  },
  remoteStyles: 'Plainer than the real one.',
  dismiss: 'Dismiss',
  stale: { gone: '{0} is gone', 'no-post': '{0} is no post' },
  staleText: 'As it was.',
  noTitle: 'No title yet',
  noDate: 'No date yet',
  noBody: 'Nothing written yet.',
  byline: 'By {0}',
  readingTime: '{0} min read',
  keywords: 'Keywords',
  imageWithoutSource: 'This image has no source',
  imageNotFound: 'Image not found',
  imageElsewhere: 'No image lies here',
  imageNotLoaded: 'This image could not be loaded',
  imageRemote: 'Image on another website',
  imageComputed: 'The build decides which image this is',
  imageUnfinished: 'Image',
  remoteSetting: 'Change the setting',
  problems: 'Problems',
  embed: 'Embedded content',
  remoteNotice: 'Not loaded: {0}',
  showRemoteImages: 'Always Load Them',
  cards: {
    social: 'Shared',
    search: 'Found',
    feed: 'Subscribed to',
    titleCut: '{0} of {1} pixels of the title',
    descriptionCut: '{0} of {1} pixels of the description',
    imageCut: '{0} % of the image',
    imageSmall: 'Only {0} × {1}',
    noImage: 'No image',
    missing: 'No {0}',
    standsIn: 'No {0}, something else',
    imageNotPrinted: 'No og:image',
    textNotPrinted: 'Not printed',
    unreadable: 'Unreadable',
    goToMistake: 'Go to the Mistake',
    goToField: 'Go to {0}',
    addField: 'Add {0}',
  },
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

export interface PreviewPageOptions {
  readonly remoteImages?: boolean;
  /** What an earlier life of the page kept with `setState`. */
  readonly state?: unknown;
  /** Leaves the content security policy out, to see whether the page is safe by itself. */
  readonly withoutPolicy?: boolean;
}

/** Loads the page. */
export async function openPreviewPage(
  browser: Browser,
  options: PreviewPageOptions = {},
): Promise<PreviewPage> {
  const remoteImages = options.remoteImages === true;
  const text = (file: string) => readFile(join(root, 'dist', file), 'utf8');
  const shell = pageHtml({
    script: await text('preview.js'),
    style: await text('preview.css'),
    siteStyle: await text('site.css'),
    addressOf: (file) => new URL(file, 'http://page/dist/').pathname,
    cspSource: `'self'`,
    nonce: 'n0nce',
    remoteImages,
    language: 'en',
    title: 'Preview',
  });
  const html = options.withoutPolicy ? shell.replace(/<meta http-equiv[^>]*>/, '') : shell;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = fileOf(path);
    const type = types[extname(path)] ?? 'text/html; charset=utf-8';
    const content = path === '/' ? Promise.resolve(html) : readFile(file ?? '');
    content.then(
      (body) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const own = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  const requests = new Set<string>();
  const pending = new Set<Request>();
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('request', (request) => {
    const url = request.url();
    pending.add(request);
    if (url !== `${own}/` && !url.startsWith(`${own}/dist/`)) requests.add(url.replace(own, ''));
  });
  // What the page's policy or the browser's own forbids never leaves the browser.
  page.on('requestfailed', (request) => {
    pending.delete(request);
    if (/^(?:csp|origin)$/.test(request.failure()?.errorText ?? '')) requests.delete(request.url());
  });
  await page.addInitScript((state) => {
    const sent: unknown[] = [];
    const api = {
      postMessage: (message: unknown) => sent.push(message),
      getState: () => state,
      setState: (next: unknown) => {
        state = next;
      },
    };
    Object.assign(window, { acquireVsCodeApi: () => api, sentByPage: sent, keptByPage: () => state });
  }, options.state);
  await page.goto(`${own}/`);

  let sequence = 0;
  const post = (message: unknown) =>
    page.evaluate(async (data) => {
      const taken = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      window.postMessage(data, '*');
      await taken;
    }, message);
  await post({ type: 'settings', settings: { remoteImages, strings } } satisfies ToPage);
  await post({ type: 'view', view } satisfies ToPage);
  const send: PreviewPage['send'] = (content, parts = {}, line) => {
    sequence += 1;
    const document = { ...emptyDocument, sequence, ...parts, content };
    return post({ type: 'show', document, line } satisfies ToPage);
  };
  return {
    page,
    requests: async () => {
      while (pending.size > 0) await page.waitForTimeout(20);
      return [...requests];
    },
    post,
    sent: () => page.evaluate(() => Reflect.get(window, 'sentByPage') as FromPage[]),
    show: ({ head = {}, html = '', pictures = {}, ...parts }, line) =>
      send({ look: 'article', head, html, pictures }, parts, line),
    showCards: (content) => send(content),
    send,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      server.close();
    },
  };
}

export const view: View = { look: 'article', paper: 'editor', locked: false };

const emptyDocument = {
  uri: 'file:///site/source/_posts/test.md',
  sequence: 1,
  lineCount: 100,
};

/** Which file the page's host serves at a path. */
function fileOf(path: string): string | undefined {
  if (path.startsWith('/dist/')) return join(root, path);
  if (path.startsWith('/built/')) return join(sampleSite, 'build_local', path.slice('/built/'.length));
  return path.startsWith('/assets/') ? join(sampleSite, 'source', path) : undefined;
}
