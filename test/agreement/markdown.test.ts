import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Agreement, markdownAgreement, newsroomAgreement } from './markdown.ts';

/** What is said of an agreement: the share that is equal, and each case that isn't. */
function report(what: string, { equal, of, unrenderable, disagreements }: Agreement): string[] {
  const percent = ((100 * equal) / of).toFixed(1);
  const left = unrenderable > 0 ? `, ${unrenderable} more reach no page` : '';
  return [
    `${what}: ${equal} of ${of} equal (${percent} %)${left}`,
    ...disagreements.map((each) => JSON.stringify(each)),
  ];
}

test('MarkdownExtra is rendered as Michelf does', (t) => {
  const agreement = markdownAgreement('markdown-extra');
  for (const line of report('MarkdownExtra', agreement)) t.diagnostic(line);
  assert.ok(agreement.equal / agreement.of >= 0.98);
});

test('CommonMark is rendered as League does', (t) => {
  const agreement = markdownAgreement('commonmark');
  for (const line of report('CommonMark', agreement)) t.diagnostic(line);
  assert.ok(agreement.equal / agreement.of >= 0.98);
});

test("the newsroom's posts are rendered as its build has them", (t) => {
  const agreement = newsroomAgreement();
  for (const line of report('newsroom', agreement)) t.diagnostic(line);
  assert.deepEqual(
    agreement.disagreements.map(({ name }) => name),
    [],
  );
});
