import { isKnown } from '../../site/unknown.ts';
import { type Message, message } from '../../text/message.ts';
import type { Effect, RuleContext } from '../rule.ts';

/** What becomes of a post as it stands. */
export interface Consequence {
  readonly effect: Effect;
  /** As a sentence for the writer. */
  readonly words: Message;
}

/**
 * What becomes of a post whose fields, or some of them, the generator doesn't see: with a mistake in what it reads
 * instead the build stops; where nothing else sets a layout there is no page; otherwise readers see the fields.
 */
export function consequenceOf({ post, site, placement, buildErrors }: RuleContext): Consequence {
  const says = post.frontMatter?.problem?.symfony ?? buildErrors[0]?.error;
  if (says !== undefined) {
    return {
      effect: 'build-fails',
      words: message('The site can’t be built. (The build says: {0})', says),
    };
  }
  const templates = placement?.templates;
  const isLost = site === undefined || (templates && isKnown(templates) && templates.length === 0);
  if (isLost)
    return { effect: 'post-lost', words: message('The post gets no page, and no message tells you.') };
  return {
    effect: 'reader-sees',
    words: message('Readers see the fields as text, and the site doesn’t know what they say.'),
  };
}
