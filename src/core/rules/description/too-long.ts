import { LONGEST_DESCRIPTION } from '../../fields/lengths.ts';
import { message } from '../../text/message.ts';
import { lengthAdvice } from '../length-advice.ts';
import type { Rule } from '../rule.ts';

/** A description that is cut in search results and on cards. */
export const descriptionTooLong: Rule = {
  meta: {
    id: 'description/too-long',
    summary: 'The description is cut in search results.',
    severity: 'information',
    effect: 'advice',
  },

  check: (context) =>
    lengthAdvice(context, 'description', LONGEST_DESCRIPTION, (length) =>
      message(
        'The description has {0} characters. Search results and cards cut it after about {1}.',
        length,
        LONGEST_DESCRIPTION,
      ),
    ),
};
