import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintPost } from '../../src/core/rules/lint.ts';
import { lintSite } from '../../src/core/rules/lint-site.ts';
import type { Problem } from '../../src/core/rules/rule.ts';
import { english } from '../../src/core/text/message.ts';
import { openSite, type Texts } from '../memory-files.ts';
import { readTexts } from '../rule-site.ts';

/** A file of a scenario: its text, its bytes where it is no text, or null where the base's file is taken away. */
type ScenarioFile = string | { readonly base64: string } | null;

/** One case of `test/golden/builds.json`: files laid over a base site, and what Jigsaw's build made of them. */
export interface Scenario {
  readonly name: string;
  readonly base: 'blog' | 'mini';
  readonly env?: string;
  readonly files: Readonly<Record<string, ScenarioFile>>;
  readonly outcome: {
    readonly build: 'ok' | 'fail';
    readonly error?: string;
    /** Sources whose text is on no page of their own. */
    readonly lost?: readonly unknown[];
  };
}

/** What becomes of a site: the build dies, or a post's text is lost, or neither. */
export type Verdict = 'build-fails' | 'post-lost' | 'clean';

export interface Comparison {
  readonly name: string;
  readonly expected: Verdict;
  readonly actual: Verdict;
  /** What Jigsaw said, and what Copydesk says. */
  readonly error: string | undefined;
  readonly said: readonly string[];
}

const GOLDEN = join(import.meta.dirname, '../golden');
const BASES: Readonly<Record<Scenario['base'], Texts>> = {
  blog: readTexts(join(GOLDEN, 'bases/blog')),
  mini: readTexts(join(GOLDEN, 'bases/mini')),
};

/** The scenarios of a golden file. */
export async function readScenarios(path: string): Promise<readonly Scenario[]> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** Checks a scenario's site, and sets what is said of it against what Jigsaw made of it. */
export async function compare({ name, base, env, files, outcome }: Scenario): Promise<Comparison> {
  const { site } = await openSite(textsOf(base, files), env === undefined ? {} : { env });
  const problems: [path: string, problem: Problem][] = lintSite(site).flatMap((file) =>
    file.problems.map((problem): [string, Problem] => [file.path, problem]),
  );
  for (const post of site.posts.values()) {
    for (const problem of lintPost(post, site, Date.now())) problems.push([post.path, problem]);
  }
  const fatal = problems.filter(([, { effect }]) => effect === 'build-fails');
  const lost = problems.filter(([path, { effect }]) => effect === 'post-lost' && path in files);
  return {
    name,
    expected: expectation(outcome),
    actual: fatal.length > 0 ? 'build-fails' : lost.length > 0 ? 'post-lost' : 'clean',
    error: outcome.error,
    said: [...fatal, ...lost].map(([path, { rule, message }]) => `${path}: ${rule}: ${english(message)}`),
  };
}

function textsOf(base: Scenario['base'], files: Scenario['files']): Texts {
  const texts = new Map(Object.entries(BASES[base]));
  for (const [path, file] of Object.entries(files)) {
    if (file === null) texts.delete(path);
    else
      texts.set(path, typeof file === 'string' ? file : Buffer.from(file.base64, 'base64').toString('utf8'));
  }
  return Object.fromEntries(texts);
}

function expectation({ build, lost = [] }: Scenario['outcome']): Verdict {
  if (build === 'fail') return 'build-fails';
  return lost.length > 0 ? 'post-lost' : 'clean';
}

/** How far one verdict can be relied on: of those said, how many are right; of those that hold, how many are said. */
export function figures(results: readonly Comparison[], verdict: Verdict) {
  const said = results.filter(({ actual }) => actual === verdict).length;
  const holds = results.filter(({ expected }) => expected === verdict).length;
  const right = results.filter(({ expected, actual }) => expected === verdict && actual === verdict).length;
  return {
    said,
    holds,
    right,
    precision: said === 0 ? 1 : right / said,
    recall: holds === 0 ? 1 : right / holds,
  };
}
