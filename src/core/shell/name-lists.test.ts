import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'dom-serializer';
import { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { mark } from './marks.ts';
import { cutNames } from './name-lists.ts';

const item = mark('item');
const slug = mark('slug');

const tables: readonly (readonly [name: string, names: readonly string[], before: string, after: string])[] =
  [
    [
      'the items of a list',
      ['Tide', 'Fish Soup'],
      '<ul class="k"><li>Tide</li>\n<li>Fish Soup</li></ul>',
      `<ul class="k"><li data-cd-between="%0A" data-cd-each="keywords">${item}</li></ul>`,
    ],
    [
      'links with commas between',
      ['Tide', 'Fish Soup'],
      '<p>In <a href="/tags/tide">Tide</a>, <a href="/tags/fish-soup/">Fish Soup</a>.</p>',
      `<p>In <a href="/tags/${slug}" data-cd-between="%2C%20" data-cd-each="keywords">${item}</a>.</p>`,
    ],
    [
      'a single one, with its address and its hint',
      ['Fish Soup'],
      '<p><a href="/x/fish-soup.html" title="All of Fish Soup">Fish Soup</a></p>',
      `<p><a href="/x/${slug}.html" title="All of ${item}" data-cd-each="keywords">${item}</a></p>`,
    ],
    [
      'a single item of a list',
      ['Tide'],
      '<ul><li><a href="?t=1">Tide</a></li></ul>',
      `<ul><li data-cd-each="keywords"><a>${item}</a></li></ul>`,
    ],
    [
      'not in a menu of them all',
      ['Tide'],
      '<nav><a href="/tide">Tide</a><a href="/soup">Soup</a></nav><ul><li><a>Tide</a></li><li><a>Soup</a></li></ul>',
      '',
    ],
    ['not in a headline', ['Tide'], '<h1>Tide</h1><h2><a href="/tide">Tide</a></h2>', ''],
    ['not in the body', ['Tide'], '<div data-cd-body><ul><li>Tide</li></ul></div>', ''],
    ['not where one is missing', ['Tide', 'Soup'], '<ul><li>Tide</li></ul>', ''],
  ];

for (const [name, names, before, after] of tables) {
  test(`names of a list: ${name}`, () => {
    const page = parseDocument(before);
    const body = page.children.find((each) => each instanceof Element && 'data-cd-body' in each.attribs);
    const listed = names.map((text) => ({ text, slug: text.toLowerCase().replace(' ', '-') }));
    const place = body instanceof Element ? body : new Element('div', {});
    assert.equal(cutNames(page, place, 'keywords', listed), after !== '');
    assert.equal(render(page, { encodeEntities: 'utf8' }), after === '' ? before : after);
  });
}
