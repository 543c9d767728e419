import type { CopydeskConfig } from '../config/copydesk-config.ts';
import { fileName } from '../site/file-index.ts';
import { apache } from './apache.ts';
import { json } from './json.ts';
import { jsonRules, vercel } from './json-rules.ts';
import { netlify, netlifyToml } from './netlify.ts';
import { nginx } from './nginx.ts';
import type { RedirectFormat, RedirectReader } from './redirect-format.ts';
import { yaml } from './yaml.ts';

/** By the names that `copydesk.json` has for them. */
const FORMATS = { netlify, apache, nginx, vercel, json, yaml } satisfies Record<string, RedirectFormat>;

/** Where `copydesk.json` says that the site's redirects are. */
export type RedirectSettings = NonNullable<CopydeskConfig['redirects']>;

/** Files by which hosts answer at addresses that the site has no file for: Netlify's, Vercel's, Firebase's, Apache's. */
const HOST_READERS: Readonly<Record<string, RedirectReader>> = {
  _redirects: netlify,
  'netlify.toml': netlifyToml,
  'vercel.json': vercel,
  'firebase.json': jsonRules,
  'staticwebapp.config.json': jsonRules,
  '.htaccess': apache,
};

export const HOST_FILES: readonly string[] = Object.keys(HOST_READERS);

/** What reads a host's file of this name; undefined for another file. */
export function hostReaderOf(path: string): RedirectReader | undefined {
  const name = fileName(path);
  return Object.hasOwn(HOST_READERS, name) ? HOST_READERS[name] : undefined;
}

/** The format that the settings name, or the one that the file's name stands for. */
export function redirectFormatOf({ file, format }: RedirectSettings): RedirectFormat {
  if (format) return FORMATS[format];
  const name = fileName(file);
  if (name === '.htaccess') return apache;
  if (name === 'vercel.json') return vercel;
  if (/\.json$/i.test(name)) return json;
  if (/\.ya?ml$/i.test(name)) return yaml;
  return /\.(?:conf|map)$/i.test(name) ? nginx : netlify;
}
