import type { CopydeskConfig } from '../config/copydesk-config.ts';
import { addressMatcher } from '../redirects/address-pattern.ts';
import { hostReaderOf, type RedirectSettings, redirectFormatOf } from '../redirects/formats.ts';
import { type SitePath, sitePath } from './files.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';

/** The file that `copydesk.json` names for redirects, wherever it lies; undefined where it names none. */
export function redirectFileOf({ redirects }: Pick<CopydeskConfig, 'redirects'>): SitePath | undefined {
  return redirects && sitePath(redirects.file);
}

interface Matcher {
  readonly settings: RedirectSettings | undefined;
  takes(path: string): boolean;
}

const matchers = new WeakMap<JigsawSite, Matcher>();

/**
 * Whether the site's host answers at an address by its redirects, whatever files the site has: those that hosts read
 * by themselves, and the one that `copydesk.json` names. What can't be read of a file says nothing.
 * @param path below the web root, without a slash in front.
 */
export function isRedirected(
  path: string,
  jigsaw: JigsawSite,
  settings: RedirectSettings | undefined,
): boolean {
  const known = matchers.get(jigsaw);
  const matcher = known && known.settings === settings ? known : matcherOf(jigsaw, settings);
  matchers.set(jigsaw, matcher);
  return matcher.takes(path);
}

function matcherOf(jigsaw: JigsawSite, settings: RedirectSettings | undefined): Matcher {
  const rules = Array.from(jigsaw.texts, ([path, text]) => hostReaderOf(path)?.read(text) ?? []);
  const file = redirectFileOf({ redirects: settings });
  const named = file === undefined ? undefined : jigsaw.texts.get(file);
  if (settings && named !== undefined) rules.push(redirectFormatOf(settings).read(named) ?? []);
  return { settings, takes: addressMatcher(rules.flat().map(({ from }) => from)) };
}
