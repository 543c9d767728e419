import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { slice } from '../text/span.ts';
import { cursorAt } from './cursor.ts';

/** What the place at `¦` is: `key WORD`, `key WORD:`, `KEY = WORD` with what tells more of it, or `nothing`. */
function seen(marked: string): string {
  const offset = marked.indexOf('¦');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const cursor = cursorAt(parsePost('source/_posts/a.md' as SitePath, text), offset);
  if (!cursor) return 'nothing';
  const word = slice(text, cursor.word);
  if (cursor.kind === 'key') return `key <${word}>${cursor.hasColon ? ':' : ''}`;
  const more = [
    cursor.within === 'value' ? '' : cursor.within,
    cursor.writing === 'plain' ? '' : cursor.writing,
    cursor.isOpen ? 'open' : '',
    cursor.mark === cursor.word.start ? 'no space' : '',
  ].filter((each) => each !== '');
  return [`${cursor.key} = <${word}>`, ...more].join(', ');
}

/** Front matter between dashes with a body behind it. */
const yaml = (lines: string) => `---\n${lines}\n---\nBody.\n`;

const TABLE: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['an empty line', yaml('¦'), 'key <>'],
  ['an empty line between fields', yaml('title: A\n¦\ndate: B'), 'key <>'],
  ['the start of a key', yaml('ti¦'), 'key <ti>'],
  ['the middle of a key', yaml('ti¦tle: A'), 'key <title>:'],
  ['the end of a key', yaml('title¦: A'), 'key <title>:'],
  ['a key in another script', yaml('catég¦'), 'key <catég>'],
  ['a key whose value stands below', yaml('sect¦ions:\n  - town'), 'key <sections>:'],
  ['before the closing dashes', '---\ntitle: A\n¦---\n', 'nothing'],
  ['the opening dashes', '-¦--\ntitle: A\n---\n', 'nothing'],
  ['behind the opening dashes', '---¦\ntitle: A\n---\n', 'nothing'],
  ['the body', '---\ntitle: A\n---\nti¦', 'nothing'],
  ['a text without front matter', 'ti¦', 'nothing'],
  ['a comment', yaml('# ti¦'), 'nothing'],
  ['a comment behind a value', yaml('title: A # no¦te'), 'nothing'],
  ['an indented line', yaml('title: A\n  ¦'), 'title = <>'],
  ['a nested map', yaml('social:\n  card: a¦'), 'nothing'],
  ['a list in a nested map', yaml('social:\n  cards:\n    - a¦'), 'nothing'],

  ['right behind a colon', yaml('extends:¦'), 'extends = <>, no space'],
  ['behind a colon and a space', yaml('extends: ¦'), 'extends = <>'],
  ['in wide space', yaml('extends:  ¦  '), 'extends = <>'],
  ['before a comment', yaml('extends: ¦ # the layout'), 'extends = <>'],
  ['a value', yaml('extends: _lay¦'), 'extends = <_lay>'],
  ['the middle of a value', yaml('extends: _lay¦outs.post'), 'extends = <_layouts.post>'],
  ['the start of a value', yaml('extends: ¦_layouts.post'), 'extends = <_layouts.post>'],
  ['a value with a space behind it', yaml('extends: _layouts.post¦ '), 'extends = <_layouts.post>'],
  ['in front of a value, in space', yaml('extends: ¦  _layouts.post'), 'nothing'],
  ['a value before a comment', yaml('section: con¦tent # the body'), 'section = <content>'],
  ['a hash within a word', yaml('title: C#¦'), 'title = <C#>'],
  ['a comma text', yaml('keywords: boats, ti¦des'), 'keywords = <boats, tides>'],
  ['a key with a space in it', yaml('cover image: /a¦'), 'cover image = </a>'],
  ['single quotes', yaml("section: 'con¦tent'"), 'section = <content>, single-quoted'],
  ['empty quotes', yaml('section: "¦"'), 'section = <>, double-quoted'],
  ['a quote that is open', yaml("section: 'con¦"), 'section = <con>, single-quoted, open'],
  ['doubled quotes', yaml("title: 'it''s ¦so'"), "title = <it''s so>, single-quoted"],
  ['an escaped quote', yaml('title: "a \\" ¦b"'), 'title = <a \\" b>, double-quoted'],
  ['behind a closing quote', yaml("section: 'content' ¦"), 'nothing'],
  ['in front of a quote', yaml("section: ¦'content'"), 'nothing'],
  ['an alias', yaml('title: *a¦'), 'nothing'],
  ['a map in braces', yaml('social: { card: a¦ }'), 'nothing'],

  ['an item', yaml('sections:\n  - to¦wn'), 'sections = <town>, block-list'],
  ['an item at the start of the line', yaml('sections:\n- to¦wn'), 'sections = <town>, block-list'],
  ['an empty item', yaml('sections:\n  - ¦'), 'sections = <>, block-list'],
  ['behind a dash', yaml('sections:\n  -¦'), 'sections = <>, block-list, no space'],
  ['before a dash', yaml('sections:\n ¦ - town'), 'nothing'],
  ['the second item', yaml('sections:\n  - town\n  # a note\n\n  - ¦'), 'sections = <>, block-list'],
  ['a quoted item', yaml('sections:\n  - "to¦wn"'), 'sections = <town>, block-list, double-quoted'],
  ['an item that is a map', yaml('authors:\n  - name: a¦'), 'nothing'],
  ['a list in a list', yaml('a:\n  - - b¦'), 'nothing'],
  ['a line below an item', yaml('a:\n  - b\n  ¦'), 'nothing'],
  ['a list below a comment', yaml('sections: # all\n  - to¦'), 'sections = <to>, block-list'],

  ['an empty flow list', yaml('sections: [¦]'), 'sections = <>, flow-list'],
  ['an item of a flow list', yaml('sections: [town, har¦bour]'), 'sections = <harbour>, flow-list'],
  ['the first item of a flow list', yaml('sections: [ to¦wn , harbour]'), 'sections = <town>, flow-list'],
  [
    'an item in front of which the cursor is',
    yaml('sections: [town, ¦harbour]'),
    'sections = <harbour>, flow-list',
  ],
  ['a new item', yaml('sections: [town, ¦]'), 'sections = <>, flow-list'],
  ['a new item in the middle', yaml('sections: [town,¦, harbour]'), 'sections = <>, flow-list, no space'],
  ['a flow list without an end', yaml('sections: [town, ha¦'), 'sections = <ha>, flow-list'],
  [
    'a quoted item of a flow list',
    yaml("keywords: ['a, b', 'c ¦d']"),
    'keywords = <c d>, flow-list, single-quoted',
  ],
  ['behind a comma in quotes', yaml("keywords: ['a, ¦b']"), 'keywords = <a, b>, flow-list, single-quoted'],
  ["an apostrophe in a flow list's item", yaml("keywords: [it's, n¦]"), 'keywords = <n>, flow-list'],
  ['a flow list over lines', yaml('sections: [\n  town,\n  har¦\n]'), 'sections = <har>, flow-list'],
  ['behind a flow list', yaml('sections: [town] ¦'), 'nothing'],
  ['a list in a flow list', yaml('a: [b, [c¦]]'), 'nothing'],
  ['behind a list in a flow list', yaml('a: [[b], c¦]'), 'a = <c>, flow-list'],
  ['a field behind a flow list over lines', yaml('a: [\n  b\n]\nse¦'), 'key <se>'],

  ['behind the sign of a folded text', yaml('keywords: >¦'), 'nothing'],
  ['a folded text', yaml('keywords: >\n  boats, ti¦des'), 'keywords = <boats, tides>, block-text'],
  ['its second line', yaml('keywords: >-\n  boats,\n  ti¦des'), 'keywords = <tides>, block-text'],
  ['a new line of it', yaml('keywords: >-\n  boats,\n  ¦'), 'keywords = <>, block-text'],
  ['a hash in a folded text', yaml('keywords: >\n  # ti¦des'), 'keywords = <# tides>, block-text'],
  ['a kept text', yaml('keywords: |\n  boats, ti¦des'), 'keywords = <boats, tides>, block-text'],
  ['the field behind a folded text', yaml('keywords: >\n  boats\nda¦'), 'key <da>'],
  ['a plain text over lines', yaml('keywords: boats,\n  ti¦des'), 'keywords = <tides>'],
  ['a quoted text over lines', yaml('keywords: "boats,\n  ti¦des"'), 'keywords = <tides>, double-quoted'],
  ['behind a quoted text over lines', yaml('keywords: "boats"\n  ti¦'), 'nothing'],

  ['a post that is begun', '---\nti¦', 'key <ti>'],
  ['its second field', '---\ntitle: A\nextends: _l¦', 'extends = <_l>'],
  ['its next line', '---\ntitle: A\n¦', 'key <>'],
  ['the prose below a front matter that has no end', '---\ntitle: A\n\nti¦', 'nothing'],
  ['dashes with a space', '--- \ntitle: A\nse¦\n--- \n', 'key <se>'],
  ['behind a front matter that closes early', '---\ntitle: a |--- b\nse¦\n', 'nothing'],
];

describe('cursor', () => {
  for (const [what, text, expected] of TABLE) {
    it(what, () => {
      assert.equal(seen(text), expected);
      assert.equal(seen(text.replaceAll('\n', '\r\n')), expected, 'with CRLF');
      assert.equal(seen(text.replaceAll('\n', '\r')), expected, 'with CR');
    });
  }

  it('any text at any place has an answer, whose word holds the place', () => {
    const line = fc.constantFrom(
      ...TABLE.flatMap(([, text]) => text.split('\n')),
      '',
      ' ',
      '"',
      "'",
      '[',
      '- - -',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat(120), (lines, place) => {
        const text = ['---', ...lines].join('\n').replaceAll('¦', '');
        const offset = Math.min(place, text.length);
        const cursor = cursorAt(parsePost('a.md' as SitePath, text), offset);
        if (!cursor) return;
        assert.ok(
          cursor.word.start <= offset && offset <= cursor.word.end,
          JSON.stringify({ text, offset, cursor }),
        );
        assert.doesNotMatch(slice(text, cursor.word), /[\r\n]/);
      }),
    );
  });
});
