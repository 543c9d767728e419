import assert from 'node:assert/strict';
import { completionsAt } from '../src/core/assist/completion.ts';
import { openingOf } from '../src/core/compose/opening.ts';
import { describe } from '../src/core/compose/suggest/describe.ts';
import { mayMention } from '../src/core/move/mentions.ts';
import { parsePost } from '../src/core/post/parse-post.ts';
import { addRedirects } from '../src/core/redirects/add-redirects.ts';
import { redirectFormatOf } from '../src/core/redirects/formats.ts';
import { judge } from '../src/core/remote/answer.ts';
import { renderBody } from '../src/core/render/render.ts';
import { PostContext } from '../src/core/rules/context.ts';
import type { SitePath } from '../src/core/site/files.ts';
import { READER } from './assist-site.ts';
import { HOSTILE_BODIES, HOSTILE_SITES, HOSTILE_YAML } from './hostile.ts';
import { openSite } from './memory-files.ts';
import { EXAMPLE, NOW, problemsOf, problemsWith, RULE_SITE, withFrontMatter } from './rule-site.ts';

/** Something that Copydesk does with what is written to do harm. It only has to come to an end, without an exception. */
export interface HostileCase {
  readonly name: string;
  run(): void | Promise<void>;
}

const yaml: readonly HostileCase[] = HOSTILE_YAML.map(({ name, text }) => ({
  name: `front matter: ${name}`,
  run: async () => {
    const post = `---\n${text}\n---\nText.\n`;
    for (const dialect of ['jigsaw', 'generic'] as const) {
      const { frontMatter } = parsePost(EXAMPLE, post, dialect);
      assert.ok(frontMatter === undefined || frontMatter.data !== undefined || frontMatter.problem);
    }
    assert.ok(Array.isArray(await problemsWith(post)));
  },
}));

const bodies: readonly HostileCase[] = HOSTILE_BODIES.map(({ name, text }) => ({
  name: `body: ${name}`,
  run: async () => {
    for (const dialect of ['markdown-extra', 'commonmark'] as const)
      assert.equal(typeof renderBody(text, dialect), 'string');
    for (const path of [
      EXAMPLE,
      'source/_posts/example.html',
      'source/_posts/example.blade.md',
    ] as SitePath[])
      assert.ok(Array.isArray(await problemsIn(path, text)));
    assert.ok(await completionsAfter(text));
  },
}));

async function problemsIn(path: SitePath, body: string) {
  const { site } = await openSite({ ...RULE_SITE, [path]: withFrontMatter(body) });
  return problemsOf(site);
}

async function completionsAfter(body: string) {
  const text = withFrontMatter(body);
  const { site } = await openSite({ ...RULE_SITE, [EXAMPLE]: text });
  const post = site.posts.get(EXAMPLE);
  assert.ok(post);
  return completionsAt(new PostContext(post, site, NOW), text.length, READER);
}

/** A link, so that what hosts redirect is asked, and a title, so that patterns are tried. */
const POST = withFrontMatter(`Text, [link](/${'a'.repeat(200)}-).`).replace(
  'An example',
  `${'a'.repeat(1000)}!`,
);

const sites: readonly HostileCase[] = HOSTILE_SITES.map(({ name, texts }) => ({
  name: `site: ${name}`,
  run: async () => {
    const { site } = await openSite({ ...RULE_SITE, ...texts, [EXAMPLE]: POST });
    assert.ok(Array.isArray(problemsOf(site)));
  },
}));

/** What a text may hold between the words of a file's name. */
const mentions: readonly HostileCase[] = ['&_;', '&a;', '&', '%20', '%', '&#1;'].map((part) => ({
  name: `a text to search for a moved file: ${part}`,
  run: () => assert.equal(mayMention(['alpha-post.md'])(`alpha${part.repeat(20_000)}x`), false),
}));

/** What another server may send for an image. */
const answers: readonly HostileCase[] = ['<!-- -->', '<!----><!-', '<!-', '\t', '<'].map((part) => ({
  name: `bytes from another server: ${JSON.stringify(part)}`,
  run: () => {
    const bytes = new TextEncoder().encode(part.repeat(300).slice(0, 250).concat('<svg>'));
    const headers = { status: 200, type: 'text/html', location: undefined, retryAfter: undefined };
    const answer = judge({ kind: 'response', ...headers, bytes }, 'image');
    assert.ok(['there', 'not-an-image'].includes(answer.kind));
  },
}));

/** A text that becomes a post. */
const openings: readonly HostileCase[] = [
  ['', ' ', 'x'],
  ['', '](', ''],
  ['', ']({', ''],
  ['```\n~~~', '~', 'x'],
  ['', '```\n~~~b\n', 'x'],
  ['# a', '\t', 'x'],
].map(([before = '', part = '', behind = '']) => ({
  name: `a new post’s text: ${JSON.stringify(part)} between ${JSON.stringify(before)} and ${JSON.stringify(behind)}`,
  run: () => {
    const { body } = openingOf(before + part.repeat(400_000 / part.length) + behind);
    assert.equal(typeof body, 'string');
  },
}));

/** What a post may hold of which a description is made. */
const descriptions: readonly HostileCase[] = ['“', '“a. ', '(a. ', '3. ', 'a. ', '»', '」 ', '早い。'].map(
  (part) => ({
    name: `a post to be described: ${JSON.stringify(part)}`,
    run: () => {
      const texts = [part.repeat(50_000 / part.length)];
      assert.ok(Array.isArray(describe({ title: '', texts, longest: 160 }, 4)));
    },
  }),
);

/** What a file of redirects may hold that a moved post is to be written into. */
const redirects: readonly HostileCase[] = (
  ['netlify', 'apache', 'nginx', 'yaml', 'json', 'vercel'] as const
).flatMap((format) =>
  [
    ['/', '\t', '\n'],
    ['', '"', '\n'],
    ['RedirectMatch 301 "^/', '\\', '$" /x\n'],
    ['', '/a /b;\n', ''],
    ['', '{"redirects":', ''],
    ['', '\n', ''],
  ].map(([before = '', part = '', behind = '']) => ({
    name: `redirects of ${format}: ${JSON.stringify(part)} between ${JSON.stringify(before)} and ${JSON.stringify(behind)}`,
    run: () => {
      const text = before + part.repeat(200_000 / part.length) + behind;
      const edit = addRedirects(text, redirectFormatOf({ file: 'r', format }), [{ from: '/a', to: '/b' }]);
      assert.notEqual(edit, text);
    },
  })),
);

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...openings,
  ...descriptions,
  ...redirects,
  ...yaml,
  ...bodies,
  ...sites,
  ...mentions,
  ...answers,
];
