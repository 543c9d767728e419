import { isBlade } from '../post/file-kind.ts';
import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import { renderBody } from '../render/render.ts';
import { markdownDialect, type Site } from '../site/site.ts';
import { eolOf } from '../text/eol.ts';
import { message } from '../text/message.ts';
import { span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { unusedSuppression } from './copydesk/unused-suppression.ts';
import { lineEndAt, nextLineAt, yamlLineAt } from './front-matter/yaml-lines.ts';
import type { Fix, Problem } from './rule.ts';
import { readSuppressions } from './suppressions.ts';

/**
 * Writes the comment that asks to ignore a problem, as near to it as one can stand without changing what readers see;
 * undefined where none would be seen, such as in a post whose front matter isn't, and for what stops the build: that
 * stops, however quiet the list of problems is.
 */
export function suppressionFix(
  post: Post,
  site: Site | undefined,
  { rule, effect, span: { start } }: Problem,
): Fix | undefined {
  const { frontMatter } = post;
  if (rule === unusedSuppression.meta.id || effect === 'build-fails') return undefined;
  const here = message('Ignore `{0}` here', rule);
  if (frontMatter && start < frontMatter.closer.end) {
    const edits = [inFrontMatter(post, rule, start)];
    return readsTheSame(post, site, edits) ? { title: here, edits } : undefined;
  }
  if (!frontMatter && /^[\s\uFEFF]*---/.test(post.text)) return undefined;
  const inBody = aboveBlock(post, rule, start);
  if (looksTheSame(post, site, inBody)) return { title: here, edits: [inBody] };
  const { opener } = frontMatter ?? {};
  if (!opener) return undefined;
  const at = nextLineAt(post.text, opener.end);
  const comment = `# copydesk-disable ${rule}${eolOf(post.text)}`;
  return { title: message('Ignore `{0}` in this post', rule), edits: [insert(at, comment)] };
}

/** Whether a front matter with a comment in it has the same mistake as before, or as before none. */
function readsTheSame(
  { path, text, frontMatter }: Post,
  site: Site | undefined,
  edits: readonly TextEdit[],
): boolean {
  const dialect = site && !site.jigsaw ? 'generic' : 'jigsaw';
  const edited = parsePost(path, applyEdits(text, edits), dialect).frontMatter;
  return edited !== undefined && edited.problem?.kind === frontMatter?.problem?.kind;
}

/** Above the field that a problem is in, or below the opening dashes; into the comment that is there already, if any. */
function inFrontMatter(post: Post, rule: string, start: number): TextEdit {
  const { text } = post;
  const at = start <= lineEndAt(text, 0) ? nextLineAt(text, 0) : entryStart(post, start);
  const above = readSuppressions(post).findLast(({ span: where, rule: named }) => {
    return (
      named !== undefined &&
      nextLineAt(text, where.end) === at &&
      /^#[ \t]*copydesk-disable-next-line/.test(text.slice(where.start))
    );
  });
  if (above?.rule && at !== nextLineAt(text, 0)) return insert(above.rule.span.end, ` ${rule}`);
  return insert(at, `# copydesk-disable-next-line ${rule}${eolOf(text)}`);
}

/** The start of the line with the top level's key that a place belongs to: nothing before it is within a value. */
function entryStart({ text, frontMatter }: Post, start: number): number {
  const isCloser = frontMatter !== undefined && start >= frontMatter.closer.start;
  const field = isCloser
    ? frontMatter.fields.at(-1)
    : frontMatter?.fields.find(({ span: where }) => where.start <= start && start <= where.end);
  let line = yamlLineAt(text, field?.span.start ?? start);
  while (
    !field &&
    line.span.start > nextLineAt(text, 0) &&
    (line.indent.end > line.indent.start || !line.key)
  ) {
    line = yamlLineAt(text, line.span.start - 1);
  }
  return line.span.start;
}

/** Above the block that a problem is in, with a blank line between, as a list or heading may need one. */
function aboveBlock({ path, text, body }: Post, rule: string, start: number): TextEdit {
  const eol = eolOf(text);
  const before = text.slice(body.start, start);
  const blanks = [...before.matchAll(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/g)];
  const last = blanks.at(-1);
  const at = last ? body.start + last.index + last[0].length : body.start;
  const words = `copydesk-disable-next-line ${rule}`;
  const comment = isBlade(path) ? `{{-- ${words} --}}` : `<!-- ${words} -->`;
  return insert(at, `${comment}${eol}${eol}`);
}

/** Whether the body looks the same with a comment in it. In HTML it does wherever the comment isn't within a tag. */
function looksTheSame(post: Post, site: Site | undefined, edit: TextEdit): boolean {
  const { path, text, body } = post;
  const dialect = markdownDialect(path, site);
  const before = text.slice(body.start, edit.span.start);
  if (!dialect) return before.lastIndexOf('<') <= before.lastIndexOf('>');
  const blade = isBlade(path);
  const shown = (source: string) =>
    renderBody(source, dialect, { blade })
      .replace(/(?:<!--|\{\{--) copydesk-[^>}]*(?:-->|--\}\})/g, '')
      .replace(/<p>\s*<\/p>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const edited = applyEdits(text, [edit]).slice(body.start);
  return shown(edited) === shown(text.slice(body.start, body.end));
}

function insert(at: number, text: string): TextEdit {
  return { span: span(at, at), text };
}
