import { type DateMeaning, type DateReading, readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import { type Message, message } from '../../text/message.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { isPage, isSortedByDate, isUsual, otherDates } from './other-dates.ts';
import { rewriteDate, unquoteDate } from './rewrite-date.ts';

/** A date that Jigsaw doesn't read as one: a text, which sorts as text and stops the build where a number is needed. */
export const notATimestamp: Rule = {
  meta: {
    id: 'date/not-a-timestamp',
    summary: 'The date is no date to the site.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, site } = context;
    if ((site && !site.jigsaw) || readableFields(post).length === 0) return;
    const node = fieldOf(post, 'date')?.node;
    if (!node) return;
    const reading = readDate(node, post.text);
    if (reading.kind !== 'text' && reading.kind !== 'other') return;
    if (isPage(context) || isUsual(reading.kind, otherDates(context))) return;
    yield {
      span: node.span,
      message: message('{0} {1}', whatIsWrong(node, reading), whatHappens(context)),
      ...fixesFor(context, node, reading),
    };
  },
};

function whatIsWrong({ style, value }: YamlNode, reading: DateReading): Message {
  if (reading.kind !== 'text') return message('This is no date.');
  if (style === 'single-quoted' || style === 'double-quoted')
    return message('In quotes this is a text and no date.');
  const text = String(value);
  if (/^\d{4}-\d\d?-\d\d?[ Tt]+\d\d?:\d\d$/.test(text))
    return message('Without seconds this is a text and no date.');
  if (/^\d{4}-\d\d?-\d\d?/.test(text)) return message('Written like this, this is a text and no date.');
  return message('This is a text and no date: a date is written like `2024-05-01` or `2024-05-01 10:30:00`.');
}

function whatHappens(context: RuleContext): Message {
  return isSortedByDate(context)
    ? message(
        'The post stands at the wrong place of every list, and pages that show its date may stop the build.',
      )
    : message('Pages that show the date may stop the build.');
}

function fixesFor(
  { post, habits }: RuleContext,
  node: YamlNode,
  reading: DateReading,
): Pick<Finding, 'fixes'> {
  const meanings: readonly DateMeaning[] = reading.kind === 'text' ? reading.meanings : [];
  const unquoted = unquoteDate(node, post.text);
  if (!unquoted && meanings.length === 0) return {};
  return {
    fixes: (): readonly Fix[] => {
      const rewritten = meanings.map((meaning) => rewriteDate(node, meaning, habits));
      return (unquoted ? [unquoted] : rewritten).map((fix, index, all) => ({
        ...fix,
        preferred: index === 0 && all.length === 1,
      }));
    },
  };
}
