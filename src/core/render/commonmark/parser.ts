import Markdown, { type MarkdownIt, type RendererRule, type StateCore } from 'markdown-it';
import { applyAttributeLists } from './attributes-apply.ts';
import { parseAttributes } from './attributes-parse.ts';
import { pairDelimiters } from './delimiters.ts';
import { codeBehindDefinitions } from './indented-code.ts';
import { recordPlaces } from './places.ts';
import { smartPunctuation } from './smart-punctuation.ts';
import { tables } from './tables.ts';
import { text } from './text.ts';
import { encodeAddress } from './urls.ts';

/**
 * League CommonMark 2 as Jigsaw sets it up (`Parsers/CommonMarkParser.php`), with its extensions Attributes,
 * SmartPunct, Strikethrough and Table.
 */
export function makeCommonMark(): MarkdownIt {
  const md = new Markdown('commonmark').use(recordPlaces);
  md.normalizeLink = encodeAddress;
  md.normalizeLinkText = (address) => address;
  md.validateLink = () => true;
  md.inline.ruler.at('text', text);
  md.use(codeBehindDefinitions).use(tables).use(parseAttributes).use(smartPunctuation).use(pairDelimiters);
  // Definitions stay among the tokens, unseen, so that their places can be told.
  md.core.ruler.disable('strip_references');
  md.core.ruler.after('normalize', 'final_newline', endLastLine);
  md.core.ruler.before('inline', 'trim_lines', trimLines);
  md.use(applyAttributeLists);
  Object.assign(md.renderer.rules, renderers(md));
  return md;
}

/** Code up to the end has a line break at its end, whether the text has or not. */
function endLastLine(state: StateCore): void {
  if (!state.src.endsWith('\n')) state.src += '\n';
}

/** A paragraph's lines are read without their indentation, even where code goes on in them. */
function trimLines({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type === 'inline') token.content = token.content.replace(/\n[ \t]+/g, '\n');
  }
}

function renderers({ utils }: MarkdownIt): Readonly<Record<string, RendererRule>> {
  return {
    attributes: () => '',
    code_block: (tokens, index, _options, _env, renderer) => {
      const { content = '', attrs = null } = tokens[index] ?? {};
      return `<pre><code${renderer.renderAttrs({ attrs })}>${utils.escapeHtml(content)}</code></pre>\n`;
    },
  };
}
