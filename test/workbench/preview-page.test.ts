import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import type { ArticleContent, CardsContent } from '../../src/protocol/content.ts';
import { openPreviewPage, type PreviewPage, view } from './preview-page.ts';

let browser: Browser & AsyncDisposable;
before(async () => {
  browser = await launchChromium();
});
after(() => browser[Symbol.asyncDispose]());

const ferry = '/assets/img/ferry-marigold.jpg';
const soup = '/assets/img/chowder.jpg';
const pictures: ArticleContent['pictures'] = {
  [ferry]: { kind: 'local', url: ferry },
  [soup]: { kind: 'local', url: soup },
  '/gone.png': { kind: 'missing' },
  '/vanishing.png': { kind: 'local', url: '/assets/img/vanishing.png' },
  'https://elsewhere.example/a.png': { kind: 'remote', url: 'https://elsewhere.example/a.png' },
};

test('an article has its head, its body and its keywords', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({
    head: {
      kicker: { names: ['Harbour', 'Town'].map((text) => ({ text, slug: text })), line: 1 },
      title: { text: 'High Water', line: 2 },
      description: { text: 'It came at six.', line: 3 },
      author: { text: 'The Night Desk', names: [{ text: 'The Night Desk', slug: 'night-desk' }], line: 4 },
      date: { text: '4 November 2025', iso: '2025-11-04T00:00:00.000Z', line: 5 },
      image: {
        address: ferry,
        picture: { kind: 'local', url: ferry },
        alt: 'A ferry',
        caption: 'At sea.',
        line: 6,
      },
      keywords: { names: ['tide', 'quay'].map((text) => ({ text, slug: text })), line: 7 },
      minutes: 1,
    },
    html: '<p>Up it comes.</p>',
  });
  const { page } = preview;
  assert.equal(await page.textContent('h1'), 'High Water');
  assert.equal(await page.textContent('.cd-kicker'), 'Harbour · Town');
  assert.equal(await page.textContent('.cd-standfirst'), 'It came at six.');
  assert.match(
    (await page.textContent('.cd-byline')) ?? '',
    /By The Night Desk.*4 November 2025.*1 min read/,
  );
  assert.equal(await page.getAttribute('time', 'datetime'), '2025-11-04T00:00:00.000Z');
  assert.equal(await page.textContent('figcaption'), 'At sea.');
  assert.equal(await page.textContent('.cd-body p'), 'Up it comes.');
  assert.deepEqual(await page.locator('.cd-keywords li').allTextContents(), ['tide', 'quay']);
  await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1200);
});

test('what is wanting is said', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({});
  const wanting = await preview.page.locator('.cd-wanting').allTextContents();
  assert.deepEqual(wanting, ['No title yet', 'No date yet', 'Nothing written yet.']);
});

test('a body that brings its own headline gets no second one', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ head: { title: { text: 'Twice', line: 1 } }, html: '<div><h1>Once</h1></div>' });
  assert.deepEqual(await preview.page.locator('h1').allTextContents(), ['Once']);
});

test('a change touches only what differs: pictures keep their elements', async () => {
  await using preview = await openPreviewPage(browser);
  const before = `<p>One.</p><p><img src="${ferry}"></p><p>Two.</p><p><img src="${soup}"></p><p>Three.</p>`;
  await preview.show({ html: before, pictures });
  const { page } = preview;
  await page.evaluate(() => {
    for (const [index, image] of [...document.images].entries()) Reflect.set(image, 'mark', index);
    const seen: string[] = [];
    Reflect.set(window, 'seen', seen);
    new MutationObserver((records) => {
      for (const { target } of records) seen.push(target.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const marks = () => page.evaluate(() => [...document.images].map((image) => Reflect.get(image, 'mark')));
  const seen = () => page.evaluate(() => (Reflect.get(window, 'seen') as string[]).splice(0));

  await preview.show({ html: before.replace('Two.', 'Two and a half.'), pictures });
  assert.deepEqual(await seen(), ['Two and a half.']);
  assert.deepEqual(await marks(), [0, 1]);

  await preview.show({ html: `<p>New.</p>${before}<p>End.</p>`, pictures });
  assert.deepEqual(await marks(), [0, 1]);

  await preview.show({ html: before.replace('<p>One.</p>', ''), pictures });
  assert.deepEqual(await marks(), [0, 1]);

  await preview.show({ html: before.replace(`<p><img src="${ferry}"></p>`, ''), pictures });
  assert.deepEqual(await marks(), [1]);
});

test('new lines above change nothing below', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<p data-line="3">One.</p><p data-line="5">Two.</p>' });
  await preview.page.evaluate(() => {
    Reflect.set(window, 'changes', 0);
    new MutationObserver((records) => {
      Reflect.set(window, 'changes', records.length);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await preview.show({ html: '<p data-line="13">One.</p><p data-line="15">Two.</p>' });
  assert.equal(await preview.page.evaluate(() => Reflect.get(window, 'changes')), 0);
});

/** Bodies of a few blocks, alike enough that one could be an edit of the other. */
const blocks = fc.array(
  fc.oneof(
    fc.constantFrom('One.', 'Two.', 'Three.').map((text) => `<p>${text}</p>`),
    fc.constantFrom(ferry, soup, '/gone.png', '').map((src) => `<p><img src="${src}" alt="x"></p>`),
    fc.constantFrom('a', 'b').map((id) => `<h2 id="${id}">Head</h2>`),
    fc
      .subarray(['<li>x</li>', '<li><p>y</p></li>', '<li>z</li>'])
      .map((items) => `<ul>${items.join('')}</ul>`),
    fc.constantFrom('right', 'center').map((side) => `<p style="text-align: ${side}">Aside <em>it</em>.</p>`),
    fc.constantFrom('<!-- x --> text &amp; more', '<details open><summary>S</summary>T</details>', '<hr>'),
    fc.constant('<div><p>In</p><table><tr><td>1</td></tr></table></div>'),
  ),
  { maxLength: 9 },
);

test('however a post is edited, the page equals the one shown afresh', async () => {
  await using live = await openPreviewPage(browser);
  await using fresh = await openPreviewPage(browser);
  const shown = () => document.body.innerHTML;
  await fc.assert(
    fc.asyncProperty(blocks, async (body) => {
      const html = body.join('\n');
      await live.show({ html, pictures });
      await fresh.show({ html: '', uri: 'file:///other.md' });
      await fresh.show({ html, pictures });
      assert.equal(await live.page.evaluate(shown), await fresh.page.evaluate(shown));
    }),
    { numRuns: 60 },
  );
});

test('what can’t be shown any more stays, and is said to be as it was', async () => {
  await using preview = await openPreviewPage(browser);
  const said = () => preview.page.getByRole('status').allTextContents();
  await preview.post({ type: 'stale', file: 'tide.md', why: 'gone' });
  assert.deepEqual(await said(), ['tide.md is gone']);
  await preview.show({ html: '<p>Up it comes.</p>' });
  assert.deepEqual(await said(), []);
  await preview.post({ type: 'stale', file: 'tide.md', why: 'no-post' });
  assert.deepEqual(await said(), ['tide.md is no post As it was.']);
  assert.equal(await preview.page.textContent('.cd-body'), 'Up it comes.');
});

test('an older document is not shown over a newer one', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<p>New.</p>', sequence: 9 });
  await preview.show({ html: '<p>Old.</p>', sequence: 8 });
  assert.equal(await preview.page.textContent('.cd-body'), 'New.');
});

test('pictures that are not there are named', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({
    html: '<img src="/gone.png" alt="A gull"><img alt=""><img src="https://elsewhere.example/a.png"><img src="/vanishing.png">',
    pictures,
  });
  const { page } = preview;
  await page.waitForFunction(() => document.querySelectorAll('.cd-placeholder').length === 4);
  const labels = await page
    .locator('.cd-placeholder')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  assert.deepEqual(labels, [
    'Image not found: /gone.png: A gull',
    'This image has no source',
    'Image on another website: https://elsewhere.example/a.png',
    'Image not found: /vanishing.png',
  ]);
  assert.deepEqual(await preview.requests(), ['/assets/img/vanishing.png']);
});

test('remote pictures wait for the writer’s leave', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<img src="https://elsewhere.example/a.png">', pictures });
  await preview.page.click('text=Always Load Them');
  assert.deepEqual((await preview.sent()).at(-1), { type: 'allowRemoteImages' });
  assert.deepEqual(await preview.requests(), []);
  await using allowed = await openPreviewPage(browser, { remoteImages: true });
  await allowed.show({ html: '<img src="https://elsewhere.example/a.png">', pictures });
  await allowed.page.waitForSelector('text=This image could not be loaded');
  assert.deepEqual(await allowed.requests(), ['https://elsewhere.example/a.png']);
});

test('the placeholder of a remote picture leads to the setting', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<img src="https://elsewhere.example/a.png">', pictures });
  await preview.page.getByRole('button', { name: 'Change the setting' }).press('Enter');
  assert.deepEqual((await preview.sent()).at(-1), { type: 'openRemoteSetting' });
});

test('a picture keeps its place before it is there', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/ferry-marigold.jpg', async (route) => {
    await arrival;
    await route.continue();
  });
  const size = { width: 1200, height: 750 };
  await preview.show({
    html: `<p><img src="${ferry}"></p><p>Below.</p>`,
    pictures: { [ferry]: { kind: 'local', url: ferry, size } },
  });
  const below = () => page.getByText('Below.').evaluate((each) => each.getBoundingClientRect().top);
  await page.evaluate(() => document.fonts.ready);
  const before = await below();
  arrive();
  await page.waitForFunction(() => document.images[0]?.complete);
  assert.ok(before > 300);
  assert.equal(await below(), before);
});

test('a problem is marked beside its block, with the keyboard too', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const uri = 'file:///site/source/_posts/test.md';
  const html =
    '<p data-line="8" data-line-end="9">One.</p><p data-line="10" data-line-end="11"><img data-line="10"></p>';
  await preview.show({ uri, html });
  const marks = [
    { line: 10, severity: 'warning', text: 'Odd.' },
    { line: 10, severity: 'error', text: 'No source.' },
  ];
  await preview.post({ type: 'problems', uri, marks });
  const mark = page.getByRole('group', { name: 'Problems' }).getByRole('button');
  assert.equal(await mark.count(), 1);
  assert.equal(await mark.getAttribute('title'), 'Odd.\nNo source.');
  assert.ok(await mark.evaluate((each) => each.matches('.cd-error')));
  const beside = await mark.boundingBox();
  const block = await page.locator('.cd-placeholder').boundingBox();
  assert.ok(beside && block && Math.abs(beside.y - block.y) < 20 && beside.x + beside.width <= block.x);
  await mark.press('Enter');
  assert.deepEqual((await preview.sent()).at(-1), { type: 'goToLine', line: 10 });
  await preview.post({ type: 'problems', uri: 'file:///other.md', marks });
  assert.equal(await mark.count(), 0);
});

/** The links that the page has sent, each with its line. */
async function linksOf(preview: PreviewPage): Promise<readonly string[]> {
  const sent = await preview.sent();
  return sent.flatMap((each) => (each.type === 'openLink' ? [`${each.href} ${each.line}`] : []));
}

test('with the keyboard, a footnote is reached and left again', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const filler = '<p>…</p>'.repeat(60);
  await preview.show({
    html: `<p data-line="4">Up it comes.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>${filler}<ol><li id="fn:1"><p>At six. <a href="#fnref:1">Back</a></p></li></ol>`,
  });
  await page.getByRole('link', { name: '1' }).press('Enter');
  assert.ok((await page.evaluate(() => scrollY)) > 1000);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Back');
  await page.keyboard.press('Enter');
  assert.ok((await page.evaluate(() => scrollY)) < 200);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '1');
  assert.deepEqual(await linksOf(preview), []);
  await preview.post({ type: 'goToPlace', fragment: 'fn:1' });
  assert.ok((await page.evaluate(() => scrollY)) > 1000);
  await preview.post({ type: 'goToPlace', fragment: 'fn:2' });
  assert.deepEqual(await linksOf(preview), ['#fn:2 undefined']);
});

test('links go to the extension, anchors stay on the page', async () => {
  await using preview = await openPreviewPage(browser);
  const filler = '<p>…</p>'.repeat(60);
  await preview.show({
    html: `<p data-line="4"><a href="/about/">About</a> <a href="https://a.example/">A</a> <a href="#gone">Nowhere</a> <a href="#end">End</a></p>${filler}<h2 id="end">End</h2>${filler}`,
  });
  const { page } = preview;
  await page.click('text=About');
  await page.click('text="A"');
  await page.click('text=Nowhere');
  assert.deepEqual(await linksOf(preview), ['/about/ 4', 'https://a.example/ 4', '#gone 4']);
  await page.click('text="End" >> nth=0');
  const top = await page.evaluate(() => document.querySelector('#end')?.getBoundingClientRect().top);
  assert.ok(top !== undefined && top > 30 && top < 80, `the anchor is at ${top}, not just below the toolbar`);
});

const long = Array.from(
  { length: 60 },
  (_, index) => `<p data-line="${10 + index * 2}">Paragraph ${index}</p>`,
);

test('the page follows the editor, also when a picture arrives late', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  await page.route('**/ferry-marigold.jpg', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await route.continue();
  });
  const html = `<p data-line="8"><img src="${ferry}"></p>${long.join('')}`;
  await preview.show({ html, pictures, lineCount: 140 });
  await preview.post({ type: 'reveal', line: 50 });
  const top = () =>
    page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('p')];
      const wanted = paragraphs.find(({ textContent }) => textContent === 'Paragraph 20');
      const bar = document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? Number.NaN;
      return (wanted?.getBoundingClientRect().top ?? Number.NaN) - bar;
    });
  assert.ok(Math.abs(await top()) < 2);
  await page.waitForFunction(() => document.images[0]?.complete);
  await page.waitForFunction(() => scrollY > 400);
  assert.ok(Math.abs(await top()) < 2);
  await preview.post({ type: 'reveal', line: 12 });
  await preview.post({ type: 'reveal', line: 50 });
  assert.ok(Math.abs(await top()) < 2);
  assert.ok((await preview.sent()).every(({ type }) => type !== 'revealed'));
});

/** Waits until the page is painted in its own letters. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame(); // Letters are asked for with the first.
    await document.fonts.ready;
    await frame();
  });
}

test('a post begins at the editor’s line and stays there, in whatever is painted', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const html = `<details data-line="8"><summary>More</summary>${'<p>…</p>'.repeat(20)}</details>${long.join('')}`;
  // Those who observe are told before each painting, in the order in which they began to.
  await page.evaluate(() => {
    const seen: number[] = [];
    const see = () => {
      const wanted = [...document.querySelectorAll('p')].find(
        ({ textContent }) => textContent === 'Paragraph 20',
      );
      const bar = document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? Number.NaN;
      if (wanted) seen.push(wanted.getBoundingClientRect().top - bar);
    };
    Object.assign(window, { seen, see });
    new ResizeObserver(see).observe(document.body);
  });
  const revealAnew = async () => {
    for (const line of [20, 50]) await preview.post({ type: 'reveal', line });
    await page.evaluate(() => Reflect.get(window, 'see')());
  };
  await preview.show({ html, lineCount: 140 }, 50);
  await painted(page);
  await revealAnew();
  await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
  await painted(page);
  await revealAnew();
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as number[]);
  assert.ok(seen.length >= 3);
  assert.ok(
    seen.every((top) => Math.abs(top) < 2),
    `the line is at ${seen}`,
  );
});

test('what is typed above leaves the page where it is', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const body = (text: string) => `<p data-line="8" data-line-end="9">${text}</p>${long.join('')}`;
  await preview.show({ html: body('Words. '.repeat(200)), lineCount: 140 }, 8.5);
  await painted(page);
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 100);
  await preview.show({ html: body('Words. '.repeat(300)), lineCount: 140 });
  await painted(page);
  assert.equal(await page.evaluate(() => scrollY), place);
});

test('the editor follows the page when the reader scrolls', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  await preview.show({ html: long.join(''), lineCount: 140 });
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 700);
  await page.waitForFunction(() => scrollY === 700);
  await page.waitForFunction(
    () => (Reflect.get(window, 'sentByPage') as { type: string }[]).at(-1)?.type === 'revealed',
  );
  const last = (await preview.sent()).at(-1);
  const first = await page.evaluate(() => {
    const visible = [...document.querySelectorAll('.cd-body p')].find(
      (paragraph) =>
        paragraph.getBoundingClientRect().bottom >
        (document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? 0),
    );
    return visible?.textContent;
  });
  assert.ok(last?.type === 'revealed');
  const index = Number(first?.replace('Paragraph ', ''));
  assert.ok(Math.abs(last.line - (10 + index * 2)) <= 2, `${first} is not at line ${last.line}`);
});

test('a double click leads to the line', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({
    head: { title: { text: 'High Water', line: 4 } },
    html: '<p data-line="12">One.</p><ul data-line="14"><li data-line="14">a</li><li data-line="15">b</li></ul>',
  });
  for (const text of ['High Water', 'One.', 'b']) await preview.page.dblclick(`text="${text}"`);
  assert.deepEqual(
    (await preview.sent()).filter(({ type }) => type === 'goToLine'),
    [4, 12, 15].map((line) => ({ type: 'goToLine', line })),
  );
});

test('a reload of the window comes back to the same place', async () => {
  const uri = 'file:///site/source/_posts/long.md';
  await using preview = await openPreviewPage(browser, { state: { uri, line: 50, view } });
  await preview.show({ uri, html: long.join(''), lineCount: 140 });
  assert.ok((await preview.page.evaluate(() => scrollY)) > 300);
});

test('what is chosen in the toolbar is shown, kept and told', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<p>Up it comes.</p>' });
  const { page } = preview;
  const paper = () => page.evaluate(() => document.documentElement.dataset['paper']);
  assert.equal(await paper(), 'editor');
  await page.getByRole('radio', { name: 'Editor' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await paper(), 'light');
  await page.getByRole('button', { name: 'Stay with this post' }).click();
  const chosen = { ...view, paper: 'light', locked: true };
  assert.deepEqual((await preview.sent()).at(-1), { type: 'choose', view: chosen });
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'keptByPage')()), {
    uri: 'file:///site/source/_posts/test.md',
    line: 0,
    view: chosen,
    inBar: false,
  });
  assert.equal(await page.getByRole('button', { pressed: true }).count(), 1);
});

test('no button of a post joins the groups of the toolbar', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({
    html: '<input type="radio" name="paper" checked><input type="radio" name="look" checked>',
  });
  assert.equal(await preview.page.locator('.cd-toolbar input:checked').count(), 2);
});

test('nothing of a post covers the toolbar', async () => {
  await using preview = await openPreviewPage(browser);
  const style =
    'position: absolute; top: -500px; left: 0; width: 2000px; height: 2000px; z-index: 2147483647';
  await preview.show({ html: `<div style="${style}">Up it comes.</div>` });
  const at = (y: number) => preview.page.evaluate((top) => document.elementFromPoint(300, top)?.nodeName, y);
  assert.equal(await at(10), 'COPYDESK-CHROME');
  assert.equal(await at(200), 'DIV');
});

test('what is malformed is refused and reported, and the page goes on', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.post({ type: 'show', document: { html: 3 } });
  await preview.post('nonsense');
  await preview.show({ html: '<p>Still here.</p>' });
  assert.equal(await preview.page.textContent('.cd-body'), 'Still here.');
  const errors = (await preview.sent()).filter(({ type }) => type === 'error');
  assert.equal(errors.length, 2);
});

const written = (text: string, field: string) => ({ text, field, state: 'written' }) as const;
const cards: CardsContent = {
  look: 'cards',
  unreadable: false,
  domain: 'ledger.example',
  path: ['stories', 'tide'],
  siteName: 'The Ledger',
  social: {
    title: written('High Water', 'title'),
    description: { text: 'News of the port.', field: 'description', state: 'missing' },
    image: {
      ...written(ferry, 'image'),
      picture: { kind: 'local', url: ferry, size: { width: 480, height: 480 } },
    },
  },
  search: {
    title: written(`${'iiiii '.repeat(40)}`, 'title'),
    description: written(`${'Water '.repeat(40)}`, 'description'),
  },
  feed: {
    title: { field: 'title', state: 'missing' },
    text: { text: 'Up it comes.', field: 'description', state: 'missing' },
    date: written('4 November 2025', 'date'),
  },
};

test('the cards show what others see, and say what is wanting', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.showCards(cards);
  const { page } = preview;
  assert.equal(await page.textContent('.cd-search-crumbs'), 'ledger.example › stories › tide');
  assert.deepEqual(await page.locator('.cd-social ~ .cd-notes .cd-note-text').allTextContents(), [
    'No description, something else',
    'Only 480 × 480',
    '52 % of the image',
  ]);
  assert.deepEqual(await page.locator('.cd-feed ~ .cd-notes .cd-note-text').allTextContents(), [
    'No title',
    'No description, something else',
  ]);
  const shape = await page
    .locator('.cd-social-image')
    .evaluate((each) => each.clientWidth / each.clientHeight);
  assert.ok(Math.abs(shape - 1.91) < 0.02, `the image is ${shape} : 1`);
});

test('cards of a post that can’t be read say so once, and claim nothing else', async () => {
  await using preview = await openPreviewPage(browser);
  const unread = (field: string) => ({ field, state: 'unread' }) as const;
  await preview.showCards({
    ...cards,
    unreadable: true,
    social: { title: unread('title'), description: unread('description'), image: unread('image') },
    search: { title: unread('title'), description: unread('description') },
    feed: { title: unread('title'), text: unread('description'), date: unread('date') },
  });
  const { page } = preview;
  assert.deepEqual(await page.locator('.cd-note-text').allTextContents(), ['Unreadable']);
  assert.deepEqual(
    await page.locator('.cd-social-title, .cd-social-image, .cd-search-title').allTextContents(),
    ['…', '…', '…'],
  );
  await page.getByRole('button', { name: 'Go to the Mistake' }).click();
  assert.deepEqual((await preview.sent()).at(-1), { type: 'goToField', field: 'title' });
});

test('search results cut by the width of the letters, not by their number', async () => {
  await using preview = await openPreviewPage(browser);
  const shown = async (letter: string) => {
    const title = written(letter.repeat(5).padEnd(6).repeat(40), 'title');
    await preview.showCards({ ...cards, search: { ...cards.search, title } });
    await preview.page.waitForFunction(() => document.fonts.check('20px Arimo'));
    return ((await preview.page.textContent('.cd-search-title')) ?? '').length;
  };
  const [narrow, wide] = [await shown('i'), await shown('W')];
  assert.ok(narrow > 2 * wide && wide > 25, `${narrow} narrow letters, ${wide} wide ones`);
});

test('the cards begin at their top, and the text goes on where it was left', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const html = long.join('');
  await preview.show({ html, lineCount: 140 });
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY === 900);
  await page.getByRole('radio', { name: 'Cards' }).click();
  await preview.showCards(cards);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.getByRole('radio', { name: 'Article' }).click();
  await preview.show({ html, lineCount: 140 });
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - 900) < 2);
});

test('a part of a card and a note lead to their field', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.showCards(cards);
  await preview.page.click('.cd-search-title');
  await preview.page.getByRole('button', { name: 'Add description' }).first().press('Enter');
  assert.deepEqual(
    (await preview.sent()).filter(({ type }) => type === 'goToField'),
    [
      { type: 'goToField', field: 'title' },
      { type: 'goToField', field: 'description' },
    ],
  );
});

test('the look is changed with the keyboard', async () => {
  await using preview = await openPreviewPage(browser);
  await preview.show({ html: '<p>Up it <a href="/x">comes</a>.</p>' });
  const { page } = preview;
  await page.keyboard.press('Tab');
  assert.ok(await page.getByRole('radio', { name: 'Article' }).evaluate((each) => each.matches(':focus')));
  await page.keyboard.press('ArrowRight');
  assert.deepEqual((await preview.sent()).at(-1), { type: 'choose', view: { ...view, look: 'cards' } });
  await preview.showCards(cards);
  assert.equal(await page.locator('.cd-article').count(), 0);
  assert.equal(await page.locator('.cd-card').count(), 3);
});
