import { eolOf } from '../../text/eol.ts';
import { type Message, message } from '../../text/message.ts';
import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Before, boundaryMistake } from './boundary.ts';
import { consequenceOf } from './consequence.ts';

/** Opening dashes that aren't the file's first three characters: there is no front matter then, only text. */
export const notSeen: Rule = {
  meta: {
    id: 'front-matter/not-seen',
    summary: 'The front matter isn’t at the very start of the file, so it isn’t seen.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check(context): Iterable<Finding> {
    const mistake = boundaryMistake(context.post);
    if (mistake?.kind !== 'not-seen') return;
    // Some other generators skip blank lines.
    if (mistake.before === 'blank' && context.site && !context.site.jigsaw) return;
    const { effect, words } = consequenceOf(context);
    const { opener, closer } = mistake;
    yield {
      span: opener,
      message: message('{0} {1}', WORDS[mistake.before], words),
      effect,
      fixes: () => {
        const above = `---${eolOf(context.post.text)}`;
        const edits: TextEdit[] =
          mistake.before === 'missing'
            ? [{ span: span(0, opener.start), text: above }]
            : [{ span: span(0, opener.end), text: '---' }];
        if (closer) edits.push({ span: closer, text: '---' });
        return [{ title: TITLES[mistake.before], edits, preferred: true }];
      },
    };
  },
};

const WORDS: Readonly<Record<Before, Message>> = {
  'byte-order-mark': message(
    'There is an invisible mark (a byte order mark) before these dashes, so the site doesn’t see them.',
  ),
  blank: message('These dashes aren’t the first three characters of the file, so the site doesn’t see them.'),
  missing: message('The three dashes (`---`) above these fields are missing, so the site doesn’t see them.'),
  'other-dashes': message('These aren’t three plain dashes (`---`), so the site doesn’t see them.'),
};

const TITLES: Readonly<Record<Before, Message>> = {
  'byte-order-mark': message('Remove the byte order mark'),
  blank: message('Move the dashes to the start of the file'),
  missing: message('Write `---` above the fields'),
  'other-dashes': message('Write `---`'),
};
