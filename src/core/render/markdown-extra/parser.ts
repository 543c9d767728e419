import Markdown, { type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import { setPlace } from '../place.ts';
import { readAbbreviations, takeAbbreviations } from './abbreviations.ts';
import { readDefinitionLists } from './definition-lists.ts';
import { takeDefinitions } from './definitions.ts';
import { readEmphasis } from './emphasis.ts';
import { encode } from './entities.ts';
import { readFences } from './fences.ts';
import { appendFootnotes, readFootnoteMarks, takeFootnotes } from './footnotes.ts';
import { readHeadings } from './headings.ts';
import { readHorizontalRules } from './horizontal-rules.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { readImages } from './images.ts';
import { readIndentedCode } from './indented-code.ts';
import { readAutolinks, readLinks } from './links.ts';
import { readLists } from './lists.ts';
import { readParagraphs } from './paragraphs.ts';
import { prepare } from './prepare.ts';
import { readQuotes } from './quotes.ts';
import type { SourceText } from './source-text.ts';
import { readSpanTokens } from './span-tokens.ts';
import { ExtraState, type Rules } from './state.ts';
import { readTables } from './tables.ts';

type Rule = (text: SourceText, state: ExtraState) => SourceText;

/** What is taken out of the document before it is read, in this order. */
const documentRules: readonly Rule[] = [readFences, takeFootnotes, takeDefinitions, takeAbbreviations];

/** What blocks are made of, in this order: an earlier rule wins, wherever its block starts. */
const blockRules: readonly Rule[] = [
  readFences,
  readHeadings,
  readTables,
  readHorizontalRules,
  readLists,
  readDefinitionLists,
  readIndentedCode,
  readQuotes,
];

const spanRules: readonly Rule[] = [
  readSpanTokens,
  readFootnoteMarks,
  readImages,
  readLinks,
  readAutolinks,
  encode,
  readEmphasis,
  readHardBreaks,
  readAbbreviations,
];

/** How deep blocks are looked for in blocks. */
const deepest = 30;

const rules: Rules = {
  blocks(text, state) {
    state.blockLevel++;
    const tokens =
      state.blockLevel > deepest
        ? readParagraphs(text, state, true)
        : readParagraphs(apply(blockRules, readHtmlBlocks(text, state), state), state, true);
    state.blockLevel--;
    return tokens;
  },
  paragraphs: readParagraphs,
  spans: (text, state) => apply(spanRules, text, state),
};

function apply(list: readonly Rule[], text: SourceText, state: ExtraState): SourceText {
  return list.reduce((rest, rule) => rule(rest, state), text);
}

/** Two spaces at a line's end. Michelf: `Markdown::doHardBreaks`. */
function readHardBreaks(text: SourceText, state: ExtraState): SourceText {
  return text.replace(/ {2,}\n/g, ({ 0: whole, index }) => {
    return state.mark([state.made('<br />\n')], 'X', text.slice(index, index + whole.length).span);
  });
}

function parse(source: string, md: MarkdownIt): Token[] {
  const state = new ExtraState(md, rules, source);
  const withHtml = readHtmlBlocks(prepare(source), state);
  const text = apply(documentRules, withHtml.remove(/(?<![^\n]) +(?![^\n])/g), state);
  const tokens = appendFootnotes(readParagraphs(apply(blockRules, text, state), state, true), state);
  return [...tokens, state.made('\n'), ...definitionTokens(state)];
}

/** Definitions reach no page, but their places can be told. */
function definitionTokens(state: ExtraState): Token[] {
  return [...state.definitions.values()].map(({ whole, label, address }) => {
    const token = state.token('reference_definition', '', 0);
    token.hidden = true;
    setPlace(token, { whole, label, address: address.span });
    return token;
  });
}

/**
 * Michelf's MarkdownExtra 2, as Jigsaw sets it up (`Parsers/JigsawMarkdownParser.php`), on markdown-it's tokens and
 * renderer. Its blocks and spans are read by rules of their own: unlike CommonMark, each goes through the whole text
 * before the next one does.
 */
export function makeMarkdownExtra(): MarkdownIt {
  const md = new Markdown({ html: true, xhtmlOut: true });
  md.core.ruler.enableOnly(['block']);
  md.core.ruler.at('block', (state) => {
    for (const token of parse(state.src, md)) state.tokens.push(token);
  });
  Object.assign(md.renderer.rules, renderers);
  return md;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const content = (tokens: readonly Token[], index: number) => tokens[index]?.content ?? '';

const children: RendererRule = (tokens, index, options, env, renderer) =>
  renderer.renderInline(tokens[index]?.children ?? [], options, env);

/** What the rules leave as text is HTML already. */
const renderers: Readonly<Record<string, RendererRule>> = {
  text: content,
  code: (tokens, index) => content(tokens, index).replace(/[&<>]/g, (character) => entities[character] ?? ''),
  code_inline: (...args) => `<code>${children(...args)}</code>`,
  code_block: (tokens, index, options, env, renderer) => {
    const attributes = renderer.renderAttrs(tokens[index] ?? { attrs: null });
    return `<pre><code${attributes}>${children(tokens, index, options, env, renderer)}</code></pre>`;
  },
  image: (tokens, index, options, _env, renderer) => renderer.renderToken(tokens, index, options),
};
