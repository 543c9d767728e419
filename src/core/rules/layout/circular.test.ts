import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const FIELDS = ['title: Home', 'keywords: home', 'date: 2025-02-03'];
const POST = post(...FIELDS).replace('_layouts.post', '_layouts.letter');
const layout = (text: string) => ({ 'source/_layouts/letter.blade.php': text });

describe('layout/circular', () => {
  table('layout/circular', [
    {
      name: 'sees a layout that extends itself',
      post: POST,
      texts: layout("@extends('_layouts.letter')"),
      at: ['_layouts.letter'],
      effect: 'build-fails',
    },
    {
      name: 'sees a layout that includes itself',
      post: POST,
      texts: layout("@include('_layouts.letter') @yield('content')"),
      at: ['_layouts.letter'],
    },
    {
      name: 'is silent where a condition may end it',
      post: POST,
      texts: layout("@if ($page->more) @include('_layouts.letter') @endif @yield('content')"),
      at: [],
    },
    {
      name: 'is silent about a chain that ends',
      post: POST,
      texts: layout("@extends('_layouts.post')"),
      at: [],
    },
  ]);
});
