import { knownField } from '../fields/known-fields.ts';
import type { YamlNode } from '../post/post.ts';
import { Float } from '../post/value.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Message, message } from '../text/message.ts';
import { slice } from '../text/span.ts';
import { describeMoment, type Reader } from './date-in-words.ts';
import { constraintOf } from './field-constraint.ts';

/** A day as it is usually written, with or without a time. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:[Tt \t]|$)/;

/** Whether a field holds a date: by its name, by `copydesk.json`, or because one stands there. */
export function holdsDate(context: RuleContext, key: string, node: YamlNode): boolean {
  const holds = constraintOf(context, key)?.type ?? knownField(key)?.holds;
  return holds === 'date' || (holds === undefined && DATE.test(written(context, node)));
}

function written({ post }: RuleContext, node: YamlNode): string {
  return slice(post.text, node.span).replace(/^['"]|['"]$/g, '');
}

/** When a date is, in words; where the build takes it for something else than it looks like, for what and why. */
export function describeDate(context: RuleContext, node: YamlNode, reader: Reader): readonly Message[] {
  const { value } = node;
  if (typeof value === 'string') return [notADate(context, node)];
  const seconds = value instanceof Float ? value.value : typeof value === 'bigint' ? Number(value) : value;
  if (typeof seconds !== 'number') return [];
  const text = written(context, node);
  const moment = describeMoment(seconds * 1000, reader);
  const words = [moment ?? message('No calendar goes to that moment.')];
  if (value instanceof Float)
    words.push(
      message('The build reads a number with a decimal point, which some layouts can’t take for a date.'),
    );
  if (!DATE.test(text)) words.push(message('The build counts `{0}` as seconds since 1970.', text));
  else if (rollsOver(text, seconds))
    words.push(message('That month has no such day, so the build counts on into the next one.'));
  return words;
}

function notADate(context: RuleContext, node: YamlNode): Message {
  if (node.style !== 'plain')
    return message('Because of its quotes the build reads a text here, and no date.');
  if (/^\d{4}-\d\d?-\d\d?[Tt \t]+\d\d?:\d\d$/.test(written(context, node))) {
    return message('Without seconds, the build reads a text here, and no date.');
  }
  return message(
    'The build reads a text here, and no date. A date is written as `2026-01-31` or `2026-01-31 09:30:00`.',
  );
}

/** Whether a day is one that its month doesn't have, such as 31 June. A zone moves a moment by a day at most. */
function rollsOver(text: string, seconds: number): boolean {
  const [year = 0, month = 0, day = 0] = text.split(/[-Tt \t]/, 3).map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > lastDay && Number.isFinite(seconds);
}
