import { type Span, span } from '../../text/span.ts';
import { setPlace } from '../place.ts';
import { readLabel, readTarget } from './addresses.ts';
import { readAttributes } from './attributes.ts';
import { type Bracketed, replaceBrackets } from './brackets.ts';
import { definitionOf } from './definitions.ts';
import { addressValue, attributeValue, decode, encode } from './entities.ts';
import type { SourceText } from './source-text.ts';
import type { Definition, ExtraState } from './state.ts';

const inAngleBrackets = /<([\s\S]+?)>/y;

/**
 * Links: first `[text][label]`, then `[text](address)`, and what remains of `[text]` when it is a label itself.
 * Michelf: `MarkdownExtra::doAnchors`.
 */
export function readLinks(text: SourceText, state: ExtraState): SourceText {
  if (state.inLink) return text;
  state.inLink = true;
  const afterLabels = replaceBrackets(text, '[', (at, close) => readReference(text, at, close, state));
  const afterAddresses = replaceBrackets(afterLabels, '[', (at, close) => {
    const target = readTarget(afterLabels, close + 1, inAngleBrackets);
    if (target === undefined) return undefined;
    const given = { ...target, attributes: readAttributes(target.attributes) };
    const inner = afterLabels.slice(at + 1, close);
    return { end: target.end, mark: link(afterLabels.slice(at, target.end), inner, given, state) };
  });
  const rest = afterAddresses.replace(/\[([^[\]]+)\]/g, ({ 0: whole, 1: label = '', index }) => {
    const found = definitionOf(label, state);
    const inner = afterAddresses.slice(index + 1, index + 1 + label.length);
    return found && link(afterAddresses.slice(index, index + whole.length), inner, found, state);
  });
  state.inLink = false;
  return rest;
}

function readReference(
  text: SourceText,
  at: number,
  close: number,
  state: ExtraState,
): Bracketed | undefined {
  const found = readLabel(text.text, close);
  if (found === undefined) return undefined;
  const inner = text.slice(at + 1, close);
  const definition = definitionOf((found.label || inner.text).replace(/ ?\n/g, ' '), state);
  return { end: found.end, mark: definition && link(text.slice(at, found.end), inner, definition, state) };
}

function link(
  whole: SourceText,
  inner: SourceText,
  given: Definition | Omit<Definition, 'whole' | 'label'>,
  state: ExtraState,
): SourceText {
  const { title, attributes } = given;
  const { href, address } = readAddress(given.address, state);
  const open = state.token('link_open', 'a', 1);
  open.attrs = [['href', href]];
  if (title !== undefined) open.attrs.push(['title', attributeValue(title, state)]);
  open.attrs.push(...attributes);
  const definition = 'whole' in given ? { definition: given.whole } : {};
  setPlace(open, { whole: whole.span, label: inner.span, address, ...definition });
  const close = state.token('link_close', 'a', -1);
  return state.mark([open, ...state.tokens(state.rules.spans(inner, state)), close], 'X', whole.span);
}

/** An address with spaces in angle brackets was taken for a tag and has its brackets still. */
function readAddress(
  written: SourceText,
  state: ExtraState,
): { readonly href: string; readonly address: Span } {
  const html = state.html(written);
  const { start, end } = written.span;
  const isTag = html !== written.text && /^<[\s\S]*>$/.test(html);
  if (isTag) return { href: decode(html.slice(1, -1), state), address: span(start + 1, end - 1) };
  return { href: addressValue(written, state), address: written.span };
}

/** Takes what isn't closed along too: no start within it is closed either, and each would search as far again. */
const autolink = /<((?:https?|ftp|dict|tel):[^'">\s]+)(>?)/gi;
const mail =
  /<(?:mailto:)?((?:[-!#$%&'*+/=?^_`.{|}~\w\x80-\uFFFF]+|"[^"\n]*")@(?:[-a-z0-9\x80-\uFFFF]+(?:\.[-a-z0-9\x80-\uFFFF]+)*\.[a-z]+|\[[\d.a-fA-F:]+\]))>/gi;

/** Addresses in angle brackets, of pages and of mailboxes. Michelf: `Markdown::doAutoLinks`. */
export function readAutolinks(text: SourceText, state: ExtraState): SourceText {
  if (!text.text.includes('<')) return text;
  const rest = text.replace(autolink, (match) =>
    match[2] === '>' ? makeAutolink(text, match, '', state) : undefined,
  );
  if (!rest.text.includes('@')) return rest;
  return rest.replace(mail, (match) => makeAutolink(rest, match, 'mailto:', state));
}

function makeAutolink(
  text: SourceText,
  match: RegExpExecArray,
  prefix: string,
  state: ExtraState,
): SourceText {
  const [whole, address = ''] = match;
  const end = match.index + whole.length - 1;
  const inner = text.slice(end - address.length, end);
  const open = state.token('link_open', 'a', 1);
  open.attrs = [['href', prefix + addressValue(inner, state)]];
  const place = text.slice(match.index, end + 1).span;
  setPlace(open, { whole: place, label: inner.span, address: inner.span });
  const shown = encode(inner.slice(/^(?:mailto|tel):/i.exec(inner.text)?.[0].length ?? 0));
  return state.mark([open, ...state.tokens(shown), state.token('link_close', 'a', -1)], 'X', place);
}
