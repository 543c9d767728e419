import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const bare = /&(?!#?[xX]?(?:[0-9a-fA-F]+|\w+);)|</g;

/** Makes `&` and `<` plain characters where they can't be meant as HTML. Michelf: `Markdown::encodeAmpsAndAngles`. */
export function encode(text: SourceText): SourceText {
  return text.replace(bare, ({ 0: character, index }) =>
    SourceText.made(character === '<' ? '&lt;' : '&amp;', text.slice(index, index + 1).span),
  );
}

/** The text that a reader of the HTML finds in an attribute for which this is written. */
export function attributeValue(text: SourceText, state: ExtraState): string {
  return decode(state.html(encode(text)), state);
}

/** The same for an attribute that holds an address: there Jigsaw takes back its escape of `@` (`JigsawMarkdownParser`). */
export function addressValue(text: SourceText, state: ExtraState): string {
  return attributeValue(text, state).replaceAll("{{'@'}}", '@');
}

/** The text that HTML without tags stands for. */
export function decode(html: string, { md }: ExtraState): string {
  // markdown-it takes backslashes for escapes, which they no longer are here.
  return md.utils.unescapeAll(html.replaceAll('\\', '\\\\'));
}
