import { RE2JS } from 're2js';

/** The longest text and the longest pattern that are read, in UTF-16 code units. */
const LONGEST_TEXT = 2000;
const LONGEST_PATTERN = 1000;

/** Time grows with the text times what the pattern compiles to: `(.?){999}` is short, and large. */
const MOST_STEPS = 10_000_000;

const compiled = new Map<string, RE2JS | undefined>();

/**
 * Compiles a `pattern` of `copydesk.json`. It comes with the site, and so from anybody: it is matched in linear time, as
 * RE2 does it, and what RE2 doesn't have (looking around, referring back) can't be used.
 * @returns undefined when it can't be compiled.
 */
function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
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
  const matcher = compile(pattern);
  if (!matcher || matcher.programSize() * text.length > MOST_STEPS) return true;
  return matcher.matcher(text).find();
}
