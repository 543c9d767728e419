import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'dom-serializer';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { findBody, isWhole } from './find-body.ts';

/** What of the page stands where the body is, without the white space between its blocks. */
function found(page: string, body: string): string | undefined {
  const range = findBody(parseDocument(page), parseDocument(body));
  return (
    range &&
    render(range.parent.children.slice(range.from, range.to), { encodeEntities: 'utf8' })
      .replace(/>\s+</g, '><')
      .trim()
  );
}

const head = '<header><h1>High Water</h1><p>It came at six.</p></header>';
const foot = '<footer><p>Printed at high water.</p></footer>';
const body =
  '<p>The quay was under water by noon.</p><ul><li>The <b>fish</b> market</li><li>The slip</li></ul>';

const cases: readonly (readonly [string, string, string, string | undefined])[] = [
  ['an element of its own', `<div>${head}<div class="prose">${body}</div>${foot}</div>`, body, body],
  ['beside the headline and the footer', `<article>${head}${body}${foot}</article>`, body, body],
  [
    'other quotes and dashes',
    `<div><p>“So it’s” – said he, twice over.</p></div>`,
    `<p>"So it's" -- said he, twice over.</p>`,
    '<p>“So it’s” – said he, twice over.</p>',
  ],
  [
    'an excerpt in a list above',
    `<ul><li><p>The quay was under water by noon.</p></li></ul><main>${body}</main>`,
    body,
    body,
  ],
  [
    'a paragraph that is written anew',
    `<main>${head}<p>The old quay was all under water at noon.</p>${body.slice(body.indexOf('<ul'))}${foot}</main>`,
    body,
    `<p>The old quay was all under water at noon.</p>${body.slice(body.indexOf('<ul'))}`,
  ],
  [
    'a picture at the start and a line at the end',
    `<main>${head}<p><img src="https://cdn.example/a.png?v=2"></p>${body}<hr>${foot}</main>`,
    `<p><img src="/a.png"></p>${body}<hr>`,
    `<p><img src="https://cdn.example/a.png?v=2"></p>${body}<hr>`,
  ],
  [
    'text in no element',
    `<section>${head}<div>Only a line of text.</div></section>`,
    'Only a line of text.',
    'Only a line of text.',
  ],
  [
    'a text deep in elements of its own',
    `<main><div><section><p>Deep down in the sea.</p></section></div></main>`,
    '<section><p>Deep down in the sea.</p></section>',
    '<section><p>Deep down in the sea.</p></section>',
  ],
  ['another text', `<main>${head}<p>Something else altogether, of another day.</p></main>`, body, undefined],
  ['only its first words, among others', `<main>${head}<p>The slip</p></main>`, body, undefined],
  ['nothing written', `<main>${head}</main>`, '', undefined],
  ['nothing built', '', body, undefined],
  [
    'text in a script only',
    `<script>The quay was under water by noon.</script>`,
    '<p>The quay was under water by noon.</p>',
    undefined,
  ],
];

for (const [name, page, text, expected] of cases) {
  test(`the body is found: ${name}`, () => assert.equal(found(page, text), expected));
}

const words = fc.array(
  fc.constantFrom(...'tide quay mole lamp stone winter gull ferry rope salt bell fog'.split(' ')),
  {
    minLength: 6,
    maxLength: 14,
  },
);
const block = fc.tuple(fc.constantFrom('p', 'h2', 'blockquote', 'pre'), words).map(([name, text]) => {
  const inside = name === 'blockquote' ? `<p>${text.join(' ')}</p>` : text.join(' ');
  return `<${name}>${inside}</${name}>`;
});
const blocks = (options: fc.ArrayConstraints) =>
  fc.uniqueArray(block, { ...options, selector: (html) => html.replace(/<[^>]*>/g, '') });

test('whatever stands around a body, no more and no less than the body is found', () => {
  fc.assert(
    fc.property(
      blocks({ minLength: 2, maxLength: 8 }),
      blocks({ maxLength: 3 }),
      fc.boolean(),
      (own, others, apart) => {
        const text = own.join('\n');
        const around = others.map((html) => `<div>${html}</div>`).join('\n');
        const page = `<body>${around}${apart ? `<div>${text}</div>` : text}<nav>Home</nav></body>`;
        const shown = own.map((html) => html.replace(/<[^>]*>/g, ''));
        const clash = others.some((html) => shown.includes(html.replace(/<[^>]*>/g, '')));
        if (!clash) assert.equal(found(page, text), text.replace(/>\s+</g, '><'));
      },
    ),
  );
});

test('a body that fills its element is told from one that doesn’t', () => {
  for (const [page, whole] of [
    [`<main>${head}<div> ${body} </div></main>`, true],
    [`<main>${head}${body}</main>`, false],
  ] as const) {
    const range = findBody(parseDocument(page), parseDocument(body));
    assert.equal(range && isWhole(range), whole);
  }
});
