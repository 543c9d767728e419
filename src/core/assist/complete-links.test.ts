import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn, READER } from '../../../test/assist-site.ts';
import type { Texts } from '../../../test/memory-files.ts';
import { applyEdits } from '../text/text-edit.ts';
import { type Completion, completionsAt } from './completion.ts';

const head = '---\nextends: _layouts.post\ntitle: Draft\ndate: 2025-04-01\n---\n';

async function offered(body: string, texts: Texts = {}, path?: string): Promise<readonly Completion[]> {
  const { context, offset } = await placeIn(head + body, texts, path);
  return completionsAt(context, offset, READER).items;
}

async function labels(body: string, texts: Texts = {}, path?: string): Promise<readonly string[]> {
  return (await offered(body, texts, path)).map(({ label }) => label);
}

/** The body with a choice taken. */
async function taken(body: string, label: string, texts: Texts = {}): Promise<string> {
  const choice = (await offered(body, texts)).find((each) => each.label === label);
  assert.ok(choice, `${label} is offered`);
  const text = applyEdits((head + body).replace('¦', ''), [{ span: choice.replace, text: choice.text }]);
  return text.slice(head.length);
}

const post = (title: string, body = 'Text.') =>
  `---\nextends: _layouts.post\ntitle: ${title}\ndate: 2024-01-01\n---\n${body}\n`;

const STORM: Texts = {
  'source/_posts/storm-notes.md': post('After the Storm, the Harbour Counts'),
  'source/_posts/quay.md': post('Über die Mole'),
};

describe('completion of links', () => {
  it('posts and pages by title, the latest post first', async () => {
    const found = await labels('[a](¦)', STORM);
    assert.deepEqual(found.slice(0, 3), ['Three', 'Two', 'One']);
    assert.ok(found.includes('Tides & Moon'));
    assert.ok(!found.includes('Draft'));
    assert.ok(!found.includes('The Quay'), 'what has no page is no aim of a link');
  });

  for (const [what, body, expected] of [
    ['the start of a title', '[a](after the¦)', 'After the Storm, the Harbour Counts'],
    ['words of a title in any order', '[a](harbour storm¦)', 'After the Storm, the Harbour Counts'],
    ['words of the file’s name', '[a](storm-no¦)', 'After the Storm, the Harbour Counts'],
    ['letters with marks', '[a](über¦)', 'Über die Mole'],
    ['the address', '[a](/stories/2024/01/st¦)', 'After the Storm, the Harbour Counts'],
    ['a link in HTML', '<p><a class="x" href="after¦">', 'After the Storm, the Harbour Counts'],
    ['a link with brackets in its text', '[a [b] c](after¦)', 'After the Storm, the Harbour Counts'],
  ] as const) {
    it(`by ${what}`, async () => assert.deepEqual(await labels(body, STORM), [expected]));
  }

  it('writes the address in the place of what is there', async () => {
    assert.equal(
      await taken('[a](after¦ the "t")', 'After the Storm, the Harbour Counts', STORM),
      '[a](/stories/2024/01/storm-notes the "t")',
    );
    assert.equal(
      await taken('<a href="aft¦er the">', 'After the Storm, the Harbour Counts', STORM),
      '<a href="/stories/2024/01/storm-notes">',
    );
  });

  it('in the style of the site’s other links', async () => {
    const texts = {
      ...STORM,
      'source/_posts/links.md': post(
        'Links',
        '[a]({{ $page->baseUrl }}/stories/x/) [b]({{ $page->baseUrl }}/stories/y/) [c](/feed.xml)',
      ),
    };
    assert.equal(
      await taken('[a](after¦)', 'After the Storm, the Harbour Counts', texts),
      '[a]({{ $page->baseUrl }}/stories/2024/01/storm-notes/)',
    );
  });

  it('says when and where, and what it is about', async () => {
    const found = (await offered('[a](boats¦)'))[0];
    assert.equal(found?.detail, 'categories');
    assert.equal(found?.documentation, '/categories/boats\n\nAll that floats.');
    assert.equal((await offered('[a](three¦)'))[0]?.detail, '2025-03-03 · posts');
  });

  it('places of the page behind its address', async () => {
    const texts = {
      ...STORM,
      'source/_posts/long.md': post('Long', '## One {#first}\n\n<h2 id="second">Two</h2>\n'),
    };
    assert.deepEqual(await labels('[a](/stories/2024/01/long#¦)', texts), ['first', 'second']);
    assert.equal(
      await taken('[a](/stories/2024/01/long/#fi¦r)', 'second', texts),
      '[a](/stories/2024/01/long/#second)',
    );
    assert.deepEqual(await labels('## Here {#here}\n\n[a](#¦)'), ['here']);
    assert.deepEqual(await labels('[a](/nowhere#¦)'), []);
  });

  it('asks again whatever is written next, and shows no more than can be read', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`source/_posts/many-${index}.md`, post(`Many ${index}`)]),
    );
    const { context, offset } = await placeIn(`${head}[a](many¦)`, many);
    const { items, isIncomplete } = completionsAt(context, offset, READER);
    assert.equal(items.length, 100);
    assert.ok(isIncomplete);
  });

  for (const [what, body] of [
    ['a fence', '```\n[a](¦)\n```'],
    ['code', '`[a](¦)`'],
    ['an address of another site', '[a](https://¦)'],
    ['a link’s title', '[a](/x "¦")'],
    ['another attribute', '<a title="¦">'],
    ['prose', 'after (the¦)'],
  ] as const) {
    it(`nothing in ${what}`, async () => assert.deepEqual(await labels(body, STORM), []));
  }

  it('in a post that is HTML', async () => {
    const path = 'source/_posts/draft.blade.php';
    assert.deepEqual(await labels('<a href="after¦">', STORM, path), ['After the Storm, the Harbour Counts']);
    assert.deepEqual(await labels('[a](after¦)', STORM, path), []);
  });
});
