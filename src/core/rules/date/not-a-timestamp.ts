import { type DateMeaning, type DateReading, readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import type { BuildError } from '../../site/jigsaw/dry-run/dry-run.ts';
import { type Message, message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import { buildErrorOf } from '../build-error.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { isPage, isSortedByDate, isUsual, otherDates } from './other-dates.ts';
import { rewriteDate, unquoteDate } from './rewrite-date.ts';

/** A date that Jigsaw doesn't read as one: a text, which sorts as text and stops the build where a number is needed. */
export const notATimestamp: Rule = {
  meta: {
    id: 'date/not-a-timestamp',
    summary: 'The site doesn’t read the date as a date.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    const node = fieldOf(post, 'date')?.node;
    if (!node || !isNoTimestamp(context)) return;
    const reading = readDate(node, post.text);
    const error = buildErrorOf(context, 'date');
    if (!error && !isUnusual(context, reading)) return;
    yield {
      span: node.span,
      message: message('{0} {1}', whatIsWrong(node, reading), whatHappens(context, error)),
      ...(error && { severity: 'error', effect: 'build-fails' }),
      ...fixesFor(context, node, reading),
    };
  },
};

/** Whether a post's date is anything but whole seconds, though there is one. */
export function isNoTimestamp({ post, site }: RuleContext): boolean {
  if ((site && !site.jigsaw) || readableFields(post).length === 0) return false;
  const node = fieldOf(post, 'date')?.node;
  return node !== undefined && ['text', 'other', 'fraction'].includes(readDate(node, post.text).kind);
}

/** Whether the site seems not to be made for dates of this kind. */
function isUnusual(context: RuleContext, { kind }: DateReading): boolean {
  if (kind === 'fraction' || isPage(context)) return false;
  const others = otherDates(context);
  if (isUsual(kind, others)) return false;
  return !context.site || isSortedByDate(context) || (others.get('timestamp') ?? 0) > 0;
}

function whatIsWrong({ style, value }: YamlNode, reading: DateReading): Message {
  if (reading.kind === 'fraction') return message('This site’s code takes whole seconds only.');
  if (reading.kind !== 'text') return message('This isn’t a date.');
  if (style === 'single-quoted' || style === 'double-quoted')
    return message('In quotes, this is text, not a date.');
  const text = String(value);
  if (/^\d{4}-\d\d?-\d\d?[ Tt]+\d\d?:\d\d$/.test(text))
    return message('Without seconds, this is text, not a date.');
  if (/^\d{4}-\d\d?-\d\d?/.test(text)) return message('Written like this, it is text, not a date.');
  return message('This is text, not a date: a date is written like `2024-05-01` or `2024-05-01 10:30:00`.');
}

function whatHappens(context: RuleContext, error: BuildError | undefined): Message {
  if (error) return message('This site can’t be built with it. (The build says: {0})', error.error);
  return isSortedByDate(context)
    ? message('The post is in the wrong place in every list that is sorted by date.')
    : message('Pages that show the date may show a wrong one, or stop the build.');
}

function fixesFor(
  { post, habits }: RuleContext,
  node: YamlNode,
  reading: DateReading,
): Pick<Finding, 'fixes'> {
  const { text } = post;
  const meanings: readonly DateMeaning[] = reading.kind === 'text' ? reading.meanings : [];
  const whole = reading.kind === 'fraction' ? withoutFraction(node, text) : unquoteDate(node, text);
  if (!whole && meanings.length === 0) return {};
  return {
    fixes: (): readonly Fix[] => {
      const fixes = whole ? [whole] : meanings.map((meaning) => rewriteDate(node, meaning, habits));
      return fixes.map((fix) => ({ ...fix, preferred: fixes.length === 1 }));
    },
  };
}

/** Takes the fraction off the seconds. */
function withoutFraction({ span: where }: YamlNode, text: string): Fix | undefined {
  const fraction = /\.\d+/.exec(slice(text, where));
  if (!fraction) return undefined;
  const start = where.start + fraction.index;
  return {
    title: message('Remove the fraction of a second'),
    edits: [{ span: span(start, start + fraction[0].length), text: '' }],
  };
}
