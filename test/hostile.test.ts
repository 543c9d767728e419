import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePost } from '../src/core/post/parse-post.ts';
import { renderBody } from '../src/core/render/render.ts';
import { HOSTILE_BODIES, HOSTILE_SITES, HOSTILE_YAML } from './hostile.ts';
import { openSite } from './memory-files.ts';
import { EXAMPLE, problemsOf, problemsWith, RULE_SITE, withFrontMatter } from './rule-site.ts';

/** All of it only has to come to an end, and without an exception; how fast it does, the bench tells. */
describe('what is written to do harm', () => {
  for (const { name, text } of HOSTILE_YAML) {
    it(`front matter: ${name}`, async () => {
      const post = `---\n${text}\n---\nText.\n`;
      for (const dialect of ['jigsaw', 'generic'] as const) {
        const { frontMatter } = parsePost(EXAMPLE, post, dialect);
        assert.ok(frontMatter === undefined || frontMatter.data !== undefined || frontMatter.problem);
      }
      assert.ok(Array.isArray(await problemsWith(post)));
    });
  }

  for (const { name, text } of HOSTILE_BODIES) {
    it(`body: ${name}`, async () => {
      for (const dialect of ['markdown-extra', 'commonmark'] as const)
        assert.equal(typeof renderBody(text, dialect), 'string');
      assert.ok(Array.isArray(await problemsWith(withFrontMatter(text))));
    });
  }

  for (const { name, texts } of HOSTILE_SITES) {
    it(`site: ${name}`, async () => {
      const { site } = await openSite({
        ...RULE_SITE,
        ...texts,
        [EXAMPLE]: withFrontMatter(`Text, [link](/${'a'.repeat(200)}-).`).replace(
          'An example',
          `${'a'.repeat(1000)}!`,
        ),
      });
      assert.ok(Array.isArray(problemsOf(site)));
    });
  }
});
