import { scanBlade } from '../site/jigsaw/blade/scan.ts';
import { type Span, span } from '../text/span.ts';
import { escapeBlade } from './blade.ts';
import type { MarkdownDialect } from './dialect.ts';
import { longestBody, parserOf } from './parser.ts';

/**
 * Something in a plain Markdown body that Jigsaw's escaping doesn't hold back, so that Blade or PHP meets it.
 * `php`: `<?=`, or `<?PHP` in capital letters; `short-tag`: any other `<?`, which runs where PHP's short tags are on;
 * `component`: `<x-name` or `</x-name`; `directive`: an `@` whose escaping was undone or never done; `spoilt`: an `@` or `<?php`
 * whose escaping CommonMark's curly quotes have spoilt; `mangled`: an `@` in an address that CommonMark has encoded
 * together with its escaping.
 */
export interface Leftover {
  readonly kind: 'php' | 'short-tag' | 'component' | 'directive' | 'spoilt' | 'mangled';
  /** Where it stands in the body. */
  readonly span: Span;
  /** Where it stands in the HTML. */
  readonly at: number;
}

export interface Leftovers {
  /** What the Markdown parser makes of the escaped body: what Blade compiles. Empty where nothing can be left over. */
  readonly html: string;
  /** In the order of the HTML. */
  readonly found: readonly Leftover[];
}

/** A body without any of these, which is nearly every one, isn't rendered to find out. */
const SUSPECT = {
  'markdown-extra': /<\?|<\/?x[-:]|[^\s\w]@\w|&#0*64;|&#x0*40;|&commat;/i,
  commonmark: /<\?|<\/?x[-:]|@|&#0*64;|&#x0*40;|&commat;/i,
};

const NONE: Leftovers = { html: '', found: [] };

/**
 * Finds what of a plain body still runs once Markdown is done (`Handlers/MarkdownHandler::renderMarkdownFile`). To
 * know their places, each suspect is given a number that survives Markdown.
 */
export function leftoversIn(body: string, dialect: MarkdownDialect): Leftovers {
  const text = body.slice(0, longestBody);
  if (!SUSPECT[dialect].test(text)) return NONE;
  const html = htmlOf(escapeBlade(text), dialect);
  const { marked, marks } = withMarks(text, dialect);
  const places = [...html.matchAll(LEFT)];
  const echoes = new Set(
    scanBlade(html).flatMap((token) => (token.kind === 'echo' ? [token.span.start] : [])),
  );
  const numbered = [...htmlOf(marked, dialect).matchAll(LEFT)];
  // The numbers change nothing of how the text is read; where they did after all, nothing is said.
  const found = places.length === numbered.length ? numbered : [];
  const leftovers = found.flatMap((match, index): Leftover[] => {
    const where = marks[Number(match[1] ?? match[2] ?? match[3] ?? match[4])];
    const [kind, at] = [kindOf(match[0]), places[index]?.index ?? 0];
    // Within an echo that is escaped itself, nothing is compiled.
    return !where || (kind === 'spoilt' && !echoes.has(at + 2)) ? [] : [{ kind, span: where, at }];
  });
  return { html, found: [...leftovers, ...directivesIn(html, text)].sort((a, b) => a.at - b.at) };
}

/** What Jigsaw's Markdown parser makes of an escaped body. MarkdownExtra is told to undo the escaping in addresses. */
function htmlOf(text: string, dialect: MarkdownDialect): string {
  const parser = parserOf(dialect);
  const env = {};
  const tokens = parser.parse(text, env);
  if (dialect === 'markdown-extra') {
    for (const token of tokens.flatMap((each) => [each, ...(each.children ?? [])])) {
      const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
      const address = name && token.attrGet(name);
      if (name && address) token.attrSet(name, String(address).replaceAll("{{'@'}}", '@'));
    }
  }
  return parser.renderer.render(tokens, parser.options, env);
}

/** The body's place of what stands at an offset of the HTML, if that is known. */
export function leftoverAt({ found }: Leftovers, offset: number): Leftover | undefined {
  return found.findLast(({ at }) => at <= offset);
}

/** What is left over in HTML; the groups hold the number that it was given in the body. */
const LEFT =
  /<\?(?!php)(?:=|[pP][hH][pP]\b)?(?:\/\*k(\d+)k\*\/)?|<\/?x[-:][\w\-:.]*?(?:k(\d+)k)?(?![\w\-:.])|\{\{[‘’](?:@|\?php)(?:k(\d+)k)?[‘’]\}\}|%7B%7B'@(?:k(\d+)k)?'%7D%7D/g;

function kindOf(left: string): Leftover['kind'] {
  if (/^<\/?x/.test(left)) return 'component';
  if (left.startsWith('{')) return 'spoilt';
  if (left.startsWith('%')) return 'mangled';
  return /^<\?(?:=|php)/i.test(left) ? 'php' : 'short-tag';
}

const MARKED = /\{!!|\{\{|\{@|@|<\?php|<\?(?:=|[pP][hH][pP]\b)?|<\/?x[-:][\w\-:.]*/g;

/** The body as Jigsaw escapes it, with a number in all that may be left over. */
function withMarks(text: string, dialect: MarkdownDialect) {
  const marks: Span[] = [];
  const marked = text.replace(MARKED, (found, at: number) => {
    const number = `k${marks.push(span(at, at + found.length)) - 1}k`;
    if (/^<\/?x/.test(found)) return found + number;
    if (found.startsWith('<?') && found !== '<?php') return `${found}/*${number}*/`;
    const escaped = escapeBlade(found);
    // MarkdownExtra undoes the escaping in addresses, if it finds it as it is.
    return dialect === 'commonmark' ? escaped.replace("'}}", `${number}'}}`) : escaped;
  });
  return { marked, marks };
}

/** Directives in the HTML. They come from addresses, character references and `{@name`. */
function directivesIn(html: string, text: string): readonly Leftover[] {
  return scanBlade(html).flatMap((token) => {
    if (token.kind !== 'directive') return [];
    const name = token.name.replace(/\W/g, '\\$&');
    const written = new RegExp(`(?:(?<![\\w\\s])@|&#0*64;|&#x0*40;|&commat;)${name}`, 'i').exec(text);
    if (!written) return [];
    const where = span(written.index, written.index + written[0].length);
    return [{ kind: 'directive' as const, span: where, at: token.span.start }];
  });
}
