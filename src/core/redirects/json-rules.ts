import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { type AddressPattern, addressMatcher, patternOf } from './address-pattern.ts';
import { objectIn, withValue } from './json-text.ts';
import {
  isSameAddress,
  type RedirectFormat,
  type RedirectReader,
  type RedirectRule,
  toRedirect,
} from './redirect-format.ts';

/** Lists of rules in the JSON of Firebase (`firebase.json`) and Azure (`staticwebapp.config.json`), wherever they stand. */
export const jsonRules: RedirectReader = {
  read: (text) => {
    const root = objectIn(text);
    return root && rulesBelow(root, false);
  },
};

/** Vercel's lists: https://vercel.com/docs/project-configuration#redirects */
export const vercel: RedirectFormat = {
  read: (text) => (redirectsOf(text) ? jsonRules.read(text) : undefined),
  isWritable: (text) => redirectsOf(text) !== undefined,
  set(text, redirect) {
    const list = redirectsOf(text) ?? [];
    const index = list.findIndex((node) => leadsFrom(node, redirect.from));
    if (index !== -1) return withValue(text, ['redirects', index, 'destination'], redirect.to);
    const value = { source: redirect.from, destination: redirect.to, permanent: true };
    const rival = list.findIndex((node) => takes(node, redirect.from));
    if (rival === -1) return withValue(text, ['redirects', list.length], value);
    return withValue(text, ['redirects', rival], value, { isArrayInsertion: true });
  },
  remove(text, from) {
    const list = redirectsOf(text) ?? [];
    return list.reduceRight(
      (now, node, index) => (leadsFrom(node, from) ? withValue(now, ['redirects', index], undefined) : now),
      text,
    );
  },
};

/** Vercel's list, empty where there is none yet; undefined for a file that has something else there. */
function redirectsOf(text: string): readonly Node[] | undefined {
  const root = objectIn(text);
  const list = root && findNodeAtLocation(root, ['redirects']);
  if (!root || (list && list.type !== 'array')) return undefined;
  return list?.children ?? [];
}

function leadsFrom(node: Node, from: string): boolean {
  const rule = ruleOf(node);
  return rule !== undefined && isSameAddress(toRedirect(rule)?.from ?? '', from);
}

/** Whether a rule takes an address whoever asks for it. */
function takes(node: Node, from: string): boolean {
  const rule = ruleOf(node);
  return rule?.to !== undefined && addressMatcher([rule.from])(from.slice(1));
}

/** @param isListed whether the node stands in a list of rules. */
function rulesBelow(node: Node, isListed: boolean): readonly RedirectRule[] {
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    const isList = /^(?:redirects|rewrites|routes)$/.test(String(key?.value));
    return value ? rulesBelow(value, isListed || isList) : [];
  }
  const own = isListed && node.type === 'object' ? ruleOf(node) : undefined;
  const below = (node.children ?? []).flatMap((child) => rulesBelow(child, isListed));
  return own ? [own, ...below] : below;
}

/** Under which keys a rule has the addresses that it takes. Vercel’s `src` is a regular expression of all the address. */
const SOURCES: Readonly<Record<string, (written: string) => AddressPattern>> = {
  source: patternOf,
  route: patternOf,
  src: (source) => ({ kind: 'regexp', source: `^(?:${source})$` }),
  regex: (source) => ({ kind: 'regexp', source }),
};

function ruleOf(node: Node): RedirectRule | undefined {
  for (const [key, read] of Object.entries(SOURCES)) {
    const from: unknown = findNodeAtLocation(node, [key])?.value;
    if (typeof from !== 'string') continue;
    const to: unknown = findNodeAtLocation(node, ['destination'])?.value;
    const isForSome = ['has', 'missing'].some((each) => findNodeAtLocation(node, [each]));
    return { from: read(from), to: typeof to === 'string' && !isForSome ? to : undefined };
  }
  return undefined;
}
