import { patternOf } from './address-pattern.ts';
import { lineFormat, wordsOf } from './line-format.ts';
import { type RedirectReader, withoutSpaces } from './redirect-format.ts';

/**
 * `_redirects`: https://docs.netlify.com/routing/redirects, and Cloudflare Pages' like. The first line that fits
 * decides. A status of 404 answers with a page of that kind.
 */
export const netlify = lineFormat({
  read: (line) => {
    const [from, to, ...rest] = wordsOf(line);
    if (!from?.text.startsWith('/') || [to, ...rest].some((word) => /^404!?$/.test(word?.text ?? '')))
      return undefined;
    const isPlain = to !== undefined && rest.length <= 1 && rest.every(({ text }) => /^30\d!?$/.test(text));
    return { from: patternOf(from.text), to: isPlain ? to.text : undefined, toStart: to?.start ?? 0 };
  },
  isForeign: (line) => !/^\s*(?:$|#|\/|https?:)/.test(line),
  write: ({ from, to }) => `${withoutSpaces(from)} ${to} 301`,
  before: /^[ \t]*\/\S*(?:\*|\/:)/m,
});

/** The tables `[[redirects]]` of `netlify.toml`. */
export const netlifyToml: RedirectReader = {
  read: (text) =>
    text.split(/^[ \t]*\[/m).flatMap((table) => {
      if (!/^\[redirects\]\]/.test(table) || /^[ \t]*status[ \t]*=[ \t]*404\b/m.test(table)) return [];
      const from = /^[ \t]*from[ \t]*=[ \t]*["']([^"'\n]*)["']/m.exec(table)?.[1];
      return from?.startsWith('/') ? [{ from: patternOf(from), to: undefined }] : [];
    }),
};
