import { fillFields } from '../../compose/new-field.ts';
import { writeFlowList, writeText } from '../../compose/write-value.ts';
import { defaultConfig, requiredFields } from '../../config/copydesk-config.ts';
import { namesIn } from '../../fields/names.ts';
import { fieldOf, isBlank } from '../../post/fields.ts';
import type { Field } from '../../post/post.ts';
import { isList, isMap } from '../../post/value.ts';
import { type Message, message } from '../../text/message.ts';
import { span } from '../../text/span.ts';
import { fieldErrors } from '../build-error.ts';
import { isNoTimestamp } from '../date/not-a-timestamp.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';
import { isNoText } from './not-text.ts';
import { nextLineAt, yamlLineAt } from './yaml-lines.ts';

/** A value that this site's own templates or helpers can't take, or one that they can't do without. */
export const breaksBuild: Rule = {
  meta: {
    id: 'front-matter/breaks-build',
    summary: 'The site’s code stops at this value.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    if (boundaryMistake(post) || (post.frontMatter && !isMap(post.frontMatter.data))) return;
    for (const { key, error } of fieldErrors(context)) {
      if (isReportedElsewhere(context, key)) continue;
      const field = fieldOf(post, key);
      const fixes = fixesFor(context, key, field, error);
      yield {
        span: field?.node.span ?? headOf(post),
        message: words(key, field, error),
        ...(fixes.length > 0 && { fixes: () => fixesFor(context, key, field, error) }),
      };
    }
  },
};

/** Other rules say the same in words of their own. */
function isReportedElsewhere(context: RuleContext, key: string): boolean {
  const { post, placement, site } = context;
  const value = fieldOf(post, key)?.node.value ?? placement?.inherited(key);
  const required = requiredFields(site?.config ?? defaultConfig, placement?.collectionName);
  if (isBlank(value) && placement?.isPost && required.includes(key)) return true;
  return (key === 'date' && isNoTimestamp(context)) || isNoText(post, key);
}

const WANTS_LIST = /must be of type (?:array|Countable|iterable)\S*, \w+ given/;
const WANTS_TEXT = /must be of type string, array given|Array to string conversion/;

function words(key: string, field: Field | undefined, error: string): Message {
  if (!field) return message('Without `{0}`, the site can’t be built. (The build says: {1})', key, error);
  if (isBlank(field.node.value)) {
    return message(
      'While `{0}` is empty, the site can’t be built. Give it a value, or remove the line. (The build says: {1})',
      key,
      error,
    );
  }
  if (WANTS_LIST.test(error)) {
    return message(
      'This site’s code needs `{0}` to be a list. With text, the site can’t be built. (The build says: {1})',
      key,
      error,
    );
  }
  if (WANTS_TEXT.test(error) && field.node.items.some(({ value }) => isList(value) || isMap(value))) {
    return message(
      'This site’s code takes only names in `{0}`, not lists or fields. With these, the site can’t be built. (The build says: {1})',
      key,
      error,
    );
  }
  if (WANTS_TEXT.test(error)) {
    return message(
      'This site’s code needs `{0}` to be text. With this value, the site can’t be built. (The build says: {1})',
      key,
      error,
    );
  }
  return message('With this `{0}`, the site can’t be built. (The build says: {1})', key, error);
}

function fixesFor(
  context: RuleContext,
  key: string,
  field: Field | undefined,
  error: string,
): readonly Fix[] {
  const { post } = context;
  if (!field) {
    const edits = fillFields(context, [key]);
    return edits.length > 0 ? [{ title: message('Add `{0}`', key), edits, preferred: true }] : [];
  }
  const { node } = field;
  if (isBlank(node.value)) return [removeLine(post.text, field)];
  if (WANTS_LIST.test(error) && typeof node.value === 'string') {
    return [
      {
        title: message('Write it as a list'),
        edits: [{ span: node.span, text: writeFlowList(namesIn(node.value)) }],
        preferred: true,
      },
    ];
  }
  const names = namesIn(node.value);
  const isNames = isList(node.value) && names.length === node.value.length && node.style === 'flow';
  if (!WANTS_TEXT.test(error) || !isNames) return [];
  return [
    {
      title: message('Write it as text'),
      edits: [{ span: node.span, text: writeText(names.join(', ')) }],
      preferred: true,
    },
  ];
}

function removeLine(text: string, { key, keySpan }: Field): Fix {
  const line = yamlLineAt(text, keySpan.start).span;
  return {
    title: message('Remove `{0}`', key),
    edits: [{ span: span(line.start, nextLineAt(text, line.end)), text: '' }],
    preferred: true,
  };
}
