import { writtenNames } from '../fields/name-spans.ts';
import { namesIn } from '../fields/names.ts';
import { fieldOf, isBlank } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { isMap } from '../post/value.ts';
import type { Habits } from '../site/habits.ts';
import { eolOf } from '../text/eol.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { addFieldInPlace, fillField, namesFormFor, writeTextFor } from './new-field.ts';
import { oneLine, writeFlowItem, writeNames, writeText } from './write-value.ts';

/** Names that can stand in a text without quotes, wherever it stands. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .+'’&/-]*$/u;

/**
 * Adds names to a field such as `keywords`: behind those that it has, in their form, or as a new field in the form
 * of the site. What stands there already is left as it is unless its form can't take the new names.
 */
export function addNames(
  post: Post,
  habits: Habits | undefined,
  key: string,
  added: readonly string[],
): TextEdit | undefined {
  const names = added.map(oneLine).filter((name) => name !== '');
  if (names.length === 0) return undefined;
  const field = fieldOf(post, key);
  if (!field || isBlank(field.node.value)) {
    const value = writeNames(names, namesFormFor(post, habits, key), eolOf(post.text));
    return setField(post, habits, key, value);
  }
  const { node } = field;
  const last = writtenNames(node, post.text).at(-1);
  const all = [...namesIn(node.value), ...names];
  if (last && node.style === 'flow')
    return insert(
      last.span.end,
      names.map((name) => `, ${writeFlowItem(name)}`),
    );
  if (last && node.style === 'block') {
    const start = post.text.lastIndexOf('\n', last.span.start - 1) + 1;
    const dash = post.text.slice(start, last.span.start);
    const end = last.span.end + (/^[^\r\n]*/.exec(post.text.slice(last.span.end))?.[0].length ?? 0);
    if (/^[ \t]*-[ \t]+$/.test(dash)) {
      return insert(
        end,
        names.map((name) => eolOf(post.text) + dash + writeText(name)),
      );
    }
  }
  if (
    last &&
    node.items.length === 0 &&
    node.style !== 'alias' &&
    names.every((name) => PLAIN_NAME.test(name))
  ) {
    const quoted = node.style === 'single-quoted' ? names.map((name) => name.replaceAll("'", "''")) : names;
    return insert(
      last.span.end,
      quoted.map((name) => `, ${name}`),
    );
  }
  return isMap(node.value) ? undefined : { span: node.span, text: writeText(all.join(', ')) };
}

/** Gives a field a text for its value, whatever it has now; a new one is written where the site's posts have it. */
export function setText(post: Post, habits: Habits | undefined, key: string, text: string): TextEdit {
  return setField(post, habits, key, writeTextFor(post, habits, key, text));
}

function setField(post: Post, habits: Habits | undefined, key: string, value: string): TextEdit {
  const field = fieldOf(post, key);
  return field ? fillField(field, value) : addFieldInPlace(post, key, value, habits);
}

function insert(at: number, pieces: readonly string[]): TextEdit {
  return { span: { start: at, end: at }, text: pieces.join('') };
}
