import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArticleContent } from './content.ts';
import {
  decodeFromPage,
  decodePageState,
  decodeToPage,
  decodeView,
  type PreviewDocument,
  type View,
} from './messages.ts';

const content: ArticleContent = {
  look: 'article',
  head: {
    title: { text: 'High Water', line: 2 },
    date: { text: '4 November 2025', line: 3, iso: '2025-11-04T06:30:00.000Z' },
    image: { address: '/x.png', picture: { kind: 'missing' }, alt: '', line: 4 },
    keywords: { names: [{ text: 'tide', slug: 'tide' }], line: 5 },
  },
  html: '<p data-line="7">Up it comes.</p>',
  pictures: { '/a.png': { kind: 'local', url: 'https://host/a.png' }, '': { kind: 'none' } },
};
const document: PreviewDocument = {
  uri: 'file:///site/source/_posts/tide.md',
  sequence: 4,
  lineCount: 30,
  content,
};
const view: View = { look: 'article', paper: 'light', locked: true };

test('what the extension sends is read as it was sent', () => {
  for (const message of [
    { type: 'show', document },
    { type: 'show', document, line: 7.25 },
    { type: 'reveal', line: 12.5 },
    { type: 'view', view },
    { type: 'goToPlace', fragment: 'fn:1' },
    { type: 'moved', uri: 'file:///site/source/_posts/flood.md' },
    { type: 'stale', file: 'tide.md', why: 'gone' },
  ]) {
    assert.deepEqual(decodeToPage(structuredClone(message)), { ok: true, value: message });
  }
});

test('what the page sends is read as it was sent', () => {
  for (const message of [
    { type: 'ready' },
    { type: 'revealed', line: 0 },
    { type: 'goToLine', line: 3 },
    { type: 'openLink', href: '/about/' },
    { type: 'openLink', href: '/about/', line: 4 },
    { type: 'allowRemoteImages' },
    { type: 'choose', view },
    { type: 'error', message: 'no' },
  ]) {
    assert.deepEqual(decodeFromPage(message), { ok: true, value: message });
  }
});

const refused: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ready'],
  ['a list', [{ type: 'ready' }]],
  ['no type', { line: 3 }],
  ['an unknown type', { type: 'run', command: 'x' }],
  ['a line that is no number', { type: 'goToLine', line: '3' }],
  ['a line before the first', { type: 'goToLine', line: -1 }],
  ['no line at all', { type: 'revealed' }],
  ['NaN', { type: 'revealed', line: Number.NaN }],
  ['Infinity', { type: 'goToLine', line: Number.POSITIVE_INFINITY }],
  ['an address that is no text', { type: 'openLink', href: { toString: () => 'x' } }],
  ['a look that there is none of', { type: 'choose', view: { ...view, look: 'pretty' } }],
  ['half a choice', { type: 'choose', view: { look: 'article' } }],
  ['a message for the other side', { type: 'show', document }],
];

for (const [name, message] of refused) {
  test(`refused from the page: ${name}`, () => {
    const result = decodeFromPage(message);
    assert.equal(result.ok, false);
    assert.ok(!result.ok && result.reason.length > 0);
  });
}

const refusedByPage: readonly (readonly [string, unknown])[] = [
  [
    'a document without html',
    { type: 'show', document: { ...document, content: { ...content, html: undefined } } },
  ],
  ['half a sequence', { type: 'show', document: { ...document, sequence: 1.5 } }],
  ['no lines', { type: 'show', document: { ...document, lineCount: 0 } }],
  [
    'a picture of no kind',
    { type: 'show', document: { ...document, content: { ...content, pictures: { '/x': { url: 'x' } } } } },
  ],
  ['a look that there is none of', { type: 'show', document: { ...document, content: { look: 'pretty' } } }],
  [
    'a title that is only text',
    { type: 'show', document: { ...document, content: { ...content, head: { title: 'x' } } } },
  ],
  ['settings without texts', { type: 'settings', settings: { remoteImages: true } }],
  ['a message for the other side', { type: 'ready' }],
];

for (const [name, message] of refusedByPage) {
  test(`refused by the page: ${name}`, () => assert.equal(decodeToPage(message).ok, false));
}

test('the reason says which part is wrong', () => {
  const result = decodeToPage({
    type: 'show',
    document: { ...document, content: { ...content, head: { title: { text: 1, line: 0 } } } },
  });
  assert.ok(!result.ok && result.reason.startsWith('document.content.head.title.text: '));
});

test('anything at all is read or refused, never thrown', () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      (data) => {
        for (const decode of [decodeToPage, decodeFromPage, decodePageState, decodeView]) {
          assert.equal(typeof decode(data).ok, 'boolean');
        }
      },
    ),
  );
});
