import type { Post, YamlNode } from '../post/post.ts';
import { type Span, slice, span } from '../text/span.ts';
import { endOfEntry, lineEndAt, nextLineAt, yamlLineAt } from './front-matter/yaml-lines.ts';

/** A comment that asks to ignore problems. */
export interface Suppression {
  /** The whole comment. */
  readonly span: Span;
  /** The rule that it names, and where; undefined for all rules. One that names several stands here once for each. */
  readonly rule: { readonly id: string; readonly span: Span } | undefined;
  /** Where the problems are that it means. */
  readonly covers: readonly Span[];
}

/** `# copydesk-disable…` alone on its line. */
const IN_YAML = /^[ \t]*(#[ \t]*copydesk-(disable(?:-next-line)?)(?![\w-])([^\r\n]*))/;

/** `<!-- copydesk-disable… -->`, or as a comment of Blade's, which doesn't get onto the page. */
const IN_BODY =
  /(?:<!--|\{\{--)[ \t\r\n]*copydesk-(disable-next-line|disable|enable)(?![\w-])((?:(?!-->|--\}\})[^<])*)(?:-->|--\}\})/g;

/** The comments of a post that ask to ignore problems, in their order. */
export function readSuppressions(post: Post): readonly Suppression[] {
  if (!post.text.includes('copydesk-disable')) return [];
  return [...inFrontMatter(post), ...inBody(post)];
}

function inFrontMatter({ text, frontMatter }: Post): readonly Suppression[] {
  if (!frontMatter) return [];
  const { opener, closer, fields } = frontMatter;
  const found: Suppression[] = [];
  /** Comments about the next entry, until it comes. */
  let waiting: { readonly span: Span; readonly names: Span; readonly isFirst: boolean }[] = [];
  let isFirst = true;
  let fieldIndex = 0;
  for (let at = nextLineAt(text, opener.end); at < closer.start; at = nextLineAt(text, at)) {
    while (fieldIndex + 1 < fields.length && (fields[fieldIndex + 1]?.span.start ?? at) <= at)
      fieldIndex += 1;
    const line = text.slice(at, lineEndAt(text, at));
    const written = line.trim();
    if (written === '') continue;
    if (!written.startsWith('#') || isInScalar(fields[fieldIndex]?.node, at)) {
      if (waiting.length > 0) {
        const end = endOfEntry(text, yamlLineAt(text, at), closer.start);
        // What is wrong with the closing dashes is told of at the last entry.
        const below = span(at, nextLineAt(text, end) >= closer.start ? closer.end : end);
        for (const each of waiting) {
          found.push(
            ...oneForEach(text, each.span, each.names, each.isFirst ? [below, span(0, opener.end)] : [below]),
          );
        }
      }
      waiting = [];
      isFirst = false;
      continue;
    }
    const [whole, comment = '', kind, names = ''] = IN_YAML.exec(line) ?? [];
    if (whole === undefined) continue;
    const end = at + whole.length;
    const [where, named] = [span(end - comment.length, end), span(end - names.length, end)];
    if (kind === 'disable') found.push(...oneForEach(text, where, named, [span(0, text.length)]));
    else waiting.push({ span: where, names: named, isFirst });
  }
  for (const each of waiting) {
    found.push(
      ...oneForEach(text, each.span, each.names, each.isFirst ? [closer, span(0, opener.end)] : [closer]),
    );
  }
  return found;
}

/** Whether a line is part of a text that goes over several lines, so that it is no comment there. */
function isInScalar(node: YamlNode | undefined, at: number): boolean {
  if (!node || at <= node.span.start || at >= node.span.end) return false;
  if (node.fields.length > 0) return node.fields.some((field) => isInScalar(field.node, at));
  return node.items.length > 0 ? node.items.some((item) => isInScalar(item, at)) : node.style !== 'flow';
}

function inBody({ path, text, body, frontMatter }: Post): readonly Suppression[] {
  const code = /\.(?:md|markdown|mdown)$/i.test(path) ? codeOf(text, body) : [];
  const found: Suppression[] = [];
  /** Where the silence of each rule ends, for comments that stand above; of all rules under an empty name. */
  const ends = new Map<string, number>();
  let codeIndex = code.length - 1;
  for (const match of [...text.slice(body.start, body.end).matchAll(IN_BODY)].reverse()) {
    const start = body.start + match.index;
    while (codeIndex >= 0 && (code[codeIndex]?.start ?? 0) > start) codeIndex -= 1;
    if (start < (code[codeIndex]?.end ?? 0)) continue;
    const [whole, kind, names = ''] = match;
    const where = span(start, start + whole.length);
    const namesAt = start + whole.indexOf(names, whole.indexOf(`copydesk-${kind}`));
    const named = span(namesAt, namesAt + names.length);
    if (kind === 'enable') {
      const rules = namesIn(names);
      if (rules.length === 0) ends.clear();
      for (const id of rules.length === 0 ? [''] : rules.map((rule) => rule.id)) ends.set(id, start);
    } else {
      const below = kind === 'disable-next-line' ? [blockBelow(text, where.end)] : [];
      // Without front matter, what is said of the post stands at its first line, which this comment may be.
      if (below.length > 0 && !frontMatter && text.slice(0, start).trim() === '') below.push(span(0, start));
      for (const each of [...oneForEach(text, where, named, below)].reverse()) {
        const end = Math.min(ends.get('') ?? body.end, ends.get(each.rule?.id ?? '') ?? body.end);
        found.push(kind === 'disable' ? { ...each, covers: [span(where.end, end)] } : each);
      }
    }
  }
  return found.reverse();
}

/** The next lines with text, down to a blank one. */
function blockBelow(text: string, from: number): Span {
  const start = from + (/^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)*/.exec(text.slice(from))?.[0].length ?? 0);
  const length = text.slice(start).search(/(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)/);
  return span(start, length === -1 ? text.length : start + length);
}

/** Where a Markdown body shows code: fenced, indented, or in a line's backticks before a comment. */
function codeOf(text: string, body: Span): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: whole } of text
    .slice(body.start, body.end)
    .matchAll(
      /^ {0,3}(`{3,}|~{3,})[^\r\n]*[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|^(?: {4}|\t)[^\r\n]*|`[^`\r\n]+`/gm,
    )) {
    found.push(span(body.start + index, body.start + index + whole.length));
  }
  return found;
}

function oneForEach(text: string, where: Span, named: Span, covers: readonly Span[]): readonly Suppression[] {
  const rules = namesIn(slice(text, named));
  if (rules.length === 0) return [{ span: where, rule: undefined, covers }];
  return rules.map(({ id, at }) => ({
    span: where,
    rule: { id, span: span(named.start + at, named.start + at + id.length) },
    covers,
  }));
}

/** The rules' names up to the first word that is none: what follows may be the reason. */
function namesIn(text: string): readonly { readonly id: string; readonly at: number }[] {
  const found: { id: string; at: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/[^\s,]+/g)) {
    if (!/^[a-z-]+\/[a-z-]+$/.test(word)) break;
    found.push({ id: word, at: index });
  }
  return found;
}
