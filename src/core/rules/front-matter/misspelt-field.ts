import { distance } from 'fastest-levenshtein';
import { defaultConfig, fieldConstraints, requiredFields } from '../../config/copydesk-config.ts';
import { KNOWN_FIELDS, knownField } from '../../fields/known-fields.ts';
import { fieldOf } from '../../post/fields.ts';
import type { Field, YamlNode } from '../../post/post.ts';
import { isList } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import { buildErrorOf } from '../build-error.ts';
import { isSwapped } from '../closest.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { readableFields } from './readable.ts';

/** Fields that Jigsaw itself looks for, whether the site's other posts have them or not. */
const JIGSAW_FIELDS = ['extends', 'section'];

/** A name with so many letters may have one wrong, and one twice as long two. */
const LETTERS_PER_SLIP = 4;

/** More posts than these don’t have the same slip: to them it is a field of its own. */
const MOST_SLIPS = 5;

/** With more fields than a person writes, each would be compared with each for nothing. */
const MOST_FIELDS = 100;

/** A field whose name is nearly that of another one, which the post lacks: a slip of the pen, or capital letters. */
export const misspeltField: Rule = {
  meta: {
    id: 'front-matter/misspelt-field',
    summary: 'A field’s name looks like a misspelling of another one.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    for (const [field, meant] of misspeltFields(context)) {
      const isLost = meant === 'extends' && hasNoPage(context);
      const error = buildErrorOf(context, meant)?.error;
      yield {
        span: field.keySpan,
        message:
          error !== undefined
            ? message(
                '“{0}” seems to be meant as `{1}`. As it is, the site can’t be built. (The build says: {2})',
                field.key,
                meant,
                error,
              )
            : isLost
              ? message(
                  '“{0}” seems to be meant as `{1}`. Without that, the post gets no page, and no message tells you.',
                  field.key,
                  meant,
                )
              : message(
                  '“{0}” seems to be meant as `{1}`. As it is, the site doesn’t see it.',
                  field.key,
                  meant,
                ),
        ...(isRequired(context, meant) && { severity: 'error' }),
        ...(isLost && { severity: 'error', effect: 'post-lost' }),
        ...(error !== undefined && { severity: 'error', effect: 'build-fails' }),
        fixes: () => [
          {
            title: message('Change to `{0}`', meant),
            edits: [{ span: field.keySpan, text: renamed(slice(post.text, field.keySpan), meant) }],
            preferred: true,
          },
        ],
      };
    }
  },
};

const found = new WeakMap<RuleContext, ReadonlyMap<Field, string>>();

/** The fields that are nearly called like another one, with the name that is meant. */
function misspeltFields(context: RuleContext): ReadonlyMap<Field, string> {
  const known = found.get(context);
  if (known) return known;
  const fields = readableFields(context.post);
  const misspelt = new Map<Field, string>();
  for (const field of fields.length > MOST_FIELDS ? [] : fields) {
    const meant = meantField(context, field);
    if (meant !== undefined) misspelt.set(field, meant);
  }
  found.set(context, misspelt);
  return misspelt;
}

/** Whether a field is there under a name that this rule reports: then that is what is wrong, and not that it is missing. */
export function isMisspelt(context: RuleContext, key: string): boolean {
  if (context.site?.config.rules['front-matter/misspelt-field'] === 'off') return false;
  return [...misspeltFields(context).values()].includes(key);
}

function isRequired(context: RuleContext, key: string): boolean {
  const { placement } = context;
  return placement?.isPost === true && isKnown(placement.collection) && required(context).includes(key);
}

function renamed(written: string, key: string): string {
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  return quote + key + quote;
}

function hasNoPage({ placement }: RuleContext): boolean {
  return placement !== undefined && isKnown(placement.templates) && placement.templates.length === 0;
}

/** The field that a name is most likely a slip of; undefined when it is used as it is, or none is near. */
function meantField(context: RuleContext, { key, node }: Field): string | undefined {
  const { post, site, placement } = context;
  if (knownField(key) || site?.jigsaw?.code.mentions(key) || placement?.inherited(key) !== undefined)
    return undefined;
  // To Hugo, capital letters make no other name.
  const ignoresCase = site !== undefined && !site.jigsaw;
  if (site && fieldConstraints(site.config, placement?.collectionName)[key]) return undefined;
  const others = countOf(context, key) - 1;
  const near = candidates(context).filter((name) => {
    if (fieldOf(post, name) || (ignoresCase && name.toLowerCase() === key.toLowerCase())) return false;
    return isSlip(key, name) && (!isPlural(key, name) || isExpected(context, name, node));
  });
  const [first] = near.sort((a, b) => countOf(context, b) - countOf(context, a));
  if (first === undefined || others * 10 > countOf(context, first)) return undefined;
  const isNeeded = JIGSAW_FIELDS.includes(first) || required(context).includes(first);
  return isNeeded || others < MOST_SLIPS ? first : undefined;
}

/** Fields that posts here have: those that others use, those that must be, and those that Jigsaw looks for. */
function candidates(context: RuleContext): readonly string[] {
  const { site, habits } = context;
  const used = habits?.fields.keys() ?? KNOWN_FIELDS.map(({ key }) => key);
  const own = site && !site.jigsaw ? [] : JIGSAW_FIELDS;
  return [...new Set([...own, ...required(context), ...used])];
}

function required({ site, placement }: RuleContext): readonly string[] {
  return requiredFields(site?.config ?? defaultConfig, placement?.collectionName);
}

/** How many posts of the collection have a field. */
function countOf({ habits }: RuleContext, key: string): number {
  return habits?.fields.get(key)?.count ?? 0;
}

/** Whether a field is one that a post here should have, so that its singular or plural is no field of its own. */
function isExpected(context: RuleContext, name: string, { value }: YamlNode): boolean {
  const { habits } = context;
  const style = habits?.fields.get(name)?.style;
  // Where others have one, a list of several is something else.
  if (
    isList(value) &&
    style !== undefined &&
    style !== 'block' &&
    style !== 'flow' &&
    knownField(name)?.holds !== 'names'
  )
    return false;
  return required(context).includes(name) || countOf(context, name) * 2 > (habits?.posts ?? 0);
}

function isPlural(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].sort((one, other) => one.length - other.length);
  return (
    long === `${short}s` ||
    long === `${short}es` ||
    (short.endsWith('y') && long === `${short.slice(0, -1)}ies`)
  );
}

/** Whether two names are one but for capital letters, hyphens, two letters in the wrong order, or few other letters. */
function isSlip(key: string, name: string): boolean {
  if (plain(key) === plain(name)) return true;
  const allowed = Math.min(2, Math.floor(name.length / LETTERS_PER_SLIP));
  if (allowed === 0) return false;
  return (
    isSwapped(key, name) ||
    distance(key.toLowerCase(), name) <= (name.length >= 2 * LETTERS_PER_SLIP ? allowed : 1)
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}
