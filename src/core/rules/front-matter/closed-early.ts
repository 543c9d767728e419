import { parsePost } from '../../post/parse-post.ts';
import type { Post } from '../../post/post.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { type Boundary, boundaryMistake } from './boundary.ts';
import { consequenceOf } from './consequence.ts';

/** Three dashes after a line break or a `|` close the front matter wherever they stand, also within a value. */
export const closedEarly: Rule = {
  meta: {
    id: 'front-matter/closed-early',
    summary: 'Dashes within the front matter close it too early.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    const mistake = boundaryMistake(post);
    if (mistake?.kind !== 'closed-early') return;
    const { effect, words } = consequenceOf(context);
    const isInline = post.text[mistake.closer.start - 1] === '|';
    yield {
      span: mistake.closer,
      message: isInline
        ? message(
            'Right after a `|` these dashes close the front matter, and the fields below don’t count. {0}',
            words,
          )
        : message('These dashes close the front matter, and the fields below them don’t count. {0}', words),
      effect,
      fixes: () => fixesFor(post, mistake, isInline),
    };
  },
};

type ClosedEarly = Extract<Boundary, { kind: 'closed-early' }>;

function fixesFor(post: Post, mistake: ClosedEarly, isInline: boolean): readonly Fix[] {
  const { start } = mistake.closer;
  if (isInline) {
    const end = mistake.meant?.start ?? mistake.closer.end;
    const bars = [...post.text.slice(start - 1, end).matchAll(/\|(?=---)/g)];
    const edits = bars.map(({ index }) => insert(start + index, ' '));
    return [{ title: message('Put a space before the dashes'), edits, preferred: true }];
  }
  const indent = indentOf(post);
  if (indent !== undefined) {
    const edits = [insert(start, indent)];
    if (helps(post, edits, mistake)) return [{ title: message('Indent the dashes'), edits, preferred: true }];
  }
  const line = span(start, start + (/^.*(?:\r\n|\n|\r)/.exec(post.text.slice(start))?.[0].length ?? 3));
  const edits = [{ span: line, text: '' }];
  return helps(post, edits, mistake) ? [{ title: message('Remove this line'), edits, preferred: true }] : [];
}

/** Whether the front matter then goes down to where the writer meant it to, and can be read. */
function helps({ path, text }: Post, edits: readonly TextEdit[], { meant }: ClosedEarly): boolean {
  const { frontMatter } = parsePost(path, applyEdits(text, edits));
  const moved = edits.reduce(
    (sum, { span: where, text: replacement }) => sum + replacement.length - (where.end - where.start),
    0,
  );
  return frontMatter?.problem === undefined && frontMatter?.closer.start === (meant?.start ?? 0) + moved;
}

/** How the lines of the value that the dashes stand in are indented; undefined when they stand in none. */
function indentOf(post: Post): string | undefined {
  const node = post.frontMatter?.fields.at(-1)?.node;
  if (!node || !['literal', 'folded', 'single-quoted', 'double-quoted'].includes(node.style))
    return undefined;
  return /[\r\n]([ \t]+)\S/.exec(slice(post.text, node.span))?.[1] ?? '  ';
}

function insert(at: number, text: string): TextEdit {
  return { span: span(at, at), text };
}
