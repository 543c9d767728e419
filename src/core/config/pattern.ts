import { RE2JS } from 're2js';

/**
 * The longest text, in UTF-16 code units, that is held against a pattern. Time grows with the text times the pattern, and
 * a pattern may be as large as its writer likes.
 */
const LONGEST_TEXT = 2000;

const compiled = new Map<string, RE2JS | undefined>();

/**
 * Compiles a `pattern` of `copydesk.json`. It comes with the site, and so from anybody: it is matched in linear time, as
 * RE2 does it, and what RE2 doesn't have (looking around, referring back) can't be used.
 * @returns undefined when it can't be compiled.
 */
function compile(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) {
    try {
      compiled.set(pattern, RE2JS.compile(RE2JS.translateRegExp(pattern)));
    } catch {
      compiled.set(pattern, undefined);
    }
  }
  return compiled.get(pattern);
}

/** Why a pattern can't be used; undefined when it can. */
export function patternMistake(pattern: string): 'not-valid' | 'too-clever' | undefined {
  if (compile(pattern)) return undefined;
  try {
    new RegExp(pattern, 'u');
    return 'too-clever';
  } catch {
    return 'not-valid';
  }
}

/** Whether a text has what a pattern asks for; a long one, or a pattern that can't be used, isn't objected to. */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > LONGEST_TEXT) return true;
  return compile(pattern)?.matcher(text).find() ?? true;
}
