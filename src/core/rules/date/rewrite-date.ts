import { type DateForm, dateFormOf, writeDate } from '../../fields/date-form.ts';
import type { DateMeaning } from '../../fields/date-reading.ts';
import type { YamlNode } from '../../post/post.ts';
import type { Habits } from '../../site/habits.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** Writes a moment in the place of a date, in the form that the site's other posts have as far as it says as much. */
export function rewriteDate(node: YamlNode, meaning: DateMeaning, habits: Habits | undefined): Fix {
  const written = writeDate(meaning.seconds * 1000, formFor(meaning, habits?.dateForm));
  return {
    title: message('Write `{0}`', written),
    edits: [{ span: node.span, text: node.style === 'empty' ? ` ${written}` : written }],
  };
}

function formFor({ hasTime }: DateMeaning, usual: DateForm | undefined): DateForm {
  if (usual === 'unix') return 'unix';
  if (!hasTime) return 'day';
  return usual === 'zoned-time' ? 'zoned-time' : 'time';
}

/** Takes the quotes off a date that without them is one; undefined where that doesn't help. */
export function unquoteDate(node: YamlNode, text: string): Fix | undefined {
  const inner = slice(text, node.span).slice(1, -1);
  const isQuoted = node.style === 'single-quoted' || node.style === 'double-quoted';
  const plain: YamlNode = {
    ...node,
    style: 'plain',
    span: { start: node.span.start + 1, end: node.span.end - 1 },
  };
  if (!isQuoted || dateFormOf(plain, text) === undefined) return undefined;
  return { title: message('Remove the quotes'), edits: [{ span: node.span, text: inner }] };
}
