import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('section/unknown', () => {
  table('section/unknown', [
    { name: 'is silent when the layout prints it', post: post('section: notes', ...REST), at: [] },
    { name: 'is silent when none is named', post: post(...REST), at: [] },
    {
      name: 'proposes a similar name',
      post: post('section: contnt', ...REST),
      at: ['contnt'],
      effect: 'post-lost',
      fixed: post('section: content', ...REST),
    },
    {
      name: 'sees an empty one',
      post: post('section:', ...REST),
      at: [''],
      fixed: post('section: content', ...REST),
    },
    {
      name: 'sees a section that is only asked for',
      post: post('section: aside', ...REST),
      texts: { 'source/_layouts/post.blade.php': "@hasSection('aside')x@endif @yield('content')" },
      at: ['aside'],
    },
    {
      name: 'sees a list, which stops the build',
      post: post('section: [content, notes]', ...REST),
      at: ['[content, notes]'],
      effect: 'build-fails',
      fixed: post('section: content', ...REST),
    },
    { name: 'sees an empty text', post: post("section: ''", ...REST), at: ["''"] },
    {
      name: 'sees what is no text',
      post: post('section: true', ...REST),
      at: ['true'],
      says: /no section `1`/,
    },
    {
      name: 'is silent where the body is printed without a section',
      post: post('section: aside', ...REST),
      texts: { 'source/_layouts/post.blade.php': '{!! $page->getContent() !!}' },
      at: [],
    },
    {
      name: 'is silent about a name whose quote may reach into the text',
      post: post('section: "con\'tent"', ...REST),
      at: [],
    },
    {
      name: 'sees a section that is filled and never printed',
      post: post('section: aside', ...REST),
      texts: {
        'source/_layouts/post.blade.php':
          "@extends('_layouts.main') @section('aside') x @endsection @section('body') @yield('content') @endsection",
      },
      at: ['aside'],
    },
    {
      name: 'says that one of two pages lacks the text',
      post: post(...REST).replace('_layouts.post', '{web: _layouts.post, map: _layouts.map}'),
      texts: { 'source/_layouts/map.blade.php': "<svg></svg> @yield('legend')" },
      at: ['{web: _layouts.post, map: _layouts.map}'],
      effect: 'reader-sees',
    },
    {
      name: 'is silent about one of two pages that is no place for texts',
      post: post(...REST).replace('_layouts.post', '{web: _layouts.post, map: _layouts.map}'),
      texts: { 'source/_layouts/map.blade.php': '<svg></svg>' },
      at: [],
    },
    {
      name: 'sees a layout without any section, whatever its helpers say of the post',
      post: post(...REST),
      texts: {
        'config.php': `<?php return ['collections' => ['posts' => ['shout' => fn ($page) => strtoupper($page->title)]]];`,
        'source/_layouts/post.blade.php': '<h1>{{ $page->shout() }}</h1>',
      },
      at: ['_layouts.post'],
      effect: 'post-lost',
    },
    {
      name: 'is silent where a helper may print the text',
      post: post(...REST),
      texts: {
        'config.php': `<?php return [
          'collections' => ['posts' => ['asJson' => fn ($page) => json_encode(['text' => $page->plain()])]],
          'plain' => function ($page) { return strip_tags($page->getContent()); },
        ];`,
        'source/_layouts/post.blade.php': '{!! $page->asJson() !!}',
      },
      at: [],
    },
    {
      name: 'is silent where a helper hands on the whole page',
      post: post(...REST),
      texts: {
        'config.php': `<?php return ['collections' => ['posts' => ['whole' => fn ($page) => Letter::of($page)]]];`,
        'source/_layouts/post.blade.php': '{!! $page->whole() !!}',
      },
      at: [],
    },
    {
      name: 'says that the only page that is kept lacks the text',
      post: post(...REST).replace('_layouts.post', '[_layouts.post, _layouts.map]'),
      texts: { 'source/_layouts/map.blade.php': '<svg></svg>' },
      at: ['[_layouts.post, _layouts.map]'],
      effect: 'post-lost',
    },
    {
      name: 'is silent where there is no text that could be lost',
      post: post('section: aside', ...REST).replace(/(---\n)[^-]*$/, '$1\n'),
      at: [],
    },
    {
      name: 'is silent when a view’s name is computed',
      post: post('section: aside', ...REST),
      texts: { 'source/_layouts/post.blade.php': '@include($page->kind) @yield("content")' },
      at: [],
    },
  ]);
});
