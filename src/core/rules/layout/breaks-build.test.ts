import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const post = withFrontMatter('Text.').replace('_layouts.post', '_layouts.card');
const card = (text: string) => ({ 'source/_layouts/card.blade.php': `${text}\n@yield('content')\n` });

describe('layout/breaks-build', () => {
  table('layout/breaks-build', [
    { name: 'sees a variable that nobody sets', post, texts: card('{{ $headline }}'), at: ['_layouts.card'] },
    {
      name: 'sees a helper that the config lacks',
      post,
      texts: card('{{ $page->readingTime() }}'),
      at: ['_layouts.card'],
    },
    { name: 'sees an @if that is never closed', post, texts: card('@if (true)'), at: ['_layouts.card'] },
    {
      name: 'is silent where a condition may keep the code from running',
      post,
      texts: card('@if ($page->x) {{ $headline }} @endif'),
      at: [],
    },
    {
      name: 'sees an echo that is no code',
      post,
      texts: card('{{ $page title }}'),
      at: ['_layouts.card'],
      says: /line 1/,
    },
    { name: 'sees a component that isn’t there', post, texts: card('<x-lamp/>'), at: ['_layouts.card'] },
    { name: 'is silent about a component in a comment', post, texts: card('{{-- <x-lamp/> --}}'), at: [] },
    {
      name: 'is silent about a word that is a directive in new Laravels only',
      post,
      texts: card('<script type="application/ld+json">{ "@context": "https://schema.org" }</script>'),
      at: [],
    },
    { name: 'is silent about a layout that runs', post, texts: card('{{ $page->title }}'), at: [] },
  ]);
});
