import * as v from 'valibot';
import { patternMistake } from './pattern.ts';

/** Where the file lies, relative to the site's root. */
export const CONFIG_FILE = 'copydesk.json';

/** A folder of the built site: a generator publishes none that starts with `_`, and none outside. */
const PUBLISHED_FOLDER = /^\/?[^/\\_.][^/\\]*(?:\/[^/\\_.][^/\\]*)*\/?$/;

const fieldNames = v.pipe(v.array(v.string()), v.description('Names of front-matter fields.'));

const fieldSchema = v.strictObject({
  type: v.optional(
    v.pipe(
      v.picklist(['text', 'list', 'number', 'boolean', 'date']),
      v.description('What kind of value the field takes.'),
    ),
  ),
  enum: v.optional(v.pipe(v.array(v.string()), v.description('The only values that the field may have.'))),
  pattern: v.optional(
    v.pipe(
      v.string(),
      v.check((pattern) => patternMistake(pattern) === undefined),
      v.description('A regular expression that a text value must match, without `(?=`, `(?!` and `\\1`.'),
    ),
  ),
  required: v.optional(v.pipe(v.boolean(), v.description('Whether every post must have the field.'))),
});

const fieldsSchema = v.record(v.string(), fieldSchema);

const collectionSchema = v.strictObject({
  required: v.optional(v.pipe(fieldNames, v.description('Required fields here, instead of the site’s.'))),
  fields: v.optional(v.pipe(fieldsSchema, v.description('What this collection’s fields may hold.'))),
});

const redirectsSchema = v.strictObject({
  file: v.pipe(v.string(), v.description('The file, relative to this one, such as "static/_redirects".')),
  format: v.optional(
    v.pipe(
      v.picklist(['netlify', 'apache', 'nginx', 'vercel', 'json', 'yaml']),
      v.description(
        'How it is written: a line `/old /new 301` (netlify, also Cloudflare Pages), RedirectMatch (apache), the lines of a map (nginx), Vercel’s list, or a map from old to new (json, yaml). Default: what the file’s name stands for.',
      ),
    ),
  ),
});

/** The file's schema; `copydesk.schema.json` is made from it. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  required: v.optional(
    v.pipe(fieldNames, v.description('Fields that every post must have. Default: title, date, keywords.')),
  ),
  fields: v.optional(v.pipe(fieldsSchema, v.description('What fields may hold, in every collection.')), {}),
  collections: v.optional(
    v.pipe(
      v.record(v.string(), collectionSchema),
      v.description('Settings for one collection, by its name.'),
    ),
    {},
  ),
  imageFields: v.optional(
    v.pipe(fieldNames, v.description('Fields that hold an image’s address. Default: image, cover_image.')),
    ['image', 'cover_image'],
  ),
  build: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'The folder that the site’s generator builds, relative to this file: the preview shows posts in its pages. Default for Jigsaw: build_local, build_production or what config.php says.',
      ),
    ),
  ),
  largestImage: v.optional(
    v.pipe(
      v.number(),
      v.minValue(1),
      v.description('How many kB an image may have before "image/too-large" reports it. Default: 1000.'),
    ),
    1000,
  ),
  redirects: v.optional(
    v.pipe(
      redirectsSchema,
      v.description('The file of redirects: a post that is renamed leaves its old address there.'),
    ),
  ),
  imageFolder: v.optional(
    v.pipe(
      v.string(),
      v.regex(PUBLISHED_FOLDER),
      v.description(
        'The folder for pasted and dropped images, as an address such as "/assets/img". Default: where most posts have theirs.',
      ),
    ),
  ),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.picklist(['off', 'information', 'warning', 'error'])),
      v.description('How severe a rule is, by its name, such as "image/not-found": "warning".'),
    ),
    {},
  ),
  ignore: v.optional(
    v.pipe(v.array(v.string()), v.description('Globs of posts to leave alone, relative to this file.')),
    [],
  ),
});

/** `copydesk.json`, with its defaults filled in. */
export type CopydeskConfig = v.InferOutput<typeof configSchema>;

export type FieldConstraint = v.InferOutput<typeof fieldSchema>;

/** What holds where there is no `copydesk.json`. */
export const defaultConfig: CopydeskConfig = v.parse(configSchema, {});

/** What a post must have where `copydesk.json` doesn't say. */
const REQUIRED: readonly string[] = ['title', 'date', 'keywords'];

/** What fields may hold in a collection, by their names: its own settings go before the site's. */
export function fieldConstraints(
  config: CopydeskConfig,
  collection: string | undefined,
): Readonly<Record<string, FieldConstraint>> {
  const own = collection === undefined ? undefined : config.collections[collection];
  return { ...config.fields, ...own?.fields };
}

/** The fields that a post of this collection must have. */
export function requiredFields(config: CopydeskConfig, collection: string | undefined): readonly string[] {
  const required = new Set(listedFields(config, collection));
  for (const [key, constraint] of Object.entries(fieldConstraints(config, collection))) {
    if (constraint.required === true) required.add(key);
    if (constraint.required === false) required.delete(key);
  }
  return [...required];
}

/** The list of required fields that counts for a collection; `required` in a field's own setting may change it. */
export function listedFields(config: CopydeskConfig, collection: string | undefined): readonly string[] {
  const own = collection === undefined ? undefined : config.collections[collection];
  return own?.required ?? config.required ?? REQUIRED;
}
