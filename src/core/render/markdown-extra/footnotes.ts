import type { Token } from 'markdown-it';
import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

const opening = /^ {0,3}\[\^([^\n]+?)\] ?: */;
/** A line that starts the definition of another note or of an address. */
const otherDefinition = /^\[[^\n]+?\] ?:(?:[ \t\v\f\r]|$)/;

/**
 * Takes notes out of the text. A note goes on up to a blank line with something behind it that isn't indented, or to
 * the next definition. Michelf: `MarkdownExtra::stripFootnotes`.
 */
export function takeFootnotes(text: SourceText, state: ExtraState): SourceText {
  if (!text.text.includes('[^')) return text;
  const lines = text.lines();
  const nextText = nextLineWithText(lines);
  const parts: SourceText[] = [];
  let offset = 0;
  let done = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]?.text ?? '';
    const [lead, label] = opening.exec(line) ?? [];
    const start = offset;
    offset += line.length + 1;
    if (lead === undefined || label === undefined) continue;
    let from = start + lead.length;
    let last = index;
    if (lead.length === line.length && index + 1 < lines.length) {
      // The note may start in the next line.
      last++;
      from++;
    }
    while (last + 1 < lines.length && goesOn(lines, last, nextText)) last++;
    for (let inner = index + 1; inner <= last; inner++) offset += (lines[inner]?.length ?? 0) + 1;
    const end = Math.min(offset - 1, text.length);
    state.footnotes.set(label, text.slice(from, Math.max(from, end)).remove(/(?<![^\n]) {1,4}/g));
    parts.push(text.slice(done, start));
    done = end;
    index = last;
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}

/** For each line the next one behind it that isn't empty. */
function nextLineWithText(lines: readonly SourceText[]): number[] {
  const next: number[] = [];
  let found = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    next[index] = found;
    if (lines[index]?.text !== '') found = index;
  }
  return next;
}

/** Whether a note that holds this line holds the next one, too. */
function goesOn(lines: readonly SourceText[], line: number, nextText: readonly number[]): boolean {
  const next = lines[line + 1]?.text ?? '';
  if (otherDefinition.test(next)) return false;
  if (next !== '') return true;
  return !/^ {0,3}[^ \t\n\v\f\r]/.test(lines[nextText[line + 1] ?? lines.length]?.text ?? '');
}

/** Puts a mark in the place of `[^label]`; whether there is such a note is seen at the end. */
export function readFootnoteMarks(text: SourceText, state: ExtraState): SourceText {
  if (state.inLink || !text.text.includes('[^')) return text;
  return text.replace(/\[\^([^\n]+?)\]/g, ({ 0: whole, 1: label = '', index }) => {
    const where = text.slice(index, index + whole.length);
    const token = state.token('footnote_mark', '', 0);
    token.content = label;
    return state.mark([token], 'F', where.span);
  });
}

/** A note in the order in which the text refers to it. */
interface Numbered {
  readonly number: number;
  readonly label: string;
  readonly text: SourceText;
  references: number;
}

/**
 * Numbers the notes that are referred to and puts them at the end. Michelf: `MarkdownExtra::appendFootnotes`.
 */
export function appendFootnotes(tokens: Token[], state: ExtraState): Token[] {
  const numbered = new Map<string, Numbered>();
  const taken = new Set<string>();
  const queue: Numbered[] = [];
  const refer = (label: string): string => {
    const text = state.footnotes.get(label);
    if (text === undefined || taken.has(label)) return `[^${label}]`;
    let note = numbered.get(label);
    if (note === undefined) {
      note = { number: numbered.size + 1, label, text, references: 0 };
      numbered.set(label, note);
      queue.push(note);
    }
    note.references++;
    const id = attribute(label);
    const count = note.references > 1 ? note.references : '';
    return (
      `<sup id="fnref${count}:${id}">` +
      `<a href="#fn:${id}" class="footnote-ref" role="doc-noteref">${note.number}</a></sup>`
    );
  };
  const resolve = (list: readonly Token[]) => {
    for (const token of list) {
      if (token.type === 'footnote_mark') {
        token.type = 'text';
        token.content = refer(token.content);
      }
      resolve(token.children ?? []);
    }
  };
  resolve(tokens);
  if (queue.length === 0) return tokens;
  const items: Token[] = [];
  for (let note = queue.shift(); note !== undefined; note = queue.shift()) {
    // A note can't refer to itself or to one before it.
    taken.add(note.label);
    const content = state.rules.blocks(note.text.after('\n\n'), state);
    resolve(content);
    const inner = [state.made('\n'), ...withBacklinks(content, note, state), state.made('\n')];
    const item = state.element('footnote', 'li', inner, note.text);
    item[0]?.attrSet('id', `fn:${note.label}`);
    item[0]?.attrSet('role', 'doc-endnote');
    for (const token of item) items.push(token);
    items.push(state.made('\n\n'));
  }
  const start = '\n\n<div class="footnotes" role="doc-endnotes">\n<hr />\n<ol>\n\n';
  return [...tokens, state.made(start), ...items, state.made('</ol>\n</div>')];
}

/** Links back to each place that refers to the note go to the end of its last paragraph, or into one of their own. */
function withBacklinks(content: Token[], { label, references }: Numbered, state: ExtraState): Token[] {
  const links = Array.from({ length: references }, (_, index) => {
    const count = index === 0 ? '' : index + 1;
    return (
      `<a href="#fnref${count}:${attribute(label)}" class="footnote-backref" role="doc-backlink">` +
      '&#8617;&#xFE0E;</a>'
    );
  }).join(' ');
  if (content.at(-1)?.type === 'paragraph_close') {
    return [...content.slice(0, -1), state.made(`&#160;${links}`), ...content.slice(-1)];
  }
  const last = content.at(-1);
  if (last?.content.endsWith('</p>')) {
    last.content = `${last.content.slice(0, -4)}&#160;${links}</p>`;
    return content;
  }
  return [...content, state.made(`\n\n<p>${links}</p>`)];
}

function attribute(text: string): string {
  return text
    .replace(/&(?!#?[xX]?(?:[0-9a-fA-F]+|\w+);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
