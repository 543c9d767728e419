import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { sampleSite } from '../../scripts/machine/places.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { parsePost } from '../../src/core/post/parse-post.ts';
import type { Post } from '../../src/core/post/post.ts';
import { mark, marks } from '../../src/core/shell/marks.ts';
import { neighboursOf } from '../../src/core/shell/neighbours.ts';
import { type BuiltPage, type Template, templateOf } from '../../src/core/shell/template.ts';
import type { SitePath } from '../../src/core/site/files.ts';
import { placementOf } from '../../src/core/site/placement.ts';
import { SiteStore } from '../../src/core/site/site-store.ts';
import { LineMap } from '../../src/core/text/line-map.ts';
import type { Content, Picture } from '../../src/protocol/content.ts';
import { bodyHtml, composeDocument } from '../../src/vscode/preview/compose.ts';
import { factsOf } from '../../src/vscode/preview/facts.ts';
import { openPreviewPage, type PreviewPage } from './preview-page.ts';

const { site } = await SiteStore.open(new NodeFiles(sampleSite), 'jigsaw', []);
const built = join(sampleSite, 'build_local');

let browser: Browser & AsyncDisposable;
before(async () => {
  browser = await launchChromium();
});
after(() => browser[Symbol.asyncDispose]());

/** Chromium's own margin of rounding, in pixels. */
const rounding = 1;

for (const name of [
  'the-long-mole.md',
  'winter-soup.md',
  'storm-notes.md',
  'library-roof.md',
  'gull-census.md',
]) {
  test(`${name} looks like its built page, element by element`, async () => {
    await using preview = await openPreviewPage(browser);
    const post = postNamed(name);
    await showInSite(preview, post);
    const shown = await boxes(preview.page, 36);
    await preview.page.goto(new URL(`/built/${pageOf(post)}`, preview.page.url()).href);
    const real = await boxes(preview.page, 0);
    assert.equal(shown.length, real.length);
    for (const [index, box] of real.entries()) {
      const other = shown[index];
      assert.equal(other?.name, box.name);
      assert.equal(other?.text, box.text);
      const isThere = box.place.every(
        (side, at) => Math.abs(side - (other?.place[at] ?? Number.NaN)) <= rounding,
      );
      assert.ok(isThere, `${box.name} “${box.text}” is at ${other?.place}, on the site at ${box.place}`);
    }
  });
}

test('the seed post stands in its built page, and what is broken in it is named there', async () => {
  await using preview = await openPreviewPage(browser);
  const post = postNamed('us-blames-iran.md');
  await showInSite(preview, post);
  const words = () => preview.page.evaluate(() => document.body.textContent.match(/\S+/g)?.join(' ') ?? '');
  const labels = await preview.page.locator('.cd-placeholder').allTextContents();
  assert.equal(labels.length, 2);
  const shown = labels.reduce((text, label) => text.replace(label, ''), await words());
  await preview.page.goto(new URL(`/built/${pageOf(post)}`, preview.page.url()).href);
  assert.equal(shown.replace(/\s+/g, ' '), await words());
});

test('a Blade post stands in its page, as far as it is text', async () => {
  await using preview = await openPreviewPage(browser);
  await showInSite(preview, postNamed('market-prices.blade.md'));
  assert.equal(await preview.page.locator('.prose').count(), 1);
  assert.equal(await preview.page.locator('.masthead, .colophon').count(), 2);
});

test('a new post is dressed in the page of another one, with its own words', async () => {
  await using preview = await openPreviewPage(browser);
  const text = `---
extends: _layouts.post
title: The Ice Boat
description: It sails on Sunday.
date: 2026-02-28
image: /assets/img/regatta.jpg
image_alt: Boats
author: harbour-desk
sections: [harbour, town]
keywords: ice, boats
---
Frozen from end to end.

![](/assets/img/gone.png)
`;
  const post = parsePost('source/_posts/ice-boat.md' as SitePath, text);
  await showInSite(preview, post, postNamed('winter-soup.md'));
  const { page } = preview;
  assert.equal(await page.textContent('h1'), 'The Ice Boat');
  assert.equal(await page.textContent('.standfirst'), 'It sails on Sunday.');
  assert.equal(await page.textContent('time'), '28 February 2026');
  assert.equal(await page.getAttribute('time', 'datetime'), '2026-02-28T00:00:00+00:00');
  assert.match((await page.getAttribute('.cover img', 'src')) ?? '', /regatta\.jpg$/);
  assert.match(
    (await page.textContent('.prose')) ?? '',
    /^\s*Frozen from end to end\.\s+Image not found\/assets\/img\/gone\.png\s*$/,
  );
  const texts = (selector: string) => page.locator(selector).allTextContents();
  assert.deepEqual(await texts('.kicker > *'), ['Harbour', 'Town']);
  assert.equal(await page.getAttribute('.kicker a:last-child', 'href'), '/sections/town');
  assert.deepEqual(await texts('.byline a'), ['Staff, Harbour Desk']);
  assert.equal(await page.getAttribute('.byline a', 'href'), '/authors/harbour-desk');
  assert.deepEqual(await texts('.byline span:last-child'), ['1 min read']);
  assert.deepEqual(await texts('.keywords > li'), ['ice', 'boats']);
  assert.deepEqual(await texts('.next-up a'), ['EarlierThe Wall That Holds the Sea']);
  assert.deepEqual(await texts('.colophon li'), [
    'Staff',
    'Staff, Culture Desk',
    'Staff, Harbour Desk',
    'Staff, Night Desk',
  ]);
  assert.doesNotMatch(await page.innerText('body'), /Chowder for the First/);
});

test('a new post beside the one in whose page it is shown leads there', async () => {
  await using preview = await openPreviewPage(browser);
  const text = '---\nextends: _layouts.post\ntitle: The Day After\ndate: 2025-10-31\n---\nSoup is left.\n';
  const post = parsePost('source/_posts/after.md' as SitePath, text);
  await showInSite(preview, post, postNamed('winter-soup.md'));
  assert.equal(await preview.page.textContent('h1'), 'The Day After');
  assert.deepEqual(await preview.page.locator('.next-up a').allTextContents(), [
    'EarlierA Chowder for the First Frost',
    'LaterNotes From a Night of Wind',
  ]);
});

test('what a post doesn’t have leaves no frame behind', async () => {
  await using preview = await openPreviewPage(browser);
  const post = parsePost('source/_posts/bare.md' as SitePath, '---\nextends: _layouts.post\n---\nBare.\n');
  await showInSite(preview, post, postNamed('the-long-mole.md'));
  const { page } = preview;
  assert.equal(await page.textContent('h1'), 'No title yet');
  assert.equal(await page.locator('.cover, .standfirst, .kicker, .keywords').count(), 0);
});

test('a post without a date says so where the page prints one, and no separator is left alone', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const write = (date: string) =>
    parsePost(
      'source/_posts/undated.md' as SitePath,
      `---\nextends: _layouts.post\ntitle: Soon\n${date}\n---\nSoon.\n`,
    );
  await showInSite(preview, write('date:'), postNamed('storm-notes.md'));
  const byline = async () => (await page.innerText('.byline')).replace(/\s+/g, ' ');
  assert.equal(await byline(), 'By Staff · No date yet · 1 min read');
  assert.equal(await page.getAttribute('time', 'datetime'), '');
  await showInSite(preview, write('date: soon'), postNamed('storm-notes.md'));
  assert.equal(await byline(), 'By Staff · soon · 1 min read');
  const html = (row: string) =>
    `<ul><li>Home</li></ul><p id="row">${row}</p><div ${marks.body}></div>`.replace(/\{(\w+)\}/g, (_, name) =>
      mark(name),
    );
  const rows = [
    ['<b>{author}</b> · <b>{description}</b> · <i>Here</i>', 'Here'],
    ['<i>Here</i> <span>|</span> <b>{author}</b>', 'Here'],
    ['<i>Here</i> · <b>{author}</b> · <i>there</i>', 'Here · there'],
    ['<i>Here</i> — <b>{title}</b>', 'Here — No title yet'],
  ] as const;
  const bare = { rootAttributes: {}, bodyAttributes: {}, marks, styles: [], darkClass: false };
  const content = { look: 'site' as const, head: {}, html: '', pictures: {}, dates: [] };
  for (const [index, [row, left]] of rows.entries()) {
    const template = 10 + index;
    await preview.post({ type: 'template', template: { ...bare, id: template, html: html(row) } });
    await preview.send({ ...content, template });
    assert.equal((await page.innerText('#row')).replace(/\s+/g, ' ').trim(), left);
  }
});

test('a cover that isn’t there is named, also in a page without a place for covers', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const write = (image: string) =>
    parsePost(
      'source/_posts/uncovered.md' as SitePath,
      `---\nextends: _layouts.post\ntitle: Soon\nimage: ${image}\n---\nSoon.\n`,
    );
  for (const as of ['us-blames-iran.md', 'winter-soup.md']) {
    await showInSite(preview, write('/assets/img/gone.jpg'), postNamed(as));
    const named = page.locator('.cd-placeholder');
    assert.deepEqual(await named.allTextContents(), ['Image not found/assets/img/gone.jpg'], as);
    await named.dblclick();
    assert.deepEqual((await preview.sent()).at(-1), { type: 'goToLine', line: 3 });
  }
  await showInSite(preview, write('/assets/img/regatta.jpg'), postNamed('us-blames-iran.md'));
  assert.equal(await page.locator('.cd-placeholder').count(), 0);
});

test('a keystroke touches the paragraph and nothing else', async () => {
  await using preview = await openPreviewPage(browser);
  const post = postNamed('the-long-mole.md');
  await showInSite(preview, post);
  const { page } = preview;
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seen', seen);
    new MutationObserver((records) => {
      for (const { target } of records) seen.push(target.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 1500);
  await page.waitForFunction(() => scrollY > 1000);
  await page.waitForTimeout(300);
  const place = await page.evaluate(() => scrollY);
  const changed = parsePost(
    post.path,
    post.text.replace('they were never put back.', 'they never were put back.'),
  );
  await preview.send(contentOf(changed, await templateFor(post)), { uri: 'file:///a.md' });
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
  assert.equal(seen.length, 1);
  assert.match(seen[0] ?? '', /they never were put back\.$/);
  assert.equal(await page.evaluate(() => scrollY), place);
});

test('page and editor scroll along, and a double click leads to the line', async () => {
  await using preview = await openPreviewPage(browser);
  const post = postNamed('the-long-mole.md');
  await showInSite(preview, post);
  const { page } = preview;
  const line = post.text.split('\n').findIndex((each) => each.startsWith('The girl at the fourth lamp said'));
  await preview.post({ type: 'reveal', line });
  const paragraph = page.locator('p', { hasText: 'The girl at the fourth lamp said' });
  const { y = 0 } = (await paragraph.boundingBox()) ?? {};
  assert.ok(Math.abs(y - 36) < 30, `${y}`);
  await paragraph.dblclick({ position: { x: 5, y: 5 } });
  await page.locator('h1').dblclick();
  const lines = (await preview.sent()).flatMap((sent) => (sent.type === 'goToLine' ? [sent.line] : []));
  assert.deepEqual(lines, [line, post.text.split('\n').findIndex((each) => each.startsWith('title:'))]);
});

test('with another look, nothing of the site is left', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const post = postNamed('winter-soup.md');
  const look = () =>
    page.evaluate(() => ({
      root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
      head: document.head.innerHTML,
      body: document.body.outerHTML.replace(/\s*<script.*?<\/script>|\s+(?=<|$)/gs, ''),
      ink: getComputedStyle(document.body).color,
      letters: getComputedStyle(document.body).fontFamily,
    }));
  await preview.show({ html: '<p>First.</p>' });
  const before = await look();
  await showInSite(preview, post);
  assert.notDeepEqual(await look(), before);
  await preview.show({ html: '<p>First.</p>' });
  assert.deepEqual(await look(), before);
});

test('a page that waits for a script is shown, and its top bar doesn’t hide below ours', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.post({
    type: 'template',
    template: {
      id: 9,
      rootAttributes: { class: 'no-js', onclick: 'harm()' },
      bodyAttributes: { class: 'page', style: 'margin: 3px' },
      html: `<header class="top">Top</header><main style="opacity: 0"><div ${marks.body}></div></main>`,
      marks,
      styles: [
        {
          css: '.top{position:sticky;top:0}.page main{color:rgb(1,2,3)}copydesk-chrome{display:none!important}',
        },
      ],
      darkClass: false,
    },
  });
  await preview.send({ look: 'site', template: 9, head: {}, html: '<p>Text.</p>', pictures: {}, dates: [] });
  const { page } = preview;
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
  assert.equal(await style('html', 'background-color'), 'rgb(255, 255, 255)');
  assert.equal(await style('main', 'opacity'), '1');
  assert.equal(await style('main', 'color'), 'rgb(1, 2, 3)');
  assert.equal(await style('.top', 'top'), '36px');
  assert.equal(await style('body', 'margin-left'), '3px');
  assert.ok(await page.locator('.cd-toolbar').isVisible());
  assert.equal(await page.getAttribute('html', 'onclick'), null);
});

test('the panel says which build it shows and how old it is, and how to make one', async () => {
  await using preview = await openPreviewPage(browser);
  const article = { look: 'article', head: {}, html: '<p>Text.</p>', pictures: {} } as const;
  const { page } = preview;
  const status = () => page.locator('.cd-status').textContent();
  const builtAt = Date.now() - 3 * 3_600_000 - 5000;
  const site = { kind: 'built', build: 'build_local', builtAt, remoteStyles: 0 } as const;
  await preview.send(article, { site });
  assert.equal(await status(), 'build_local, built 3 hours ago');
  await preview.send(article, { site: { ...site, dressedAs: 'Soup' } });
  assert.equal(await status(), 'build_local, built 3 hours ago. Dressed as “Soup”');
  await preview.send(article, { site: { kind: 'unbuilt', command: 'npm run build' } });
  assert.equal(await page.locator('.cd-strip p').textContent(), 'Run npm run build');
  assert.equal(await page.locator('.cd-strip code').textContent(), 'npm run build');
  await beginsBelow(page, '.cd-strip');
  await page.click('.cd-strip button');
  assert.equal(await page.locator('.cd-strip').count(), 0);
  await beginsBelow(page, '.cd-toolbar');
  const lost = { kind: 'lost', build: 'build_local' } as const;
  for (const [status, text] of [
    [{ ...lost, why: 'not-built' }, 'Nothing in build_local'],
    [{ ...lost, why: 'empty' }, 'Empty'],
    [{ ...lost, why: 'front-matter' }, 'Unreadable'],
    [{ ...lost, why: 'no-layout' }, 'No layout'],
    [{ ...lost, why: 'layout-missing', layout: '_layouts.pots' }, 'No _layouts.pots'],
  ] as const) {
    await preview.send(article, { site: status });
    assert.equal(await page.locator('.cd-strip p').textContent(), text);
  }
  await preview.send(article, { site: { ...site, remoteStyles: 2 } });
  assert.equal(await page.locator('.cd-strip p').textContent(), 'Plainer than the real one.');
  const pictures: Record<string, Picture> = {};
  for (const name of ['one', 'two']) {
    pictures[name] = { kind: 'remote', url: `https://example.com/${name}.png` };
    await preview.send({ ...article, look: 'site', template: 1, dates: [], pictures }, { site });
  }
  assert.match((await page.locator('.cd-strip p').textContent()) ?? '', /^Not loaded: 2/);
});

test('in a narrow panel, all that the bar says can be read', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const article = { look: 'article', head: {}, html: '<p>Text.</p>', pictures: {} } as const;
  const dressedAs = 'Eight Hundred Small Fires, and Not One Out of Place';
  const site = { kind: 'built', build: 'build_production', builtAt: 0, dressedAs, remoteStyles: 2 } as const;
  await preview.send(article, { site });
  for (const width of [300, 400, 500]) {
    await page.setViewportSize({ width, height: 600 });
    const hidden = await page
      .locator('.cd-status, .cd-strip p, .cd-toolbar')
      .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length);
    assert.equal(hidden, 0, `at ${width} pixels`);
    const lock = await page.getByRole('button', { name: 'Stay with this post' }).boundingBox();
    assert.ok(lock && lock.x + lock.width <= width);
    const looks = await page.getByRole('radiogroup', { name: 'Look' }).boundingBox();
    assert.ok(looks && lock.y < looks.y + looks.height && lock.x > looks.x + looks.width);
    await beginsBelow(page, '.cd-strip');
  }
  await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('radio', { name: 'Article' }).focus();
  const reached: string[] = [];
  for (let step = 0; step < 2; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(focusedInBar));
  }
  assert.deepEqual(reached, ['cd-lock cd-icon', 'editor']);
});

/** What of our bar has the keyboard: a choice by its value, a button by its class. */
function focusedInBar(): string {
  const focused = document.querySelector('copydesk-chrome')?.shadowRoot?.activeElement;
  return focused?.getAttribute('value') ?? focused?.className ?? '';
}

/** Waits until the page begins where the lowest part of our bar ends. */
async function beginsBelow(page: Page, part: string): Promise<void> {
  const { y = 0, height = 0 } = (await page.locator(part).boundingBox()) ?? {};
  await page.waitForFunction((end) => document.body.getBoundingClientRect().top === end, y + height);
}

/** Shows a post in the page of a build: its own, or that of the post it is dressed as. */
async function showInSite(preview: PreviewPage, post: Post, as: Post = post): Promise<void> {
  const beside = as === post ? undefined : { own: neighboursOf(as, site), shown: neighboursOf(post, site) };
  const template = await templateFor(as, beside);
  const { printed: _, remoteStyles: __, ...wanted } = template;
  await preview.post({ type: 'template', template: { id: 1, ...wanted } });
  await preview.send(contentOf(post, template), {
    uri: 'file:///a.md',
    lineCount: new LineMap(post.text).lineCount,
  });
}

function contentOf(post: Post, template: Template): Content {
  const files = { addressOf: (path: string) => path.replace(/^source/, ''), sizeOf: () => undefined };
  const status = { kind: 'unbuilt' } as const;
  const dressing = { id: 1, template, status };
  const composing = {
    post,
    site,
    uri: 'file:///a.md',
    language: 'en',
    files,
    last: undefined,
    isTyping: false,
    dressing,
  };
  return composeDocument(composing, 'site').content;
}

async function templateFor(post: Post, beside?: BuiltPage['beside']): Promise<Template> {
  const path = pageOf(post);
  const page = {
    path,
    html: await readFile(join(built, path), 'utf8'),
    body: bodyHtml(post, site, new LineMap(post.text)),
    facts: factsOf(post, site),
    ...(beside && { beside }),
  };
  const template = await templateOf(page, {
    read: (file) => readFile(join(built, file), 'utf8').catch(() => undefined),
    addressOf: (file) => `/${file}`,
  });
  assert.ok(template);
  return template;
}

function postNamed(name: string): Post {
  const post = site.posts.get(`source/_posts/${name}` as SitePath);
  assert.ok(post);
  return post;
}

function pageOf(post: Post): string {
  const { outputPath } = placementOf(post, site);
  assert.ok(outputPath);
  return outputPath;
}

/** Every element that is seen: its name, its own text, and its place, as if the page began that many pixels lower. */
async function boxes(page: Page, above: number) {
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  return await page.evaluate((bar) => {
    const elements = [...document.body.querySelectorAll('*')].filter(
      (element) => !element.closest('.cd-placeholder, img:not([src]), figure:has(.cd-placeholder)'),
    );
    return elements.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const text = [...element.childNodes]
        .map((node) => (node.nodeType === 3 ? node.nodeValue : ''))
        .join('');
      const words = text.replace(/\s+/g, ' ').trim();
      return { name: element.nodeName, text: words, place: [left, top + scrollY - bar, width, height] };
    });
  }, above);
}
