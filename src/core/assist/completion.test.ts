import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn, READER } from '../../../test/assist-site.ts';
import type { Texts } from '../../../test/memory-files.ts';
import { parsePost } from '../post/parse-post.ts';
import { PostContext } from '../rules/context.ts';
import type { SitePath } from '../site/files.ts';
import { english } from '../text/message.ts';
import { applyEdits } from '../text/text-edit.ts';
import { type Completion, completionsAt } from './completion.ts';

async function offered(marked: string, texts: Texts = {}): Promise<readonly Completion[]> {
  const { context, offset } = await placeIn(marked, texts);
  return completionsAt(context, offset, READER).items;
}

async function labels(marked: string, texts: Texts = {}): Promise<readonly string[]> {
  return (await offered(marked, texts)).map(({ label }) => label);
}

const told = (text: Completion['detail']) => (typeof text === 'object' ? english(text) : text);

/** The text with a choice taken. */
async function taken(marked: string, label: string, texts: Texts = {}): Promise<string> {
  const choice = (await offered(marked, texts)).find((each) => each.label === label);
  assert.ok(choice, `${label} is offered`);
  return applyEdits(marked.replace('¦', ''), [{ span: choice.replace, text: choice.text }]);
}

const yaml = (lines: string) => `---\n${lines}\n---\nBody.\n`;

describe('completion of keys', () => {
  it('the required ones first, then the collection’s, then what other sites use', async () => {
    const found = await labels(yaml('extends: _layouts.post\n¦'));
    assert.deepEqual(found.slice(0, 3), ['title', 'date', 'keywords']);
    assert.deepEqual(
      new Set(found.slice(3, 9)),
      new Set(['categories', 'where', 'author', 'mood', 'section', 'image']),
    );
    assert.ok(found.includes('description'));
    assert.ok(!found.includes('extends'));
  });

  it('what is required is said, and how many posts have the others', async () => {
    const found = await offered(yaml('¦'));
    const detail = (key: string) => told(found.find(({ label }) => label === key)?.detail);
    assert.equal(detail('title'), 'required');
    assert.equal(detail('mood'), '3 of 4 posts');
    assert.equal(detail('cover_image'), undefined);
  });

  it('a line says what each does, the site’s own by example', async () => {
    const found = await offered(yaml('¦'));
    const documentation = (key: string) => told(found.find(({ label }) => label === key)?.documentation);
    assert.equal(documentation('section'), 'The place in the layout where your text is printed.');
    assert.equal(
      documentation('mood'),
      'A field of this site. Other posts have, for example, “calm” and “no”.',
    );
  });

  it('the key that is being changed is offered, its colon left alone', async () => {
    assert.equal(await taken(yaml('tit¦: A'), 'title'), yaml('title: A'));
    assert.equal(await taken(yaml('tit¦'), 'title'), yaml('title: '));
  });

  it('the choice of a value follows where there is one', async () => {
    const found = await offered(yaml('¦'));
    const goesOn = (key: string) => found.find(({ label }) => label === key)?.goesOn;
    for (const key of ['extends', 'categories', 'date', 'image', 'mood', 'where', 'author'])
      assert.ok(goesOn(key), key);
    for (const key of ['title', 'description']) assert.ok(!goesOn(key), key);
  });

  it('what copydesk.json requires and declares', async () => {
    const config = '{ "required": ["standfirst"], "fields": { "desk": { "enum": ["news", "sport"] } } }';
    const found = await labels(yaml('¦'), { 'copydesk.json': config });
    assert.equal(found[0], 'standfirst');
    assert.ok(found.includes('desk'));
  });

  it('in a page that is no post nothing is required', async () => {
    const { context, offset } = await placeIn('---\n¦\n---\n', {}, 'source/about.md');
    const { items } = completionsAt(context, offset, READER);
    assert.ok(items.length > 0);
    assert.ok(items.every(({ detail }) => told(detail) !== 'required'));
  });
});

describe('completion of values', () => {
  it('layouts, those that posts use first', async () => {
    assert.deepEqual(await labels(yaml('extends: ¦')), ['_layouts.post', '_layouts.main', '_layouts.note']);
    assert.equal(
      await taken(yaml('extends: _lay¦outs.pots'), '_layouts.post'),
      yaml('extends: _layouts.post'),
    );
    assert.equal(await taken(yaml('extends:¦'), '_layouts.post'), yaml('extends: _layouts.post'));
  });

  it('sections of the layout’s chain, last the one that the layout fills itself', async () => {
    const found = await offered(yaml('extends: _layouts.post\nsection: ¦'));
    assert.deepEqual(
      found.map(({ label, detail }) => [label, told(detail)]),
      [
        ['content', 'in post.blade.php'],
        ['aside', 'in post.blade.php'],
        ['body', 'replaces what main.blade.php puts there'],
      ],
    );
  });

  it('categories are the pages of the collection, the most used first, with their titles', async () => {
    const found = await offered(yaml('categories:\n  - ¦'));
    assert.deepEqual(
      found.map(({ label, detail }) => [label, told(detail)]),
      [
        ['boats', 'Boats, 3 posts'],
        ['tides', 'Tides & Moon, 1 post'],
      ],
    );
  });

  it('what the post has already isn’t offered again', async () => {
    assert.deepEqual(await labels(yaml('categories: [boats, ¦]')), ['tides']);
    assert.deepEqual(await labels(yaml('categories: [bo¦ats]')), ['boats', 'tides']);
  });

  it('a field whose values are names of another collection’s files', async () => {
    assert.deepEqual(await labels(yaml('where: [¦]')), ['quay', 'mole']);
    assert.deepEqual(await labels(yaml('author: ¦')), ['staff', 'ada-lovat']);
  });

  it('keywords by use, one name of a text with commas', async () => {
    assert.deepEqual(await labels(yaml('keywords: ¦')), ['boats', 'winter', 'net mending', 'summer', "it's"]);
    assert.equal(await taken(yaml('keywords: tides, wi¦, x'), 'winter'), yaml('keywords: tides, winter, x'));
    assert.equal(await taken(yaml('keywords: tides,¦'), 'boats'), yaml('keywords: tides, boats'));
    assert.equal(
      await taken(yaml('keywords: >\n  tides, ne¦'), 'net mending'),
      yaml('keywords: >\n  tides, net mending'),
    );
    assert.equal(await taken(yaml("keywords: 'tides, i¦'"), "it's"), yaml("keywords: 'tides, it''s'"));
    assert.equal(await taken(yaml('keywords: "tides, i¦'), "it's"), yaml('keywords: "tides, it\'s"'));
  });

  it('a half-written name of this very post isn’t offered', async () => {
    assert.ok(!(await labels(yaml('keywords: boats, wi¦'))).includes('wi'));
  });

  it('a list is begun as the collection’s posts write one', async () => {
    assert.equal(await taken(yaml('categories: ¦'), 'tides'), yaml('categories:\n  - tides'));
    assert.equal(
      await taken(yaml('categories:ti¦'.replace(':', ': ')), 'tides'),
      yaml('categories:\n  - tides'),
    );
    assert.equal(await taken(yaml('where: ¦'), 'quay'), yaml('where: [quay]'));
    assert.equal(await taken(yaml('where:¦'), 'quay'), yaml('where: [quay]'));
  });

  it('a text that YAML would take for something else gets quotes', async () => {
    assert.equal(await taken(yaml('mood: ¦'), 'no'), yaml("mood: 'no'"));
    assert.equal(await taken(yaml('mood: "¦"'), 'no'), yaml('mood: "no"'));
  });

  it('values that copydesk.json allows', async () => {
    const config = '{ "fields": { "mood": { "enum": ["glad", "sad"] }, "pinned": { "type": "boolean" } } }';
    assert.deepEqual(await labels(yaml('mood: ¦'), { 'copydesk.json': config }), ['glad', 'sad']);
    assert.deepEqual(await labels(yaml('pinned: ¦'), { 'copydesk.json': config }), ['true', 'false']);
    const list = '{ "fields": { "desk": { "type": "list", "enum": ["news", "sport, local"] } } }';
    const texts = { 'copydesk.json': list };
    assert.equal(await taken(yaml('desk: ¦'), 'sport, local', texts), yaml("desk: ['sport, local']"));
    assert.deepEqual(await labels(yaml('desk: [news, ¦]'), texts), ['sport, local']);
  });

  it('true and false', async () => {
    assert.deepEqual(await labels(yaml('featured: ¦')), ['true', 'false']);
    assert.equal(await taken(yaml('featured: ¦'), 'true'), yaml('featured: true'));
    assert.deepEqual(await labels(yaml('featured: "¦"')), []);
  });

  it('dates: now as the site writes it, today and tomorrow', async () => {
    const found = await offered(yaml('date: ¦'));
    assert.deepEqual(
      found.map(({ label, detail }) => [label, told(detail)]),
      [
        ['2026-01-15 12:30:05', 'now'],
        ['2026-01-15', 'today'],
        ['2026-01-16', 'tomorrow'],
      ],
    );
    assert.equal(
      told(found[0]?.documentation),
      'Thursday, 15 January 2026 at 12:30:05 UTC; where you are, Thursday, 15 January 2026 at 13:30:05 CET (Europe/Berlin).',
    );
  });

  it('images by name with their folder; their address is written', async () => {
    const found = await offered(yaml('image: ¦'));
    assert.deepEqual(
      found.map(({ label, detail }) => [label, told(detail)]),
      [
        ['mole at dawn.png', '/assets/img'],
        ['quay.jpg', '/assets/img'],
      ],
    );
    assert.equal(
      await taken(yaml('image: mol¦'), 'mole at dawn.png'),
      yaml('image: /assets/img/mole%20at%20dawn.png'),
    );
  });

  it('of very many images only some, and the editor is to ask again', async () => {
    const images = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`source/assets/wire/photo-${index}.jpg`, '']),
    );
    const { context, offset } = await placeIn(yaml('image: ¦'), images);
    const all = completionsAt(context, offset, READER);
    assert.equal(all.items.length, 200);
    assert.ok(all.isIncomplete);
    const few = await placeIn(yaml('image: photo-1999¦'), images);
    const { items, isIncomplete } = completionsAt(few.context, few.offset, READER);
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ['photo-1999.jpg', 'photo-19990.jpg'],
    );
    assert.ok(!isIncomplete);
  });

  it('nothing for what is each post’s own, and nothing in the body', async () => {
    assert.deepEqual(await labels(yaml('title: ¦')), []);
    assert.deepEqual(await labels('---\ntitle: A\n---\nextends: ¦'), []);
    assert.deepEqual(await labels(yaml('title: A # ¦')), []);
  });

  it('in a post that is begun and has no closing dashes yet', async () => {
    assert.ok((await labels('---\nextends: ¦')).includes('_layouts.post'));
    assert.ok((await labels('---\r\nextends: _layouts.post\r\nsec¦')).includes('section'));
  });

  it('outside a site there are the known fields', () => {
    const post = parsePost('a.md' as SitePath, '---\nextends: a\n\n---\n');
    const { items } = completionsAt(new PostContext(post, undefined, 0), 15, READER);
    assert.ok(items.some(({ label }) => label === 'title'));
  });
});
