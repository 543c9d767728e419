import { knownField } from '../fields/known-fields.ts';
import { isBlank } from '../post/fields.ts';
import type { Field } from '../post/post.ts';
import { isList, isMap } from '../post/value.ts';
import type { RuleContext } from '../rules/rule.ts';
import { toText } from '../site/jigsaw/php/php-value.ts';
import { isKnown } from '../site/unknown.ts';
import { and, type Message, message } from '../text/message.ts';
import type { Reader } from './date-in-words.ts';
import type { HoverPart } from './hover.ts';
import { describeDate, holdsDate } from './hover-date.ts';
import { isSurprising, valueInWords } from './value-in-words.ts';

/** How many of the site's values are told. */
const EXAMPLES = 6;

/** What a field is for, what the build reads in it, and what this site's posts have. */
export function describeKey(context: RuleContext, field: Field, reader: Reader): readonly HoverPart[] {
  const { key, node } = field;
  const { habits, post } = context;
  const known = knownField(key);
  const sentences = [
    known?.description,
    ...(post.frontMatter?.problem ? [] : reading(context, field, reader)),
    isBlank(node.value) ? hidden(context, key) : undefined,
  ];
  const habit = habits?.fields.get(key);
  if (habit && habits && habits.posts > 1) {
    sentences.push(message('{0} of {1} posts here have this field.', habit.count, habits.posts));
    const shared = [...habit.values].filter(([, count]) => count > 1).slice(0, EXAMPLES);
    const values = shared.map(([value, count]) => `${value} (${count})`);
    if (values.length > 0) sentences.push(message('Used most: {0}.', and(values)));
  }
  return sentences.flatMap((text) => (text ? [{ kind: 'paragraph', text }] : []));
}

/** What the build makes of the value, unless it is just the text that it looks like. */
function reading(context: RuleContext, { key, node }: Field, reader: Reader): readonly Message[] {
  if (holdsDate(context, key, node)) return describeDate(context, node, reader);
  const isName = ['layout', 'section', 'image'].includes(knownField(key)?.holds ?? '');
  return isName && !isSurprising(node.value) ? [] : [valueInWords(node.value)];
}

/** An empty field isn't an absent one: it hides what the site's config gives. */
function hidden({ placement, site }: RuleContext, key: string): Message | undefined {
  const collection = placement && isKnown(placement.collection) ? placement.collection : undefined;
  const value = collection?.defaults.get(key) ?? site?.jigsaw?.config.defaults.get(key);
  if (value === undefined || !isKnown(value) || isBlank(value)) return undefined;
  if (isList(value) || isMap(value)) return undefined;
  return message('Without this line, the post would have `{0}` from the site’s config.', toText(value) ?? '');
}
