import { writeFlowList } from '../../compose/write-value.ts';
import { type FieldConstraint, fieldConstraints } from '../../config/copydesk-config.ts';
import { matchesPattern } from '../../config/pattern.ts';
import { readDate } from '../../fields/date-reading.ts';
import { namesIn } from '../../fields/names.ts';
import { isBlank } from '../../post/fields.ts';
import type { YamlNode } from '../../post/post.ts';
import { Float, isList, isMap } from '../../post/value.ts';
import { type Message, message, or } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { closest } from '../closest.ts';
import { rewriteDate, unquoteDate } from '../date/rewrite-date.ts';
import { replaceValue } from '../replace-value.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { inQuotes } from './quoted.ts';
import { readableFields } from './readable.ts';

/** A value that `copydesk.json` doesn't allow for its field. */
export const fieldValue: Rule = {
  meta: {
    id: 'front-matter/field-value',
    summary: 'A value isn’t what copydesk.json asks for.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, site, placement } = context;
    if (!site || (placement && !placement.isPost)) return;
    const constraints = fieldConstraints(site.config, placement?.collectionName);
    for (const { key, node } of readableFields(post)) {
      const constraint = constraints[key];
      if (!constraint || isBlank(node.value)) continue;
      if (constraint.type !== undefined && !isOfType(context, node, constraint.type)) {
        const fixes = typeFixes(context, node, constraint.type);
        yield {
          span: node.span,
          message: TYPES[constraint.type],
          ...(fixes.length > 0 && { fixes: () => fixes }),
        };
        continue;
      }
      for (const part of partsOf(node, post.text)) yield* checkText(key, part, constraint);
    }
  },
};

type FieldType = NonNullable<FieldConstraint['type']>;

const TYPES: Readonly<Record<FieldType, Message>> = {
  text: message('On this site, this must be text.'),
  list: message('On this site, this must be a list, such as `[one, two]`.'),
  number: message('On this site, this must be a number.'),
  boolean: message('On this site, this must be `true` or `false`.'),
  date: message('On this site, this must be a date, such as `2024-05-01`.'),
};

function isOfType({ post, site }: RuleContext, node: YamlNode, type: FieldType): boolean {
  const { value } = node;
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'list':
      return isList(value);
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
    case 'boolean':
      return typeof value === 'boolean';
    case 'date': {
      const reading = readDate(node, post.text);
      // Other generators read a date from its text themselves.
      if (!site?.jigsaw && reading.kind === 'text') return reading.meanings.length > 0;
      return ['timestamp', 'fraction', 'rolled-over'].includes(reading.kind);
    }
  }
}

function typeFixes({ post, habits }: RuleContext, node: YamlNode, type: FieldType): readonly Fix[] {
  const { value, style } = node;
  const written = slice(post.text, node.span);
  const replaced = (title: Message, text: string): readonly Fix[] => [
    { title, edits: [{ span: node.span, text }], preferred: true },
  ];
  if (type === 'text' && !/[\r\n]/.test(written))
    return replaced(message('Put it in quotes'), inQuotes(written));
  if (type === 'list' && typeof value === 'string') {
    return replaced(message('Write it as a list'), writeFlowList(namesIn(value)));
  }
  if (type === 'boolean') {
    const meant = /^(?:yes|on|y|1)$/i.test(String(value))
      ? 'true'
      : /^(?:no|off|n|0)$/i.test(String(value))
        ? 'false'
        : undefined;
    return meant === undefined ? [] : replaced(message('Write `{0}`', meant), meant);
  }
  if (
    type === 'number' &&
    style !== 'plain' &&
    typeof value === 'string' &&
    /^-?\d+(?:\.\d+)?$/.test(value)
  ) {
    return replaced(message('Remove the quotes'), value);
  }
  if (type !== 'date') return [];
  const unquoted = unquoteDate(node, post.text);
  const reading = readDate(node, post.text);
  if (unquoted || reading.kind !== 'text') return unquoted ? [unquoted] : [];
  return reading.meanings.map((meaning) => rewriteDate(node, meaning, habits));
}

/** One text of a value: the whole, an item of a list. */
interface Part {
  readonly text: string;
  readonly node: YamlNode;
}

function partsOf(node: YamlNode, text: string): readonly Part[] {
  if (typeof node.value === 'string') return [{ text: node.value.trim(), node }];
  if (isMap(node.value)) return [];
  if (!isList(node.value)) return [{ text: slice(text, node.span), node }];
  return node.items.flatMap((item) =>
    typeof item.value === 'string' ? [{ text: item.value, node: item }] : [],
  );
}

function* checkText(key: string, { text, node }: Part, constraint: FieldConstraint): Iterable<Finding> {
  const { enum: allowed, pattern } = constraint;
  if (allowed && !allowed.includes(text)) {
    const guess = closest(text, allowed);
    yield {
      span: node.span,
      message: message('On this site, `{0}` must be {1}.', key, or(allowed.map((each) => `\`${each}\``))),
      ...(guess !== undefined && { fixes: () => [replaceValue(node, guess)] }),
    };
  }
  if (pattern !== undefined && !matchesPattern(text, pattern)) {
    yield { span: node.span, message: message('On this site, `{0}` must match `{1}`.', key, pattern) };
  }
}
