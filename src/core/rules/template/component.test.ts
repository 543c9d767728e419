import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const NOTE = { 'source/_components/note.blade.php': '<p>{{ $slot }}</p>' };

describe('template/component', () => {
  table('template/component', [
    {
      name: 'sees one that isn’t there',
      post: withFrontMatter('Use <x-alert> now.'),
      at: ['<x-alert'],
      effect: 'build-fails',
      fixed: withFrontMatter('Use &lt;x-alert> now.'),
    },
    {
      name: 'is silent about one that is there',
      post: withFrontMatter('<x-note>Oil</x-note>'),
      texts: NOTE,
      at: [],
    },
    {
      name: 'sees one that is never closed',
      post: withFrontMatter('Use <x-note> now.'),
      texts: NOTE,
      at: ['<x-note'],
      says: /never closed/,
    },
    {
      name: 'sees one that is closed and isn’t open',
      post: withFrontMatter('Use <x-note/></x-note> now.'),
      texts: NOTE,
      at: ['</x-note'],
      fixed: withFrontMatter('Use <x-note/>&lt;/x-note> now.'),
    },
    { name: 'sees a slot that isn’t open', post: withFrontMatter('a</x-slot>'), at: ['</x-slot'] },
    { name: 'is silent about slots', post: withFrontMatter('<x-slot name="a">b</x-slot>'), at: [] },
    { name: 'is silent about code', post: withFrontMatter('`<x-alert/>`'), at: [] },
    {
      name: 'is silent where components may be classes',
      post: withFrontMatter('<x-alert/>'),
      texts: { 'composer.json': '{"autoload": {"psr-4": {"Components\\\\": "components/"}}}' },
      at: [],
    },
  ]);

  it('looks into Blade posts, too', async () => {
    const found = await problemsIn({ 'source/_posts/lamp.blade.md': withFrontMatter('<x-alert/>') });
    assert.deepEqual(
      found.map(({ rule, at }) => [rule, at]),
      [['template/component', '<x-alert']],
    );
  });
});
