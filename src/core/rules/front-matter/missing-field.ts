import { addFields, canFill, fillFields, firstValues } from '../../compose/new-field.ts';
import { CONFIG_FILE, defaultConfig, requiredFields } from '../../config/copydesk-config.ts';
import { setInConfig } from '../../config/edit-config.ts';
import { stopRequiring } from '../../config/stop-requiring.ts';
import { fieldOf, isBlank } from '../../post/fields.ts';
import type { Post } from '../../post/post.ts';
import { isMap } from '../../post/value.ts';
import type { SitePath } from '../../site/files.ts';
import type { Site } from '../../site/site.ts';
import { isKnown } from '../../site/unknown.ts';
import { and, type Message, message } from '../../text/message.ts';
import { type Span, slice } from '../../text/span.ts';
import { buildErrorOf } from '../build-error.ts';
import { headOf } from '../head-of.ts';
import { hasNoLayout, usualLayout } from '../layout/no-layout.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';
import { isMisspelt } from './misspelt-field.ts';

/** A required field that is absent or empty, in a post; pages and lists of categories or authors need none. */
export const missingField: Rule = {
  meta: {
    id: 'front-matter/missing-field',
    summary: 'A required field is missing or empty.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    const missing = missingFrom(context);
    if (!post.frontMatter && missing.length > 1) {
      yield allMissing(context, missing);
      return;
    }
    for (const key of missing) {
      const error = buildErrorOf(context, key);
      yield {
        span: placeOf(post, key),
        message: error
          ? message(
              '{0} Without this field, the site can’t be built. (The build says: {1})',
              words(post, key),
              error.error,
            )
          : message('{0} Every post here needs this field.', words(post, key)),
        ...(error && { effect: 'build-fails' }),
        ...((context.site || canFill(key)) && { fixes: () => fixesFor(context, key, missing) }),
      };
    }
  },
};

/** The required fields that a post surely lacks. */
function missingFrom(context: RuleContext): readonly string[] {
  const { post, site, placement } = context;
  // What the config may give every post, none lacks.
  if (placement && (!placement.isPost || !isKnown(placement.collection))) return [];
  // A text that can't be read may well hold the field: that mistake comes first.
  if (boundaryMistake(post) || (post.frontMatter && !isMap(post.frontMatter.data))) return [];
  const required = requiredFields(site?.config ?? defaultConfig, placement?.collectionName);
  return required.filter(
    (key) =>
      !isMisspelt(context, key) && isBlank(fieldOf(post, key)?.node.value ?? placement?.inherited(key)),
  );
}

/** Whether this rule says that a post has no front matter at all: then nobody else need name a field that it lacks. */
export function lacksAllFields(context: RuleContext): boolean {
  const isOff = context.site?.config.rules['front-matter/missing-field'] === 'off';
  return !context.post.frontMatter && !isOff && missingFrom(context).length > 1;
}

/** One cause, one problem: without front matter there is no field at all, nor a layout's name. */
function allMissing(context: RuleContext, missing: readonly string[]): Finding {
  const { post, site, placement } = context;
  const error = missing.map((key) => buildErrorOf(context, key)).find((each) => each !== undefined)?.error;
  const isLost = hasNoLayout(context);
  const names = and([...(isLost ? ['extends'] : []), ...missing].map((key) => `\`${key}\``));
  const plain = message('This post has no front matter. Every post here needs {0}.', names);
  const lost = message(
    'This post has no front matter, so it gets no page, and no message tells you. Every post here needs {0}.',
    names,
  );
  return {
    span: headOf(post),
    message:
      error === undefined
        ? isLost
          ? lost
          : plain
        : message('{0} Without front matter, the site can’t be built. (The build says: {1})', plain, error),
    // Where there is no text, none is lost.
    ...(isLost && slice(post.text, post.body).trim() !== '' && { effect: 'post-lost' }),
    ...(error !== undefined && { effect: 'build-fails' }),
    fixes: () => {
      const leave = site ? missing.map((key) => notRequired(site, placement?.collectionName, key)) : [];
      const fields = [...(isLost ? layoutFields(context) : []), ...firstValues(context, missing)];
      if (fields.length === 0) return leave;
      const edits = [addFields(post, fields)];
      return [{ title: message('Add all missing fields'), edits, preferred: true }, ...leave];
    },
  };
}

/** The layout and the section that the other posts have. */
function layoutFields(context: RuleContext): readonly (readonly [key: string, value: string])[] {
  const layout = usualLayout(context);
  const section = context.habits?.fields.get('section')?.usual;
  return [
    ...(layout === undefined ? [] : [['extends', layout] as const]),
    ...(section === undefined ? [] : [['section', section] as const]),
  ];
}

/** The opening dashes for an absent field, as where it should stand there is no text; the value for an empty one. */
function placeOf(post: Post, key: string): Span {
  const field = fieldOf(post, key);
  if (field) return field.node.span;
  return headOf(post);
}

function words(post: Post, key: string): Message {
  if (fieldOf(post, key)) return message('`{0}` is empty.', key);
  if (!post.frontMatter) return message('This post has no front matter, and so no `{0}`.', key);
  return message('This post has no `{0}`.', key);
}

function fixesFor(context: RuleContext, key: string, missing: readonly string[]): readonly Fix[] {
  const fixes: Fix[] = [];
  const fillable = missing.filter(canFill);
  const edits = fillFields(context, [key]);
  if (edits.length > 0) fixes.push({ title: titleFor(key), edits, preferred: true });
  if (fillable.includes(key) && fillable.length > 1) {
    fixes.push({ title: message('Add all missing fields'), edits: fillFields(context, fillable) });
  }
  return context.site ? [...fixes, notRequired(context.site, context.placement?.collectionName, key)] : fixes;
}

/** Takes the field from those that `copydesk.json` requires. */
function notRequired({ config }: Site, collection: string | undefined, key: string): Fix {
  const { path, value } = stopRequiring(config, collection, key);
  const isOwn = path[0] === 'collections';
  const setting = `${path.join('.')}: ${JSON.stringify(value)}`;
  return {
    title: isOwn
      ? message('Don’t require `{0}` in this collection', key)
      : message('Don’t require `{0}` on this site', key),
    edits: [],
    files: [{ path: CONFIG_FILE as SitePath, edit: (text) => setInConfig(text, path, value) }],
    confirmation: {
      question: isOwn
        ? message('Don’t require “{0}” in any post of this collection?', key)
        : message('Don’t require “{0}” in any post of this site?', key),
      detail: message(
        '{0} gets this setting: {1}\n\nIt holds for all these posts, and for everybody who works on the site.',
        CONFIG_FILE,
        setting,
      ),
      go: message('Change {0}', CONFIG_FILE),
    },
  };
}

function titleFor(key: string): Message {
  if (key === 'date') return message('Add `date`: now');
  if (key === 'keywords' || key === 'description') return message('Add `{0}` from the text', key);
  return message('Add `{0}`', key);
}
