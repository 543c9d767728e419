import { requiredFields } from '../config/copydesk-config.ts';
import { KNOWN_FIELDS, knownField } from '../fields/known-fields.ts';
import { fieldOf, isBlank } from '../post/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Habits } from '../site/habits.ts';
import { and, type Message, message } from '../text/message.ts';
import { holdsNames } from './complete-names.ts';
import type { Completion } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { constraintOf } from './field-constraint.ts';

/** Below this number of posts, a field that one post has may well be the site's habit. */
const FEW_POSTS = 5;

/**
 * The fields that the post doesn't have: first the required ones, then those that the collection's posts have, the
 * most used first, then what else sites use.
 */
export function completeKeys(
  context: RuleContext,
  cursor: Cursor & { readonly kind: 'key' },
): readonly Completion[] {
  const { post, placement, site, habits } = context;
  const { word, hasColon } = cursor;
  const required = placement?.isPost && site ? requiredFields(site.config, placement.collectionName) : [];
  const used = [...(habits?.fields ?? [])].filter(
    ([, { count }]) => count > 1 || (habits?.posts ?? 0) < FEW_POSTS,
  );
  const own = site?.config.collections[placement?.collectionName ?? '']?.fields;
  const declared = Object.keys({ ...site?.config.fields, ...own });
  const keys = new Set([
    ...required,
    ...used.map(([key]) => key),
    ...declared,
    ...KNOWN_FIELDS.map(({ key }) => key),
  ]);
  return [...keys].flatMap((key): Completion[] => {
    const field = fieldOf(post, key);
    if (field && field.keySpan.start !== word.start) return [];
    const detail = required.includes(key) ? message('required') : shareOf(key, habits);
    const documentation = describe(key, habits);
    return [
      {
        label: key,
        kind: 'field',
        text: hasColon ? key : `${key}: `,
        replace: word,
        ...(detail && { detail }),
        ...(documentation && { documentation }),
        goesOn: isBlank(field?.node.value) && hasChoices(context, key),
      },
    ];
  });
}

function shareOf(key: string, habits: Habits | undefined): Message | undefined {
  const habit = habits?.fields.get(key);
  return habit && habits ? message('{0} of {1} posts', habit.count, habits.posts) : undefined;
}

/** How many of a field's values are told as examples. */
const EXAMPLES = 3;

function describe(key: string, habits: Habits | undefined): Message | undefined {
  const known = knownField(key);
  if (known) return known.description;
  const values = [...(habits?.fields.get(key)?.values.keys() ?? [])].slice(0, EXAMPLES);
  if (values.length === 0) return undefined;
  return message(
    'A field of this site. Other posts have, for example, {0}.',
    and(values.map((value) => message('“{0}”', value))),
  );
}

/** Whether there is something to choose from for a field's value. */
function hasChoices(context: RuleContext, key: string): boolean {
  const { type, enum: values } = constraintOf(context, key) ?? {};
  if (values || type === 'boolean' || type === 'date') return true;
  const holds = knownField(key)?.holds;
  return (holds !== undefined && holds !== 'text') || holdsNames(context, key);
}
