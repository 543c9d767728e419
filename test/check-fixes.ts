import assert from 'node:assert/strict';
import type { Field } from '../src/core/post/post.ts';
import type { Value } from '../src/core/post/value.ts';
import { lintPost } from '../src/core/rules/lint.ts';
import type { Fix, Problem } from '../src/core/rules/rule.ts';
import { suppressionFix } from '../src/core/rules/suppress.ts';
import type { SitePath } from '../src/core/site/files.ts';
import type { SiteStore } from '../src/core/site/site-store.ts';
import { english } from '../src/core/text/message.ts';
import { applyEdits } from '../src/core/text/text-edit.ts';
import { NOW } from './rule-site.ts';

/** Rules whose problem hides others, which come to light when it is mended. */
const HIDING =
  /^front-matter\/(?:syntax|not-seen|unclosed|closed-early|body-starts-with-dashes|breaks-build)$|^keywords\/not-a-name$|\/space-in-address$/;

function problemsOf(store: SiteStore, path: SitePath, text: string): readonly Problem[] {
  store.changeText(path, text);
  const post = store.site.posts.get(path);
  return post ? lintPost(post, store.site, NOW) : [];
}

/**
 * Asserts of every fix of every problem of a post that it mends the problem, brings none, and changes nothing else.
 * @param store holds the post; its text is afterwards what it was.
 */
export function checkFixes(store: SiteStore, path: SitePath, text: string): void {
  const was = store.site.posts.get(path)?.text ?? '';
  tryFixes(store, path, text);
  store.changeText(path, was);
}

function tryFixes(store: SiteStore, path: SitePath, text: string): void {
  const before = problemsOf(store, path, text);
  const fields = fieldsOf(store, path);
  const post = store.site.posts.get(path);
  for (const problem of before) {
    const silence = post && suppressionFix(post, store.site, problem);
    for (const fix of [...(problem.fixes?.() ?? []), ...(silence ? [silence] : [])]) {
      // What moves a file needs a disk: the rule’s own test looks at it.
      if (fix.edits.length === 0 || fix.moves) continue;
      const mended = applyEdits(text, fix.edits);
      const after = problemsOf(store, path, mended);
      const what = `${path}: ${problem.rule}, “${english(fix.title)}”\n${text.slice(0, 800)}\n→\n${mended.slice(0, 800)}`;
      assert.ok(counts(after, problem) < counts(before, problem), `The problem stays. ${what}`);
      if (!HIDING.test(problem.rule)) {
        assertNoNewProblem(before, after, what);
        assertSameData(fields, dataOf(store, path), problem, fix, what);
      }
      assertSameBreaks(text, mended, what);
    }
  }
}

/** How often a rule says the same thing. */
function counts(problems: readonly Problem[], { rule, message }: Problem): number {
  return problems.filter((each) => each.rule === rule && english(each.message) === english(message)).length;
}

function assertNoNewProblem(before: readonly Problem[], after: readonly Problem[], what: string): void {
  for (const problem of after) {
    if (problem.severity === 'information' && problem.rule !== 'copydesk/unused-suppression') continue;
    // A build stops once: what it would stop at next comes to light.
    if (problem.effect === 'build-fails' && before.some(({ effect }) => effect === 'build-fails')) continue;
    assert.ok(
      before.some(({ rule }) => rule === problem.rule),
      `It brings ${problem.rule}: ${english(problem.message)} ${what}`,
    );
  }
}

function dataOf(store: SiteStore, path: SitePath): ReadonlyMap<string, Value> {
  const data = store.site.posts.get(path)?.frontMatter?.data;
  return data instanceof Map ? data : new Map();
}

function fieldsOf(store: SiteStore, path: SitePath): readonly Field[] {
  const { frontMatter } = store.site.posts.get(path) ?? {};
  return frontMatter && !frontMatter.problem ? frontMatter.fields : [];
}

/** Fields that none of the edits touches, nor the words name, keep their values. */
function assertSameData(
  fields: readonly Field[],
  after: ReadonlyMap<string, Value>,
  problem: Problem,
  { edits, title }: Fix,
  what: string,
): void {
  const words = `${english(title)} ${english(problem.message)}`;
  for (const { key, span, node } of fields) {
    const isTouched = edits.some((edit) => edit.span.start < span.end && edit.span.end > span.start);
    const isFilled =
      node.style === 'empty' &&
      edits.some((edit) => edit.span.start - span.end <= 1 && edit.span.start >= span.end);
    if (isTouched || isFilled || words.includes(key) || isOverwritten(fields, key, node)) continue;
    assert.deepEqual(trimmed(after.get(key)), trimmed(node.value), `It changes ${key}. ${what}`);
  }
}

/** A file that ends its lines in one way goes on doing so. */
function assertSameBreaks(before: string, after: string, what: string): void {
  if (/\r\n/.test(before) && !/[^\r]\n/.test(before))
    assert.ok(!/[^\r]\n/.test(after), `It brings other line ends. ${what}`);
}

/** The last block of text has no line break at its end to Jigsaw, and gets one when a field comes after it. */
function trimmed(value: Value | undefined): Value | undefined {
  return typeof value === 'string' ? value.trimEnd() : value;
}

/** A merge key sets other fields, and an empty field may come again. */
function isOverwritten(fields: readonly Field[], key: string, node: Field['node']): boolean {
  return key === '<<' || fields.findLast((field) => field.key === key)?.node !== node;
}
