import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MarkdownDialect } from './dialect.ts';
import { leftoverAt, leftoversIn } from './leftovers.ts';

/** Kind and text of each leftover, in the order of the HTML. */
function left(body: string, dialect: MarkdownDialect): readonly string[] {
  const { html, found } = leftoversIn(body, dialect);
  for (const { at } of found) assert.ok(at >= 0 && at < html.length);
  return found.map(({ kind, span }) => `${kind} ${body.slice(span.start, span.end)}`);
}

test('what MarkdownExtra leaves for Blade and PHP', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Write to desk@harbour.example or @desk, {{ $x }}, {!! $y !!}, <?php z ?>.', []],
    ['a <?= 1 ?> b `<?= 2 ?>`', ['php <?=']],
    ['`<?= 2 ?>` a <?= 1 ?> b', ['php <?=']],
    ['<?xml version="1.0"?>', ['short-tag <?']],
    ['a <?= b', []],
    ['Use <x-alert> or `<x-code>`.', ['component <x-alert']],
    ['<!-- <x-hidden/> -->', ['component <x-hidden']],
    ['[x](https://social.example/@include/1)', ['directive @include']],
    ['[x][r]\n\n[r]: /@show', ['directive @show']],
    ['![x](/@if.png "t @else")', ['directive @if']],
    ['[x](/img@2x.png) <a href="/@if">y</a> `@if`', []],
    ['{@if}', ['directive @if']],
  ];
  for (const [body, expected] of cases) assert.deepEqual(left(body, 'markdown-extra'), expected, body);
});

test('what CommonMark leaves, and what it spoils', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Write to desk@harbour.example.', ['spoilt @']],
    ['`@if` and <b title="@if">x</b> and {@x}', ['directive @x']],
    ['[x](/@if "t @b") ![y @z](/a.png)', ['mangled @', 'spoilt @']],
    ['a <?php b ?>', ['spoilt <?php']],
    ['```\n<?php b ?> @c\n```', []],
    ['desk&#64;harbour.example and &#x40;if', ['directive &#x40;if']],
    ['a <?= 1 ?>', ['php <?=']],
  ];
  for (const [body, expected] of cases) assert.deepEqual(left(body, 'commonmark'), expected, body);
});

test('a place of the HTML leads back to what was left there', () => {
  const body = 'a <?= 1 ?> b <?= 2 ?>';
  const found = leftoversIn(body, 'markdown-extra');
  assert.deepEqual(leftoverAt(found, found.html.indexOf('2'))?.span, { start: 13, end: 16 });
  assert.equal(leftoverAt(found, 0), undefined);
});

test('any text has an answer, with places in it', () => {
  const parts = ['@if', '<?=', '?>', '<x-a>', '`', '[a](', ')', '{{', '\n\n', '&#64;', "'", '<div>', 'ü'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...parts)),
      fc.constantFrom('markdown-extra', 'commonmark'),
      (some, dialect) => {
        const body = some.join(' ');
        for (const { span } of leftoversIn(body, dialect as MarkdownDialect).found) {
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= body.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});
