import { span } from '../../text/span.ts';
import { isNextIndented } from './embedded-block.ts';
import type { Lines } from './lines.ts';
import { Mistake } from './mistake.ts';

/** A tag that stands alone: `Parser::TAG_PATTERN` and perhaps a comment. */
const TAG = /^(![\w!./:-]+) *(?: +#[^\n]*)?$/;

/**
 * Refuses a tag that stands alone before a block: `Parser::getLineTag`. Custom tags are not enabled.
 * @param start the value's offset.
 * @param onlyBeforeBlock whether it is one only when the next line is deeper.
 * @throws Mistake
 */
export function checkLineTag(lines: Lines, value: string, start: number, onlyBeforeBlock: boolean): void {
  if (!value.startsWith('!')) return;
  const tag = TAG.exec(value)?.[1];
  if (tag === undefined || (onlyBeforeBlock && !isNextIndented(lines))) return;
  const words = tag.startsWith('!!')
    ? `The built-in tag "${tag}" is not implemented.`
    : `Tags support is not enabled. You must use the flag "Yaml::PARSE_CUSTOM_TAGS" to use "${tag}".`;
  throw new Mistake('unknown-tag', span(start, start + tag.length), words, lines.number, value);
}
