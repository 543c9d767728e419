import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closest } from './closest.ts';

const LAYOUTS = ['_layouts.author', '_layouts.main', '_layouts.post'];

describe('The closest name', () => {
  const cases: readonly [word: string, candidates: readonly string[], expected: string | undefined][] = [
    ['_layouts.posts', LAYOUTS, '_layouts.post'],
    ['_layouts.psot', LAYOUTS, '_layouts.post'],
    ['_layouts.Post', LAYOUTS, '_layouts.post'],
    ['layouts.post', LAYOUTS, '_layouts.post'],
    ['_layouts.article', LAYOUTS, undefined],
    ['contnet', ['content', 'aside', 'body'], 'content'],
    ['side', ['content', 'aside', 'body'], 'aside'],
    ['sidebar', ['content', 'aside', 'body'], undefined],
    ['anything', [], undefined],
  ];
  for (const [word, candidates, expected] of cases) {
    it(`of ${word} is ${expected ?? 'none'}`, () => assert.equal(closest(word, candidates), expected));
  }
});
