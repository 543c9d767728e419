import { Float, isList, isMap, type Tagged, type Value } from '../post/value.ts';
import { and, type Message, message } from '../text/message.ts';

/** Texts that look like yes or no. To PHP they are texts, and any text but an empty one and `0` counts as yes. */
const YES_OR_NO = /^(?:y|n|yes|no|on|off)$/i;

/** What the build makes of a value, as a sentence. */
export function valueInWords(value: Value): Message {
  if (value === null) return message('The build reads nothing here (null).');
  if (typeof value === 'boolean') return message('The build reads `{0}`: yes or no.', String(value));
  if (typeof value === 'string') return textInWords(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return message('The build reads the whole number {0}.', String(value));
  }
  if (value instanceof Float)
    return message('The build reads the number {0}, with a decimal point.', String(value.value));
  if (isList(value)) {
    return value.length === 1
      ? message('The build reads a list with 1 item.')
      : message('The build reads a list with {0} items.', value.length);
  }
  if (isMap(value)) return message('The build reads a group of fields: {0}.', and([...value.keys()]));
  return message(
    'The build reads a value with the tag `{0}`, which templates can’t print.',
    (value satisfies Tagged).tag,
  );
}

function textInWords(text: string): Message {
  if (text === '') return message('The build reads empty text.');
  if (YES_OR_NO.test(text)) {
    return message(
      'The build reads the text `{0}`, which counts as yes: only `true` and `false` mean yes and no.',
      text,
    );
  }
  const length = [...text.trimEnd()].length;
  const words =
    length === 1
      ? message('The build reads 1 character of text.')
      : message('The build reads {0} characters of text.', length);
  return /[\r\n]$/.test(text) ? message('{0} A line break comes last.', words) : words;
}

/** Whether a value may surprise: it is no text, one that looks like something else, or one with more to it. */
export function isSurprising(value: Value): boolean {
  return typeof value !== 'string' || YES_OR_NO.test(value) || /^[\d.:+-]+$|\n$/.test(value);
}
