import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];
const layout = (code: string) => ({
  'source/_layouts/post.blade.php': `@extends('_layouts.main') @section('body') ${code} @yield('content') @endsection`,
});

describe('front-matter/breaks-build', () => {
  table('front-matter/breaks-build', [
    {
      name: 'is silent about values that the site takes',
      post: post(...REST, 'categories: [harbour]', 'author: A'),
      at: [],
    },
    {
      name: 'sees a text where the code goes through a list',
      post: post(...REST, 'categories: harbour, lighthouse'),
      at: ['harbour, lighthouse'],
      effect: 'build-fails',
      says: /needs `categories` to be a list.*must be of type array/,
      fixed: post(...REST, 'categories: [harbour, lighthouse]'),
    },
    {
      name: 'sees a list where the code prints a text',
      post: post(...REST, 'author: [Ana, Bo]'),
      at: ['[Ana, Bo]'],
      says: /needs `author` to be text/,
      fixed: post(...REST, 'author: Ana, Bo'),
    },
    {
      name: 'sees an empty value that the code asks for',
      post: post('featured:', ...REST),
      texts: {
        'source/index.blade.php': "@foreach ($posts->where('featured', true) as $post) x @endforeach",
      },
      at: [''],
      says: /is empty.*does not exist/,
      fixed: post(...REST),
    },
    {
      name: 'sees a field that is missing and not required',
      post: post('title: Fog', 'keywords: fog'),
      texts: { 'copydesk.json': '{"required": ["title"]}' },
      at: ['---'],
      says: /Without `date`/,
      fixed: post('title: Fog', 'keywords: fog', 'date: 2026-01-15'),
    },
    { name: 'leaves required fields to their rule', post: post('title: Fog', 'keywords: fog'), at: [] },
    {
      name: 'is silent where the code asks first',
      post: post(...REST, 'author: [Ana, Bo]'),
      texts: layout('@if (is_string($page->author)) {{ $page->author }} @endif'),
      at: [],
    },
    {
      name: 'is silent where the code is computed',
      post: post(...REST, 'author: [Ana, Bo]'),
      texts: layout('{{ call_user_func($page->print, $page->author) }}'),
      at: [],
    },
    {
      name: 'leaves mistakes of the code itself alone',
      post: post(...REST),
      texts: layout('{{ $page->getMood() }}'),
      at: [],
    },
  ]);
});
