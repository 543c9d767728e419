import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn, problemsWith, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';
import { applyEdits } from '../../text/text-edit.ts';

const COMMONMARK = {
  'config.php':
    "<?php return ['commonmark' => true, 'collections' => ['posts' => []], 'getDate' => fn ($page) => new DateTime()];",
};

describe('link/no-address', () => {
  table('link/no-address', [
    {
      name: 'sees empty brackets',
      post: withFrontMatter('See [the *tides*](), [the\nlamp]( ) and [a]().'),
      at: ['[the *tides*]()', '[the\nlamp]( )', '[a]()'],
      severity: 'error',
    },
    { name: 'sees them in CommonMark', post: withFrontMatter('[a]()'), texts: COMMONMARK, at: ['[a]()'] },
    {
      name: 'takes the text for the address where it is one',
      post: withFrontMatter('See [https://tides.example/a?b=1]().'),
      at: ['[https://tides.example/a?b=1]()'],
      fixed: withFrontMatter('See [https://tides.example/a?b=1](https://tides.example/a?b=1).'),
    },
    {
      name: 'leaves an address alone, be it short or computed',
      post: withFrontMatter(
        '[a](#) [b](?) [c](/) [d]({{ $page->next }}) [e](<?= $x ?>) [f](\n/posts/fog-signal)',
      ),
      at: [],
    },
    {
      name: 'leaves code and what is no link alone',
      post: withFrontMatter(
        "`[a]()` \\[a]() [a] () [a]\n\n    [a]()\n\n```php\n$f['a']();\n```\n\n<!-- [a]() -->",
      ),
      at: [],
    },
    {
      name: 'leaves what a script may look for alone',
      post: withFrontMatter('[a](){.toggle} [a](){#menu} <a href="">a</a> <a href>a</a> []() [ ]()'),
      at: [],
    },
    { name: 'leaves images to their own rule', post: withFrontMatter('![a]()'), at: [] },
    {
      name: 'leaves template text alone',
      post: withFrontMatter("{{ $f['a']() }} {!! $f['a']() !!} <?php $f['a'](); ?>"),
      at: [],
    },
  ]);

  it('leaves posts in Blade alone', async () => {
    const found = await problemsIn({
      'source/_posts/lamp.blade.md': withFrontMatter("@php\n$f['a']();\n@endphp\n[a]()\n"),
    });
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'link/no-address'),
      [],
    );
  });

  it('leads to the place of the address, or leaves the text', async () => {
    const post = withFrontMatter('See [the *tides*]( ).');
    const [ask, remove] = (await problemsWith(post))[0]?.fixes ?? [];
    assert.equal(
      ask?.blank && applyEdits(post, [{ span: ask.blank.span, text: '|' }]),
      withFrontMatter('See [the *tides*]( |).'),
    );
    assert.equal(remove && applyEdits(post, remove.edits), withFrontMatter('See the *tides*.'));
  });
});
