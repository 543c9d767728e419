import { message } from '../../text/message.ts';
import { lengthAdvice } from '../length-advice.ts';
import type { Rule } from '../rule.ts';

/** Search results and cards cut a description after about this many characters. */
const LIMIT = 160;

/** A description that is cut in search results and on cards. */
export const descriptionTooLong: Rule = {
  meta: {
    id: 'description/too-long',
    summary: 'The description is cut in search results.',
    severity: 'information',
    effect: 'advice',
  },

  check: (context) =>
    lengthAdvice(context, 'description', LIMIT, (length) =>
      message(
        'The description has {0} characters. Search results and cards cut it after about {1}.',
        length,
        LIMIT,
      ),
    ),
};
