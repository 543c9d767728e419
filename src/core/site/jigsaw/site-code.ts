import type { SitePath } from '../files.ts';
import { leavesIdsAlone } from './scripts.ts';

/** A script element, and what Vite and Mix write one with. */
const SCRIPT = /<script\b|@vite\b|\b(?:vite|mix)\(/i;

/** `<base href="…">` */
const BASE = /<base\s[^>]*\bhref\b/;

/** What is looked for in all texts, and whether it was found. */
interface Search {
  readonly pattern: RegExp;
  readonly found: boolean;
}

/** What the site's own code does anywhere, told by what stands in its texts. Immutable; what it finds it keeps. */
export class SiteCode {
  readonly #texts: ReadonlyMap<SitePath, string>;
  readonly #searches = new Map<string, Search>();

  /**
   * @param texts the config files' and the views' texts.
   * @param last the code before some files changed: what was found in it holds where these make no difference.
   */
  constructor(texts: ReadonlyMap<SitePath, string>, last?: SiteCode, changed: readonly SitePath[] = []) {
    this.#texts = texts;
    if (last) this.#keep(last, changed);
  }

  #keep(last: SiteCode, changed: readonly SitePath[]): void {
    for (const [key, search] of last.#searches) {
      const isIn = (path: SitePath, code: SiteCode) => search.pattern.test(code.#texts.get(path) ?? '');
      if (changed.every((path) => isIn(path, last) === isIn(path, this))) this.#searches.set(key, search);
    }
  }

  /** Whether a view says to what relative addresses are relative: `<base href="…">`. */
  get hasBase(): boolean {
    return this.#isAnywhere(BASE);
  }

  /** Whether any view brings a script, which may put in an image what the text leaves out. */
  get hasScripts(): boolean {
    return this.#isAnywhere(SCRIPT);
  }

  /** Whether no script that these views bring gives elements their ids. */
  leavesIdsAlone(views: readonly string[]): boolean {
    return leavesIdsAlone(views, this.#texts);
  }

  /**
   * Whether a view or the config's own code asks for a field: `$page->title`, `$post['title']`, `get('title')`,
   * `data_get($page, 'title')`.
   */
  mentions(field: string): boolean {
    return this.#isAnywhere(asking(field));
  }

  /** The same of a few of the files. */
  mentionsIn(field: string, paths: readonly SitePath[]): boolean {
    const pattern = asking(field);
    return paths.some((path) => pattern.test(this.#texts.get(path) ?? ''));
  }

  /** Whether the code takes a field as it is anywhere, and not always with its ends trimmed: `trim($page->title)`. */
  takesUntrimmed(field: string): boolean {
    const trimmed = '\\btrim\\(\\s*(?:\\(string\\)\\s*)?\\$\\w+';
    return this.#isAnywhere(new RegExp(`(?<!${trimmed})->${literal(field)}\\b`));
  }

  /**
   * Whether the code makes an address of more than a field's value anywhere, `/img/{{ $page->image }}` or
   * `asset($page->image)`, so that the value alone leads nowhere. `baseUrl` before it counts for nothing.
   */
  completesAddress(field: string): boolean {
    const value = `\\$\\w+->${literal(field)}\\b`;
    const echoed = `(?<!baseUrl\\s*(?:\\}\\}|!!\\})/?)(?<=[^\\s"'=({>])\\{(?:\\{|!!)\\s*${value}`;
    const joined = `(?<!baseUrl\\s*)\\.\\s*${value}|[\\w/]\\{${value}`;
    const called = `(?!(?:isset|empty|if|elseif|unless|e|trim)\\b)\\b[a-z_]\\w*\\(\\s*${value}`;
    return this.#isAnywhere(new RegExp(`${echoed}|${joined}|${called}`));
  }

  /**
   * Whether the code puts `baseUrl` before a field's value so that a relative address in it is one from the site's root:
   * `{{ $page->baseUrl }}/{{ $page->image }}`, or without a slash between.
   * @param endsInSlash whether `baseUrl` has the slash.
   */
  rootsAddress(field: string, endsInSlash: boolean): boolean {
    const value = `\\$\\w+->${literal(field)}\\b`;
    const echoed = (between: string) => `baseUrl\\s*(?:\\}\\}|!!\\})${between}\\{(?:\\{|!!)\\s*${value}`;
    const joined = `baseUrl\\s*\\.\\s*${value}`;
    if (this.#isAnywhere(new RegExp(echoed('/')))) return true;
    return endsInSlash && this.#isAnywhere(new RegExp(`${echoed('')}|${joined}`));
  }

  #isAnywhere(pattern: RegExp): boolean {
    const known = this.#searches.get(String(pattern));
    if (known) return known.found;
    const found = [...this.#texts.values()].some((text) => pattern.test(text));
    this.#searches.set(String(pattern), { pattern, found });
    return found;
  }
}

function asking(field: string): RegExp {
  const name = literal(field);
  return new RegExp(`->${name}\\b|[[(,]\\s*(['"])${name}\\1`);
}

/** A text as a pattern that matches just it. */
function literal(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
