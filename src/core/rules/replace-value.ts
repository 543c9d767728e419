import { writeText } from '../compose/write-value.ts';
import type { YamlNode } from '../post/post.ts';
import { message } from '../text/message.ts';
import type { Fix } from './rule.ts';

/** Puts another text in the place of a value, in the quotes that it has, or gives a field without value one. */
export function replaceValue(node: YamlNode, text: string): Fix {
  return {
    title: message('Change to `{0}`', text),
    edits: [
      { span: node.span, text: node.style === 'empty' ? ` ${written(node, text)}` : written(node, text) },
    ],
    preferred: true,
  };
}

function written({ style }: YamlNode, text: string): string {
  if (style === 'single-quoted') return `'${text.replaceAll("'", "''")}'`;
  if (style === 'double-quoted' && !/[\\"\p{Cc}]/u.test(text)) return `"${text}"`;
  return /^[\w./-]+$/.test(text) ? text : writeText(text);
}
