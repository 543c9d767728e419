import assert from 'node:assert/strict';
import { it } from 'node:test';
import { applyEdits } from '../src/core/text/text-edit.ts';
import { checkFixes } from './check-fixes.ts';
import { openSite, type Texts } from './memory-files.ts';
import { EXAMPLE, problemsWith, RULE_SITE, type Seen } from './rule-site.ts';

/** One post and what a rule makes of it. */
export interface Case {
  /** What is special about the post: the test's name. */
  readonly name: string;
  readonly post: string;
  /** Other files of the site. */
  readonly texts?: Texts;
  /** The texts that the rule's findings cover; empty where it must be silent. */
  readonly at: readonly string[];
  readonly severity?: Seen['severity'];
  readonly effect?: Seen['effect'];
  /** What the first finding's message must say. */
  readonly says?: RegExp;
  /** The post after the first finding's first fix; null where there must be none. */
  readonly fixed?: string | null;
}

/** Makes a test of each case: the rule's findings in this post, no others being looked at. */
export function table(rule: string, cases: readonly Case[]): void {
  for (const each of cases) {
    it(each.name, async () => {
      const found = (await problemsWith(each.post, each.texts)).filter((problem) => problem.rule === rule);
      assert.deepEqual(
        found.map(({ at }) => at),
        each.at,
        found.map(({ message }) => message).join('\n'),
      );
      const [first] = found;
      if (each.severity) assert.equal(first?.severity, each.severity);
      if (each.effect) assert.equal(first?.effect, each.effect);
      if (each.says) assert.match(first?.message ?? '', each.says);
      if (each.fixed === null) assert.deepEqual(first?.fixes, []);
      if (typeof each.fixed === 'string') {
        assert.equal(applyEdits(each.post, first?.fixes[0]?.edits ?? []), each.fixed);
      }
      const store = await openSite({ ...RULE_SITE, ...each.texts, [EXAMPLE]: each.post });
      checkFixes(store, EXAMPLE, each.post);
    });
  }
}

/** A post with these lines of front matter after the layout, and a short body. */
export function post(...lines: readonly string[]): string {
  return ['---', 'extends: _layouts.post', ...lines, '---', 'The lamp was lit.', ''].join('\n');
}

/** Files that make the stock site one whose code takes any value. */
export const TOLERANT: Texts = {
  'source/index.blade.php': '',
  'source/_layouts/post.blade.php':
    "@extends('_layouts.main') @section('body') @yield('content') @yield('notes') @endsection",
};
