import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lintPost } from '../src/core/rules/lint.ts';
import { lintSite } from '../src/core/rules/lint-site.ts';
import type { Fix, Problem } from '../src/core/rules/rule.ts';
import type { SitePath } from '../src/core/site/files.ts';
import type { Site } from '../src/core/site/site.ts';
import { english } from '../src/core/text/message.ts';
import { slice } from '../src/core/text/span.ts';
import { openSite, type Texts } from './memory-files.ts';

/** When every check of a test takes place: noon on 15 January 2026, in UTC. */
export const NOW = Date.UTC(2026, 0, 15, 12);

/** Where an example post stands. */
export const EXAMPLE = 'source/_posts/example.md' as SitePath;

/** The front matter of an example that shows a body only. */
const FRONT_MATTER = `---
extends: _layouts.post
title: An example
description: It shows one thing.
keywords: example, lamp, stairs
date: 2025-02-03
author: The keeper
categories: [lighthouse]
---
`;

/** The stock site in which rules are tried: small, and without a problem. */
export const RULE_SITE: Texts = readTexts(join(import.meta.dirname, 'fixtures/rule-site'));

/** A problem in a form that is easy to compare. */
export interface Seen {
  readonly path: string;
  readonly rule: string;
  readonly severity: Problem['severity'];
  readonly effect: Problem['effect'];
  /** The text that the problem covers. */
  readonly at: string;
  readonly start: number;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A body as a post with everything that a post should have. */
export function withFrontMatter(body: string): string {
  return FRONT_MATTER + body;
}

/** Every text below a folder of the disk, as paths with slashes. Bytes of images become some text or other. */
export function readTexts(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')];
    }),
  );
}

/** The problems of all posts of the stock site with these files laid over it. */
export async function problemsIn(texts: Texts): Promise<readonly Seen[]> {
  const { site } = await openSite({ ...RULE_SITE, ...texts });
  return problemsOf(site);
}

/** The problems of one post in the stock site; other files may be laid over it. */
export async function problemsWith(post: string, texts: Texts = {}): Promise<readonly Seen[]> {
  const found = await problemsIn({ ...texts, [EXAMPLE]: post });
  return found.filter(({ path }) => path === EXAMPLE);
}

/** The problems of all posts of a site, and of the files beside them. */
export function problemsOf(site: Site): readonly Seen[] {
  const posts = Array.from(site.posts.values(), (post) => ({ ...post, problems: lintPost(post, site, NOW) }));
  return [...lintSite(site), ...posts].flatMap(({ path, text, problems }) =>
    problems.map(({ rule, severity, effect, span, message, fixes }) => ({
      path,
      rule,
      severity,
      effect,
      at: slice(text, span),
      start: span.start,
      message: english(message),
      fixes: fixes?.() ?? [],
    })),
  );
}
