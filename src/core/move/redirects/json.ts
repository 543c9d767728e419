import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { formattingOf } from '../../config/edit-config.ts';
import { isSameAddress, type Redirect, type RedirectFormat } from './redirect-format.ts';

type Path = readonly (string | number)[];

/** An object from old address to new. */
export const json: RedirectFormat = {
  read: (text) => {
    const entries = parse(text)?.children;
    return entries?.flatMap(({ children: [key, value] = [] }) => {
      const [from, to]: readonly unknown[] = [key?.value, value?.value];
      return typeof from === 'string' && typeof to === 'string' ? [{ from, to }] : [];
    });
  },
  set(text, { from, to }) {
    const known = this.read(text)?.find((each) => isSameAddress(each.from, from));
    return change(text, [known?.from ?? from], to);
  },
  remove(text, from) {
    const known = this.read(text)?.filter((each) => isSameAddress(each.from, from)) ?? [];
    return known.reduce((now, each) => change(now, [each.from], undefined), text);
  },
};

/** Vercel's list of `source` and `destination`: https://vercel.com/docs/project-configuration#redirects */
export const vercel: RedirectFormat = {
  read: (text) => listed(text)?.map(({ redirect }) => redirect),
  set(text, redirect) {
    const list = listed(text) ?? [];
    const known = list.find(({ redirect: { from } }) => isSameAddress(from, redirect.from));
    if (known) return change(text, ['redirects', known.index, 'destination'], redirect.to);
    const size = parse(text) ? (rules(text)?.length ?? 0) : 0;
    const value = { source: redirect.from, destination: redirect.to, permanent: true };
    return change(text, ['redirects', size], value);
  },
  remove(text, from) {
    const known = listed(text)?.find(({ redirect }) => isSameAddress(redirect.from, from));
    return known ? this.remove(change(text, ['redirects', known.index], undefined), from) : text;
  },
};

interface ListedRedirect {
  readonly index: number;
  readonly redirect: Redirect;
}

function listed(text: string): readonly ListedRedirect[] | undefined {
  return rules(text)?.flatMap((node, index) => {
    const from: unknown = findNodeAtLocation(node, ['source'])?.value;
    const to: unknown = findNodeAtLocation(node, ['destination'])?.value;
    const isPlain = typeof from === 'string' && !/[:*(]/.test(from);
    return isPlain && typeof to === 'string' ? [{ index, redirect: { from, to } }] : [];
  });
}

/** Vercel's list, empty where there is none yet; undefined for a file that has something else there. */
function rules(text: string): readonly Node[] | undefined {
  const root = parse(text);
  const list = root && findNodeAtLocation(root, ['redirects']);
  if (!root || (list && list.type !== 'array')) return undefined;
  return list?.children ?? [];
}

/** The file's object; undefined when it is none. An empty file is an empty one. */
function parse(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(orEmpty(text), errors, { allowTrailingComma: true });
  return root?.type === 'object' && errors.length === 0 ? root : undefined;
}

function change(text: string, path: Path, value: unknown): string {
  const now = orEmpty(text);
  const edits = modify(now, [...path], value, { formattingOptions: formattingOf(now) });
  return applyEdits(now, edits);
}

function orEmpty(text: string): string {
  return text.trim() === '' ? '{}\n' : text;
}
