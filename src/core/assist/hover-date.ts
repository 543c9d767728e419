import { dateFormOf } from '../fields/date-form.ts';
import { type DateReading, readDate } from '../fields/date-reading.ts';
import { knownField } from '../fields/known-fields.ts';
import type { YamlNode } from '../post/post.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Message, message } from '../text/message.ts';
import { slice } from '../text/span.ts';
import { describeMoment, type Reader } from './date-in-words.ts';
import { constraintOf } from './field-constraint.ts';
import { valueInWords } from './value-in-words.ts';

/** A day as it is usually written, with or without a time. */
const DATE = /^['"]?\d{4}-\d\d?-\d\d?(?:[Tt \t]|['"]?$)/;

/** A day and a time without seconds. */
const WITHOUT_SECONDS = /^\d{4}-\d\d?-\d\d?[Tt \t]+\d\d?:\d\d$/;

/** Whether a field holds a date: by its name, by `copydesk.json`, or because one stands there. */
export function holdsDate(context: RuleContext, key: string, node: YamlNode): boolean {
  const holds = constraintOf(context, key)?.type ?? knownField(key)?.holds;
  return holds === 'date' || (holds === undefined && DATE.test(slice(context.post.text, node.span)));
}

/** When a date is, in words; where the build takes it for something else than it looks like, for what and why. */
export function describeDate({ post }: RuleContext, node: YamlNode, reader: Reader): readonly Message[] {
  const date = readDate(node, post.text);
  if (date.kind === 'text') return [whyText(node, slice(post.text, node.span)), ...meant(date, reader)];
  if (date.kind === 'empty' || date.kind === 'other') return [valueInWords(node.value)];
  const isMeant = date.kind === 'timestamp' || date.kind === 'fraction' || date.kind === 'rolled-over';
  const seconds = isMeant ? date.seconds : Number(node.value);
  const words = [describeMoment(seconds * 1000, reader) ?? message('That date is beyond any calendar.')];
  if (dateFormOf(node, post.text) === 'time')
    words.push(message('Without a time zone, the build reads a time as UTC.'));
  if (date.kind === 'rolled-over')
    words.push(message('That month has no such day, so the build counts on into the next month.'));
  if (date.kind === 'fraction')
    words.push(
      message('The build reads a number with a decimal point, which some layouts can’t use as a date.'),
    );
  const written = slice(post.text, node.span);
  if (!DATE.test(written)) words.push(message('The build counts `{0}` as seconds since 1970.', written));
  return [...words, ...meant(date, reader)];
}

function whyText({ style }: YamlNode, written: string): Message {
  if (style !== 'plain')
    return message('Because of the quotes, the build reads this as text, not as a date.');
  if (WITHOUT_SECONDS.test(written))
    return message('Without seconds, the build reads this as text, not as a date.');
  return message(
    'The build reads this as text, not as a date. A date is written as `2026-01-31` or `2026-01-31 09:30:00`.',
  );
}

/** What the writer most likely means, where the build reads something else. */
function meant(date: DateReading, reader: Reader): readonly Message[] {
  const seconds =
    date.kind === 'text'
      ? date.meanings[0]?.seconds
      : date.kind === 'milliseconds' || date.kind === 'compact'
        ? date.seconds
        : undefined;
  const moment = seconds === undefined ? undefined : describeMoment(seconds * 1000, reader);
  return moment ? [message('You probably meant {0}', moment)] : [];
}
