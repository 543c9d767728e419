import { addFields, fillField } from '../../compose/new-field.ts';
import { fieldOf, isBlank } from '../../post/fields.ts';
import type { Field, Post } from '../../post/post.ts';
import { isMap } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { type Message, message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { boundaryMistake } from '../front-matter/boundary.ts';
import { isMisspelt } from '../front-matter/misspelt-field.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';

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
    if (!placement || !isKnown(placement.templates) || placement.templates.length > 0) return;
    // A list of a collection's items is a page without a layout's name.
    if (!isKnown(placement.outputs) || placement.outputs.length > 0 || placement.error !== undefined) return;
    if (!isRead(post)) return;
    const field = fieldOf(post, 'extends');
    if (!field && (isData(context) || isMisspelt(context, 'extends'))) return;
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

/** Whether the fields are what the writer sees there: other rules tell when they aren't. */
function isRead(post: Post): boolean {
  const { frontMatter } = post;
  if (boundaryMistake(post)) return false;
  return !frontMatter || (!frontMatter.problem && (isMap(frontMatter.data) || isBlank(frontMatter.data)));
}

/** Whether the collection's items are data for other pages, such as people or partners: no other one has a page either. */
function isData({ placement, habits }: RuleContext): boolean {
  if (!placement || placement.isPost || placement.collectionName === undefined || !habits) return false;
  // A single item may be the first of its kind.
  return habits.posts !== 1 && !habits.fields.has('extends');
}

function words({ post, placement }: RuleContext, field: Field | undefined): Message {
  if (field && inheritedLayout(placement)) {
    return message(
      'Empty, this takes away the layout that the whole collection has: the post gets no page, and nothing says so. Remove the line.',
    );
  }
  if (field) return message('No layout is named, so the post gets no page, and nothing says so.');
  return post.frontMatter
    ? message('Nothing names a layout (`extends`), so the post gets no page, and nothing says so.')
    : message('Without front matter that names a layout (`extends`) this gets no page, and nothing says so.');
}

function inheritedLayout(placement: RuleContext['placement']): string | undefined {
  const collection = placement && isKnown(placement.collection) ? placement.collection : undefined;
  const layout = collection?.defaults.get('extends');
  return typeof layout === 'string' ? layout : undefined;
}

function fixesFor(context: RuleContext, field: Field | undefined): Pick<Finding, 'fixes'> {
  const { post, site, habits, placement } = context;
  const inherited = inheritedLayout(placement);
  if (field && inherited) return { fixes: () => [fix(inherited, [fillField(field, inherited)])] };
  const [usual] = habits?.fields.get('extends')?.values.keys() ?? [];
  const names = site?.jigsaw?.layoutNames ?? [];
  const layout = usual ?? (names.length === 1 ? names[0] : undefined);
  if (layout === undefined) return {};
  return {
    fixes: () => [fix(layout, [field ? fillField(field, layout) : addFields(post, [['extends', layout]])])],
  };
}

function fix(layout: string, edits: Fix['edits']): Fix {
  return { title: message('Use the layout `{0}`', layout), edits, preferred: true };
}
