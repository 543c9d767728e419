import { addFields, fillField } from '../../compose/new-field.ts';
import { fieldOf } from '../../post/fields.ts';
import type { Field } from '../../post/post.ts';
import { isKnown } from '../../site/unknown.ts';
import { type Message, message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { lacksAllFields } from '../front-matter/missing-field.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { hasNoLayout, usualLayout } from './no-layout.ts';

/** No layout, neither in the post nor in the config: Jigsaw makes no page of the post, and says nothing. */
export const missingLayout: Rule = {
  meta: {
    id: 'layout/missing',
    summary: 'No layout is named, so the post gets no page.',
    severity: 'error',
    effect: 'post-lost',
  },

  *check(context): Iterable<Finding> {
    const { post, placement } = context;
    // Without any field it is one of several that are missing.
    if (!placement || !hasNoLayout(context) || lacksAllFields(context)) return;
    const field = fieldOf(post, 'extends');
    const isPlainPage = !post.frontMatter && isKnown(placement.collection) && !placement.collection;
    yield {
      span: field?.node.span ?? headOf(post),
      message: words(context, field),
      ...(isPlainPage && { severity: 'information' }),
      // Where there is no text, none is lost.
      ...(slice(post.text, post.body).trim() === '' && { effect: 'reader-sees' }),
      ...fixesFor(context, field),
    };
  },
};

function words({ post, placement }: RuleContext, field: Field | undefined): Message {
  if (field && inheritedLayout(placement)) {
    return message(
      'Left empty, this field cancels the collection’s layout: the post gets no page, and no message tells you. Remove the line.',
    );
  }
  if (field) return message('No layout is named, so the post gets no page, and no message tells you.');
  return post.frontMatter
    ? message('Nothing names a layout (`extends`), so the post gets no page, and no message tells you.')
    : message(
        'Without front matter that names a layout (`extends`), this gets no page, and no message tells you.',
      );
}

function inheritedLayout(placement: RuleContext['placement']): string | undefined {
  const collection = placement && isKnown(placement.collection) ? placement.collection : undefined;
  const layout = collection?.defaults.get('extends');
  return typeof layout === 'string' ? layout : undefined;
}

function fixesFor(context: RuleContext, field: Field | undefined): Pick<Finding, 'fixes'> {
  const { post, placement } = context;
  const inherited = inheritedLayout(placement);
  if (field && inherited) return { fixes: () => [fix(inherited, [fillField(field, inherited)])] };
  const layout = usualLayout(context);
  if (layout === undefined) return {};
  return {
    fixes: () => [fix(layout, [field ? fillField(field, layout) : addFields(post, [['extends', layout]])])],
  };
}

function fix(layout: string, edits: Fix['edits']): Fix {
  return { title: message('Use the layout `{0}`', layout), edits, preferred: true };
}
