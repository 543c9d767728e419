import { RE2JS } from 're2js';

/** The longest pattern that counts, in UTF-16 units: more is no pattern of a person. */
const LONGEST = 500;

/**
 * What stands in a glob: a separator with any number of folders, any path, any name, one character, a set of characters,
 * an escaped character, or any other one.
 */
const PARTS = /(\*\*\/)|(?<=^|\/)(\*\*)$|(\*+)|(\?)|\[([!^]?)(\]?[^\]/]*)\]|\\([\s\S])|([\s\S])/g;

/**
 * Whether a path is one of those that globs name, as VS Code writes them: `*`, `?`, `**`, `{a,b}`, `[a-z]`, `[!a-z]`.
 * They come with the site, and so from anybody: libraries for globs make regular expressions of them that may take
 * hours for one path, so these are matched in linear time, as RE2 does it. One that can't be read matches nothing.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => compile(glob) ?? []);
  return (path) => matchers.some((matcher) => matcher.matcher(path).matches());
}

function compile(glob: string): RE2JS | undefined {
  if (glob.length > LONGEST) return undefined;
  try {
    return RE2JS.compile(toRegExp(glob.replace(/^(?:\.?\/)+/, '')), RE2JS.DOTALL);
  } catch {
    return undefined;
  }
}

function toRegExp(glob: string): string {
  let depth = 0;
  const isBalanced = glob.split('{').length === glob.split('}').length;
  return glob.replace(PARTS, (...match) => {
    const [, folders, path, name, one, not, set, escaped, other = ''] = match as (string | undefined)[];
    if (folders !== undefined) return '(?:[^/]+/)*';
    if (path !== undefined) return '.*';
    if (name !== undefined) return '[^/]*';
    if (one !== undefined) return '[^/]';
    if (set !== undefined && set !== '') return `[${not ? '^/' : ''}${set.replace(/[[\]\\^&~]/g, '\\$&')}]`;
    if (escaped !== undefined) return RE2JS.quote(escaped);
    if (isBalanced && other === '{') {
      depth += 1;
      return '(?:';
    }
    if (isBalanced && other === '}') {
      depth -= 1;
      return ')';
    }
    return other === ',' && depth > 0 ? '|' : RE2JS.quote(other);
  });
}
