import { readFileSync } from 'node:fs';
import { parsePost } from '../../src/core/post/parse-post.ts';
import type { Post } from '../../src/core/post/post.ts';
import { Float, isList, isMap, Tagged, type Value } from '../../src/core/post/value.ts';
import { type SitePath, sitePath } from '../../src/core/site/files.ts';

/** A text, or bytes that aren't UTF-8. */
type Content = string | { readonly base64: string };

interface Failure {
  readonly class: string;
  readonly message: string;
  readonly line?: number | null;
}

type Result =
  | { readonly kind: 'none'; readonly body: Content }
  | ({ readonly kind: 'error' } & Failure)
  | {
      readonly kind: 'parsed';
      readonly data: unknown;
      readonly body: Content;
      readonly renderBody?: Content;
      readonly renderError?: Failure;
    };

interface Case {
  readonly name: string;
  readonly input: Content;
  readonly result: Result;
  readonly resultYaml72?: Result;
}

/** What is compared, each for the cases that have it. */
export const ASPECTS = ['verdict', 'data', 'body', 'rendered', 'message'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Disagreement {
  readonly name: string;
  readonly aspect: Aspect;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Agreement {
  readonly figures: Readonly<Record<Aspect, { readonly agreed: number; readonly of: number }>>;
  readonly disagreements: readonly Disagreement[];
}

const GOLDEN = new URL('../golden/front-matter.json', import.meta.url);

/** Compares what `parsePost` makes of every case with what Jigsaw made of it, with either version of Symfony Yaml. */
export function frontMatterAgreement(data: URL = GOLDEN): Agreement {
  const cases: readonly Case[] = JSON.parse(readFileSync(data, 'utf8'));
  const figures = Object.fromEntries(ASPECTS.map((aspect) => [aspect, { agreed: 0, of: 0 }])) as Record<
    Aspect,
    { agreed: number; of: number }
  >;
  const disagreements: Disagreement[] = [];
  for (const { name, input, result, resultYaml72 } of cases) {
    const post = parsePost(sitePath('source/_posts/story.md') as SitePath, decode(input));
    const actual = outcome(post);
    const expectations = [result, ...(resultYaml72 ? [resultYaml72] : [])].map(expectation);
    for (const aspect of ASPECTS) {
      const expected = expectations.map((each) => each[aspect]);
      if (expected.every((each) => each === undefined)) continue;
      figures[aspect].of++;
      if (expected.some((each) => JSON.stringify(each) === JSON.stringify(actual[aspect])))
        figures[aspect].agreed++;
      else disagreements.push({ name, aspect, expected: expected[0], actual: actual[aspect] });
    }
  }
  return { figures, disagreements };
}

type Outcome = Partial<Record<Aspect, unknown>>;

function outcome(post: Post): Outcome {
  const { frontMatter, text, body, rendered } = post;
  const written = text.slice(body.start, body.end);
  if (frontMatter === undefined) return { verdict: 'none', body: written };
  const { problem, data } = frontMatter;
  if (problem !== undefined) return { verdict: 'error', message: problem.symfony };
  return {
    verdict: 'parsed',
    data: canonical(data ?? null),
    body: written,
    rendered: rendered.problem?.symfony ?? text.slice(rendered.body.start, rendered.body.end),
  };
}

function expectation(result: Result): Outcome {
  if (result.kind === 'error') return { verdict: 'error', message: result.message };
  if (result.kind === 'none') return { verdict: 'none', body: decode(result.body) };
  return {
    verdict: 'parsed',
    data: golden(result.data),
    body: decode(result.body),
    rendered: result.renderError?.message ?? decode(result.renderBody ?? result.body),
  };
}

/** The bytes as the shells decode them. */
function decode(content: Content): string {
  return typeof content === 'string'
    ? content
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(content.base64, 'base64'));
}

/** A value in the golden data's notation. */
function canonical(value: Value, isTop = true): unknown {
  if (value instanceof Float) return { $float: phpFloat(value.value) };
  if (value instanceof Tagged) return { $object: 'Symfony\\Component\\Yaml\\Tag\\TaggedValue' };
  if (typeof value === 'bigint') return { $int: value.toString() };
  if (isList(value)) return value.map((item) => canonical(item, false));
  if (isMap(value)) {
    if (value.size === 0) return isTop ? {} : [];
    return Object.fromEntries([...value].map(([key, inner]) => [key, canonical(inner, false)]));
  }
  return value;
}

/** The golden data in the notation of `canonical`: PHP can't tell an empty mapping from an empty list. */
function golden(data: unknown, isTop = true): unknown {
  if (Array.isArray(data)) return data.length === 0 && isTop ? {} : data.map((item) => golden(item, false));
  if (typeof data !== 'object' || data === null) return data;
  if ('$base64' in data) return fromBytes(Buffer.from(String(data.$base64), 'base64'));
  return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, golden(inner, false)]));
}

/** Bytes that are not UTF-8: halves of surrogate pairs, each encoded by itself, or else a character for each byte. */
function fromBytes(bytes: Buffer): string {
  const latin1 = bytes.toString('latin1');
  const decoded = latin1.replace(/\xed([\xa0-\xbf])([\x80-\xbf])/g, (_, high: string, low: string) => {
    const unit = 0xd000 | ((high.charCodeAt(0) & 0x3f) << 6) | (low.charCodeAt(0) & 0x3f);
    return String.fromCharCode(unit);
  });
  return decoded === latin1 ? latin1 : decoded;
}

function phpFloat(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'INF';
  if (value === Number.NEGATIVE_INFINITY) return '-INF';
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
