import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { siteRules } from '../src/core/rules/lint-site.ts';
import { rules } from '../src/core/rules/registry.ts';
import { readRulePages } from './rule-pages.ts';
import { problemsIn } from './rule-site.ts';

const pages = readRulePages();
const metas = [...rules.map(({ meta }) => meta), ...siteRules];

describe('The rules’ pages', () => {
  it('are there for each rule, and for no other', () => {
    assert.deepEqual(pages.map(({ id }) => id).sort(), metas.map(({ id }) => id).sort());
  });

  it('show examples in a site that has no problem of its own', async () => {
    assert.deepEqual(await problemsIn({}), []);
  });

  for (const page of pages) {
    const meta = metas.find(({ id }) => id === page.id);

    describe(page.id, () => {
      it('says what the rule says', () => {
        assert.equal(page.title, page.id);
        assert.equal(page.severities[0], meta?.severity);
        for (const severity of page.severities) assert.match(severity, /^(?:error|warning|information)$/);
        assert.deepEqual(page.headings, ['Bad', 'Good', 'How to fix it']);
      });

      it('has a bad example that gives this problem, and no other', async () => {
        const found = await problemsIn(page.bad);
        assert.deepEqual(
          [...new Set(found.map(({ rule }) => rule))],
          [page.id],
          JSON.stringify(found, null, 1),
        );
      });

      it('has a good example without a problem', async () => {
        assert.notDeepEqual(page.good, {});
        assert.deepEqual(await problemsIn(page.good), []);
      });
    });
  }
});
