import { parsePost } from '../post/parse-post.ts';
import type { Post, YamlNode } from '../post/post.ts';
import type { SitePath } from '../site/files.ts';
import { and, type Message, message } from '../text/message.ts';
import { type Span, slice, span } from '../text/span.ts';
import { type Draft, type Stop, textOf } from './draft.ts';
import { escapeFor, oneLine, writeFlowItem, writeText } from './write-value.ts';

/** Where a site keeps its templates for new posts. */
export const TEMPLATE_FOLDER = '.copydesk/templates' as SitePath;

/** What `{{ title }}` and its kin stand for; `cursor` is where the writing starts. */
export type TemplateValues = Readonly<Record<'title' | 'date' | 'slug' | 'author' | 'body', string>>;

const NAMES: ReadonlySet<string> = new Set(['title', 'date', 'slug', 'author', 'body', 'cursor']);

/** In front matter, what is guessed or isn't there yet. */
const LEFT_TO_THE_WRITER: ReadonlySet<string> = new Set(['author', 'cursor']);

/** Why a template can't be used, and where in it. */
export interface TemplateProblem {
  readonly span: Span;
  readonly message: Message;
}

export type FilledTemplate =
  | { readonly draft: Draft; readonly problem?: undefined }
  | { readonly problem: TemplateProblem };

interface Placeholder {
  readonly name: string;
  readonly span: Span;
}

/**
 * Makes a post of a template: a post's text with places such as `{{ title }}` in it. Values are quoted where YAML needs
 * it. Blade's own echoes, which hold more than a word of small letters, stay; so does a place after `@`.
 */
export function fillTemplate(
  text: string,
  values: TemplateValues,
  generator: 'jigsaw' | 'generic',
): FilledTemplate {
  const placeholders = placeholdersIn(text);
  const unknown = placeholders.find(({ name }) => !NAMES.has(name));
  if (unknown) {
    const names = and([...NAMES].map((name) => `{{ ${name} }}`));
    const words = message('There is no placeholder called “{0}”. You can use {1}.', unknown.name, names);
    return { problem: { span: unknown.span, message: words } };
  }
  // Words as long as the places themselves, so that what is found stands where it does in the template.
  const masked = placeholders.reduce(
    (masked, { span: { start, end } }) =>
      masked.slice(0, start) + 'x'.repeat(end - start) + masked.slice(end),
    text,
  );
  const post = parsePost('template.md' as SitePath, masked, generator);
  const problem = mistakeIn(post);
  return problem ? { problem } : { draft: fill(text, post, placeholders, values) };
}

function placeholdersIn(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(/(?<!@|\{)\{\{\s*([a-z]+)\s*\}\}/g), ({ 0: all, 1: name = '', index }) => ({
    name,
    span: span(index, index + all.length),
  }));
}

function mistakeIn({ frontMatter, text }: Post): TemplateProblem | undefined {
  if (!frontMatter) {
    const line = span(0, /^[^\r\n]*/.exec(text)?.[0].length ?? 0);
    return {
      span: line,
      message: message('A template starts with front matter: fields between two lines of ---.'),
    };
  }
  const { problem } = frontMatter;
  return (
    problem && {
      span: problem.span,
      message: message('The front matter can’t be read. (The build would say: {0})', problem.symfony),
    }
  );
}

/** A part of the template, and what stands there in the post. */
interface Replacement {
  readonly span: Span;
  readonly draft: Draft;
}

function fill(text: string, post: Post, placeholders: readonly Placeholder[], values: TemplateValues): Draft {
  const replacements: Replacement[] = [];
  const within = ({ start, end }: Span) =>
    placeholders.filter(({ span: each }) => start <= each.start && each.end <= end);
  for (const { node, isInFlow } of leavesOf(post)) {
    const inside = within(node.span);
    if (node.style === 'empty')
      replacements.push({ span: node.span, draft: [' ', { stop: 'field', text: '' }] });
    else if (inside.length > 0)
      replacements.push({ span: node.span, draft: filledValue(text, node, inside, values, isInFlow) });
  }
  const covered = (each: Span) =>
    replacements.some((r) => r.span.start <= each.start && each.end <= r.span.end);
  for (const { name, span: each } of placeholders) {
    if (!covered(each)) replacements.push({ span: each, draft: [bare(name, values)] });
  }
  const draft: (string | Stop)[] = [];
  let at = 0;
  for (const { span: each, draft: pieces } of replacements.sort((a, b) => a.span.start - b.span.start)) {
    draft.push(text.slice(at, each.start), ...pieces);
    at = each.end;
  }
  draft.push(text.slice(at));
  return placeCursor(draft, placeholders, values);
}

/** Where no place is named for it, a body is added at the end, and the writing starts there. */
function placeCursor(draft: Draft, placeholders: readonly Placeholder[], { body }: TemplateValues): Draft {
  const has = (name: string) => placeholders.some((each) => each.name === name);
  const [end = ''] = /\s*$/.exec(textOf(draft)) ?? [];
  const breaks = end.match(/\r\n?|\n/g)?.length ?? 0;
  const gap = '\n'.repeat(Math.max(0, 2 - breaks));
  const written = has('body') || body === '' ? [] : [`${gap}${body}\n\n`];
  const cursor: Draft = has('cursor') ? [] : [written.length > 0 ? '' : gap, { stop: 'body', text: '' }];
  return [...draft, ...written, ...cursor];
}

function bare(name: string, values: TemplateValues): string | Stop {
  return name === 'cursor' ? { stop: 'body', text: '' } : textFor(name, values);
}

function textFor(name: string, values: TemplateValues): string {
  return new Map<string, string>(Object.entries(values)).get(name) ?? '';
}

/** The value of a field with its places filled, in the quotes that it has or needs. */
function filledValue(
  text: string,
  node: YamlNode,
  inside: readonly Placeholder[],
  values: TemplateValues,
  isInFlow: boolean,
): Draft {
  const { style } = node;
  const isQuoted = style === 'single-quoted' || style === 'double-quoted';
  const inner = isQuoted ? span(node.span.start + 1, node.span.end - 1) : node.span;
  let [filled, at] = ['', inner.start];
  for (const { name, span: each } of inside) {
    const value = oneLine(textFor(name, values));
    filled += text.slice(at, each.start) + (isQuoted ? escapeFor(style, value) : value);
    at = each.end;
  }
  filled += text.slice(at, inner.end);
  const isLeft = filled === '' || inside.some(({ name }) => LEFT_TO_THE_WRITER.has(name));
  const place = (written: string): string | Stop => (isLeft ? { stop: 'field', text: written } : written);
  if (isQuoted) {
    const quote = slice(text, span(node.span.start, inner.start));
    return [quote, place(filled), quote];
  }
  if (style !== 'plain') return [place(filled)];
  const [only] = inside;
  const isDate = only?.name === 'date' && inside.length === 1 && only.span.start === inner.start;
  if (isDate && only.span.end === inner.end) return [filled];
  return [place(isInFlow ? writeFlowItem(filled) : filled === '' ? '' : writeText(filled))];
}

/** Every single value of the front matter. */
function* leavesOf({ frontMatter }: Post): Iterable<{ readonly node: YamlNode; readonly isInFlow: boolean }> {
  for (const { node } of frontMatter?.fields ?? []) yield* leavesIn(node, false);
}

function* leavesIn(
  node: YamlNode,
  isInFlow: boolean,
): Iterable<{ readonly node: YamlNode; readonly isInFlow: boolean }> {
  const inner = isInFlow || node.style === 'flow';
  const below = [...node.items, ...node.fields.map((field) => field.node)];
  if (below.length === 0) yield { node, isInFlow };
  for (const each of below) yield* leavesIn(each, inner);
}
