import {
  applyEdits,
  type ModificationOptions,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import { tooDeep } from '../config/depth.ts';
import { formattingOf } from '../config/edit-config.ts';

/** The object that a file holds; undefined when it is none. An empty file is an empty one. */
export function objectIn(text: string): Node | undefined {
  const json = orEmpty(text);
  if (tooDeep(json)) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  return root?.type === 'object' && errors.length === 0 ? root : undefined;
}

/** The text with another value at a path, or without it (undefined). */
export function withValue(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
  options: Pick<ModificationOptions, 'isArrayInsertion'> = {},
): string {
  const now = orEmpty(text);
  const edits = modify(now, [...path], value, { ...options, formattingOptions: formattingOf(now) });
  return applyEdits(now, edits);
}

function orEmpty(text: string): string {
  return text.trim() === '' ? '{}\n' : text;
}
