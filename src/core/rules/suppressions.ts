import type { Field, Post, YamlNode } from '../post/post.ts';
import { type Span, span } from '../text/span.ts';
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
  let isFirst = true;
  for (let at = nextLineAt(text, opener.end); at < closer.start; at = nextLineAt(text, at)) {
    const line = text.slice(at, lineEndAt(text, at));
    const [whole, comment = '', kind, names = ''] = IN_YAML.exec(line) ?? [];
    if (whole !== undefined && !isInScalar(fields, at)) {
      const start = at + whole.length - comment.length;
      const covers =
        kind === 'disable'
          ? [span(0, text.length)]
          : [entryBelow(text, at, closer.start), ...(isFirst ? [span(0, opener.end)] : [])];
      found.push(
        ...oneForEach(
          span(start, start + comment.length),
          start + comment.length - names.length,
          names,
          covers,
        ),
      );
    } else if (line.trim() !== '') isFirst = false;
  }
  return found;
}

/** The next entry below a line, with all its lines: from its first line on. Comments between are passed over. */
function entryBelow(text: string, from: number, until: number): Span {
  for (let at = nextLineAt(text, from); at < until; at = nextLineAt(text, at)) {
    const line = yamlLineAt(text, at);
    const written = text.slice(line.indent.end, line.span.end);
    if (written !== '' && !written.startsWith('#')) return span(at, endOfEntry(text, line, until));
  }
  return span(until, until);
}

/** Whether a line is part of a text that goes over several lines, so that it is no comment there. */
function isInScalar(fields: readonly Field[], at: number): boolean {
  const within = (node: YamlNode): boolean => {
    if (at <= node.span.start || at >= node.span.end) return false;
    if (node.fields.length > 0) return node.fields.some((field) => within(field.node));
    return node.items.length > 0 ? node.items.some(within) : node.style !== 'flow';
  };
  return fields.some((field) => within(field.node));
}

function inBody({ path, text, body }: Post): readonly Suppression[] {
  const code = /\.(?:md|markdown|mdown)$/i.test(path) ? codeOf(text, body) : [];
  const found: Suppression[] = [];
  const enabled: { readonly at: number; readonly names: string }[] = [];
  const comments = [...text.slice(body.start, body.end).matchAll(IN_BODY)]
    .map((match) => ({ match, start: body.start + match.index }))
    .filter(({ start }) => !code.some((each) => each.start <= start && start < each.end));
  for (const { match, start } of comments) {
    if (match[1] === 'enable') enabled.push({ at: start, names: match[2] ?? '' });
  }
  for (const { match, start } of comments) {
    const [whole, kind, names = ''] = match;
    const end = start + whole.length;
    const namesAt = start + whole.indexOf(names, whole.indexOf(`copydesk-${kind}`));
    if (kind === 'disable-next-line') {
      found.push(...oneForEach(span(start, end), namesAt, names, [blockBelow(text, end)]));
    }
    if (kind !== 'disable') continue;
    for (const each of oneForEach(span(start, end), namesAt, names, [])) {
      const stop = enabled.find(
        ({ at, names: ended }) =>
          at > end && (namesIn(ended).length === 0 || ended.includes(each.rule?.id ?? '\n')),
      );
      found.push({ ...each, covers: [span(end, stop?.at ?? body.end)] });
    }
  }
  return found;
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

function oneForEach(
  where: Span,
  from: number,
  names: string,
  covers: readonly Span[],
): readonly Suppression[] {
  const rules = namesIn(names);
  if (rules.length === 0) return [{ span: where, rule: undefined, covers }];
  return rules.map(({ id, at }) => ({
    span: where,
    rule: { id, span: span(from + at, from + at + id.length) },
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
