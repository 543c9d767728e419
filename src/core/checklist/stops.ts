import type { Problem } from '../rules/rule.ts';

/**
 * Which of the rules that warn of what readers will see stop a post, and which merely say how it could be better. A
 * post is stopped where readers would get what its writer surely doesn't want them to: another day, half of a title, a
 * draft, the file's own text.
 */
export const ofReaders: Readonly<Record<string, 'stops' | 'improves'>> = {
  'address/no-extension': 'stops',
  'date/no-such-day': 'stops',
  'date/not-a-timestamp': 'stops',
  'date/not-in-seconds': 'stops',
  'file/copied-raw': 'stops',
  'front-matter/cut-by-comment': 'stops',
  'front-matter/misspelt-field': 'improves',
  'front-matter/not-text': 'stops',
  'image/no-alt': 'improves',
  'image/space-in-address': 'stops',
  'keywords/not-a-name': 'improves',
  'link/no-heading': 'improves',
  'link/space-in-address': 'stops',
  'names/no-page': 'improves',
  'post/draft-is-published': 'stops',
  'post/flag-does-nothing': 'stops',
  'section/replaces-layout': 'stops',
};

/**
 * Whether a post can't go out like this. An error always stops it, advice never does; of warnings, those of a build that
 * fails or a post that gets lost, and those of the list above.
 */
export function stops({ rule, severity, effect }: Problem): boolean {
  if (severity !== 'warning') return severity === 'error';
  return effect === 'build-fails' || effect === 'post-lost' || ofReaders[rule] === 'stops';
}
