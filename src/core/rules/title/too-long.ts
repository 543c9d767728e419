import { message } from '../../text/message.ts';
import { lengthAdvice } from '../length-advice.ts';
import type { Rule } from '../rule.ts';

/** Search results cut a title after about this many characters. */
const LIMIT = 70;

/** A title that is cut in search results and on cards. */
export const titleTooLong: Rule = {
  meta: {
    id: 'title/too-long',
    summary: 'The title is cut in search results.',
    severity: 'information',
    effect: 'advice',
  },

  check: (context) =>
    lengthAdvice(context, 'title', LIMIT, (length) =>
      message(
        'The title has {0} characters. Search results and cards cut it after about {1}.',
        length,
        LIMIT,
      ),
    ),
};
