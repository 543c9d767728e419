import { fieldOf } from '../post/fields.ts';
import type { Message } from '../text/message.ts';
import { readableFields } from './front-matter/readable.ts';
import type { Finding, RuleContext } from './rule.ts';

/** What to say of a field's text that has more characters than are shown, on a site that prints the field at all. */
export function* lengthAdvice(
  { post, site, placement }: RuleContext,
  key: string,
  limit: number,
  words: (length: number) => Message,
): Iterable<Finding> {
  if (!placement?.isPost || (site?.jigsaw && !site.jigsaw.code.mentions(key))) return;
  if (readableFields(post).length === 0) return;
  const field = fieldOf(post, key);
  if (typeof field?.node.value !== 'string') return;
  const { length } = [...field.node.value.replace(/\s+/g, ' ').trim()];
  if (length > limit) yield { span: field.keySpan, message: words(length) };
}
