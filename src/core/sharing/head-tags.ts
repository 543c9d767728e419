/** What a layout prints for those who don't open the page: networks, search engines. */
export type HeadTag = 'title' | 'description' | 'og:title' | 'og:description' | 'og:image' | 'og:site_name';

/** One `content="…"` or `<title>…</title>` of a template: its text, with Blade's echoes in it. */
export interface TagTemplate {
  readonly tag: HeadTag;
  readonly content: string;
}

const TAGS: ReadonlyMap<string, HeadTag> = new Map([
  ['description', 'description'],
  ['og:title', 'og:title'],
  ['og:description', 'og:description'],
  ['og:image', 'og:image'],
  ['og:site_name', 'og:site_name'],
  // Networks that have names of their own fall back on these, and the other way round.
  ['twitter:title', 'og:title'],
  ['twitter:description', 'og:description'],
  ['twitter:image', 'og:image'],
]);

const ECHO = String.raw`\{\{[\s\S]*?\}\}|\{!![\s\S]*?!!\}`;
const META = new RegExp(
  String.raw`<meta\b((?:${ECHO}|"(?:${ECHO}|[^"])*"|'(?:${ECHO}|[^'])*'|[^>"'])*)>`,
  'gi',
);
const TITLE = new RegExp(String.raw`<title\b[^>]*>((?:${ECHO}|[^<])*)</title>`, 'gi');
const ATTRIBUTE = new RegExp(
  String.raw`([\w:-]+)\s*=\s*(?:"((?:${ECHO}|[^"])*)"|'((?:${ECHO}|[^'])*)')`,
  'g',
);

/** The tags of a Blade template that say how its page is shown elsewhere, in order. */
export function headTags(template: string): readonly TagTemplate[] {
  const text = template.replace(/\{\{--[\s\S]*?--\}\}|<!--[\s\S]*?-->/g, '');
  const found: TagTemplate[] = [];
  for (const [, content = ''] of text.matchAll(TITLE)) found.push({ tag: 'title', content });
  for (const [, inside = ''] of text.matchAll(META)) {
    const attributes = new Map<string, string>();
    for (const [, name = '', double, single] of inside.matchAll(ATTRIBUTE)) {
      attributes.set(name.toLowerCase(), double ?? single ?? '');
    }
    const tag = TAGS.get((attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase());
    const content = attributes.get('content');
    if (tag !== undefined && content !== undefined) found.push({ tag, content });
  }
  return found;
}

/** A template's text and echoes, in order. */
export function piecesOf(content: string): readonly { readonly text?: string; readonly code?: string }[] {
  return content
    .split(new RegExp(`(${ECHO})`))
    .filter((piece) => piece !== '')
    .map((piece) => {
      const code = /^\{(?:\{|!!)([\s\S]*?)(?:\}|!!)\}$/.exec(piece)?.[1];
      return code === undefined ? { text: piece } : { code: code.trim() };
    });
}

/** The fields that code asks a page for, in order: `$page->image`, `$page->get('image')`, not `$page->getUrl()`. */
export function fieldsIn(code: string): readonly string[] {
  const asked = code.matchAll(/\$page\s*(?:->|\?->)\s*(?:get\(\s*(['"])([\w-]+)\1\s*\)|(\w+)\b(?!\s*\())/g);
  return Array.from(asked, ([, , got, field]) => got ?? field ?? '');
}
