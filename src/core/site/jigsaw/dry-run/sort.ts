import { isList, isMap } from '../../../post/value.ts';
import { span } from '../../../text/span.ts';
import { Unknown } from '../../unknown.ts';
import { fieldOf, type Item } from '../item.ts';
import type { BuildError } from './dry-run.ts';

/** Jigsaw sorts a collection by `strtolower` of a field: a list there ends the build, if there is anything to sort. */
export function sortFailure(item: Item, hasOthers: boolean): BuildError | undefined {
  const { sort, place } = item.collection;
  if (sort instanceof Unknown) return undefined;
  const first = isList(sort) ? sort[0] : sort;
  if (typeof first !== 'string' || !hasOthers) return undefined;
  const key = first.replace(/^[-+]+/, '');
  const field = fieldOf(item, key);
  if (field instanceof Unknown || field.from !== 'post') return undefined;
  if (!isList(field.value) && !isMap(field.value)) return undefined;
  return {
    error: 'strtolower(): Argument #1 ($string) must be of type string, array given',
    place: place ?? { path: item.path, span: span(0, 0) },
    field: key,
    own: false,
  };
}
