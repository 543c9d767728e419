import { writeFlowList, writeText } from '../../compose/write-value.ts';
import { namesIn } from '../../fields/names.ts';
import { fieldOf } from '../../post/fields.ts';
import type { Field } from '../../post/post.ts';
import { isList, type Value } from '../../post/value.ts';
import { eolOf } from '../../text/eol.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import { readableFields } from '../front-matter/readable.ts';
import { countOtherPosts } from '../other-posts.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';

/** Fields whose names may be written either way; what takes a list only says so itself when it gets a text. */
const FIELDS = ['keywords', 'tags'];

/** From so many other posts on, and this many times as many as in this form, the site has a habit. */
const [ENOUGH_POSTS, CLEARLY_MORE] = [5, 8];

/** Keywords as a list where the site's other posts have a text with commas, or the other way round. */
export const otherForm: Rule = {
  meta: {
    id: 'keywords/other-form',
    summary: 'The keywords are written differently from those in the site’s other posts.',
    severity: 'information',
    effect: 'advice',
  },

  *check(context): Iterable<Finding> {
    const { post, placement } = context;
    if (!placement?.isPost || readableFields(post).length === 0) return;
    for (const key of FIELDS) {
      const field = fieldOf(post, key);
      const form = formOf(field?.node.value);
      if (!field || !form || !isUnusual(context, key, form)) continue;
      yield {
        span: field.keySpan,
        message:
          form === 'list'
            ? message('Here `{0}` is a list. In most other posts of the site, it is text with commas.', key)
            : message('Here `{0}` is text with commas. In most other posts of the site, it is a list.', key),
        fixes: () => rewrite(context, field, form),
      };
    }
  },
};

type Form = 'list' | 'text';

function formOf(value: Value | undefined): Form | undefined {
  if (isList(value) && value.length > 0) return 'list';
  return typeof value === 'string' && value.trim() !== '' ? 'text' : undefined;
}

function isUnusual(context: RuleContext, key: string, form: Form): boolean {
  const counts = countOtherPosts(context, `form of ${key}`, (post) => formOf(fieldOf(post, key)?.node.value));
  const other = counts.get(form === 'list' ? 'text' : 'list') ?? 0;
  return other >= ENOUGH_POSTS && other >= (counts.get(form) ?? 0) * CLEARLY_MORE;
}

/** Writes the names in the other form, from the colon on; nothing where that would lose a comma or a comment. */
function rewrite({ post, habits }: RuleContext, { key, keySpan, node }: Field, form: Form): readonly Fix[] {
  const names = namesIn(node.value);
  const colon = post.text.indexOf(':', keySpan.end);
  const where = span(colon + 1, node.span.end);
  const isPlain = isList(node.value) ? names.length === node.value.length : true;
  if (!isPlain || names.some((name) => name.includes(',')) || slice(post.text, where).includes('#'))
    return [];
  const isFlow = habits?.fields.get(key)?.style === 'flow';
  const eol = eolOf(post.text);
  const list = isFlow
    ? ` ${writeFlowList(names)}`
    : names.map((name) => `${eol}  - ${writeText(name)}`).join('');
  return [
    {
      title: form === 'list' ? message('Write it as text with commas') : message('Write it as a list'),
      edits: [{ span: where, text: form === 'list' ? ` ${writeText(names.join(', '))}` : list }],
      preferred: true,
    },
  ];
}
