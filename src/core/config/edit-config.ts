import { applyEdits as applyJsonEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { eolOf } from '../text/eol.ts';
import { span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { tooDeep } from './depth.ts';

/**
 * Sets one setting in `copydesk.json`. Everything else in it stays: comments, order, indentation, line ends.
 * @param text the file's text; undefined where there is no such file.
 * @param path the setting, such as `['collections', 'posts', 'required']`; what is missing on the way is made.
 * @param value what it is set to; undefined takes it out.
 * @returns the edits of that text, or undefined when it is no JSON, as nobody could say what would become of it.
 */
export function setInConfig(
  text: string | undefined,
  path: readonly string[],
  value: unknown,
): readonly TextEdit[] | undefined {
  // A byte order mark is no JSON.
  const start = text?.startsWith('\uFEFF') ? 1 : 0;
  const json = text?.slice(start);
  if (text === undefined || json === undefined || json.trim() === '') {
    const made = applyJsonEdits(
      '{}',
      modify('{}', [...path], value, { formattingOptions: formattingOf('') }),
    );
    return [{ span: span(0, text?.length ?? 0), text: `${made}\n` }];
  }
  if (tooDeep(json)) return undefined;
  const errors: ParseError[] = [];
  const parsed: unknown = parse(json, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return undefined;
  const edits = modify(json, [...path], value, { formattingOptions: formattingOf(json) });
  return edits.map(({ offset, length, content }) => ({
    span: span(start + offset, start + offset + length),
    text: content,
  }));
}

/** How a JSON file is indented, judged by its first indented line. */
export function formattingOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /^([ \t]+)["}\]]/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: eolOf(text) };
}
