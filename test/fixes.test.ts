import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SitePath } from '../src/core/site/files.ts';
import type { SiteStore } from '../src/core/site/site-store.ts';
import { checkFixes } from './check-fixes.ts';
import { openSite } from './memory-files.ts';
import { readRulePages } from './rule-pages.ts';
import { EXAMPLE, RULE_SITE, readTexts } from './rule-site.ts';

/** Ways to write the same post that mean the same to the generator. */
const variants: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r\n|\n|\r/g, '\r\n'),
  (text) => text.replace(/^---(\r\n|\n)/, '---$1# A comment.$1'),
  (text) => text.replace(/^---(\r\n|\n)/, '---$1seo:$1  card: large   # as big as it gets$1'),
  (text) => text.replace(/^---(\r\n|\n)/, "---$1note: >$1  A folded text,$1  'it'  goes on.$1"),
  (text) => text.replace(/(\r\n|\n)$/, ''),
];

/** A whole post of each problem's making: path, text, and the site that it stands in. */
interface Sample {
  readonly name: string;
  readonly path: SitePath;
  readonly text: string;
  readonly store: SiteStore;
}

const samples = await collectSamples();

describe('Every fix mends its problem, brings none, and changes nothing else', () => {
  it('in every way to write the post', () => {
    for (const { path, text, store } of samples) {
      for (const vary of variants) checkFixes(store, path, vary(text));
    }
  });

  it('in the golden data’s front matter', async () => {
    const store = await openSite({ ...RULE_SITE, [EXAMPLE]: '' });
    for (const text of goldenPosts()) checkFixes(store, EXAMPLE, text);
  });

  it('in several ways at once', () => {
    const ways = fc.subarray([...variants], { minLength: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...samples), ways, ({ path, text, store }, each) => {
        checkFixes(
          store,
          path,
          each.reduce((varied, vary) => vary(varied), text),
        );
      }),
    );
  });
});

/** Every front matter that was tried out on the real Jigsaw, most of them odd. */
function goldenPosts(): readonly string[] {
  const path = join(import.meta.dirname, 'golden/front-matter.json');
  const cases: readonly { readonly input: unknown }[] = JSON.parse(readFileSync(path, 'utf8'));
  return cases.flatMap(({ input }) => (typeof input === 'string' ? [input] : []));
}

async function collectSamples(): Promise<readonly Sample[]> {
  const found: Sample[] = [];
  for (const { id, bad } of readRulePages()) {
    const store = await openSite({ ...RULE_SITE, ...bad });
    for (const path of Object.keys(bad)) add(found, `docs ${id}`, store, path);
  }
  const fixtures = join(import.meta.dirname, 'fixtures');
  const newsroom = readTexts(join(fixtures, 'newsroom'));
  const broken = readTexts(join(fixtures, 'newsroom-broken'));
  const store = await openSite({ ...newsroom, ...broken });
  for (const path of store.site.posts.keys()) add(found, 'newsroom', store, path);
  return found;
}

function add(found: Sample[], name: string, store: SiteStore, path: string): void {
  const text = store.site.posts.get(path as SitePath)?.text;
  if (text !== undefined) found.push({ name: `${name} ${path}`, path: path as SitePath, text, store });
}
