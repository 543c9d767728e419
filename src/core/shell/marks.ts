/** How a template is marked. It carries these itself, so that who fills it needs no list of its own. */
export const marks = {
  /** Around the name of a slot, in the place of what the page said. No text has these: they are nobody's characters. */
  slotStart: '\u{F0CD0}',
  slotEnd: '\u{F0CD1}',
  /** The attribute of the element in whose place the live body belongs. */
  body: 'data-cd-body',
  /** Of an element whose address is the cover's. */
  cover: 'data-cd-cover',
  /** Of an element whose picture is on another website; its value is the address. */
  remote: 'data-cd-remote',
  /** Of the element that stands for each name of a list; its value is the list. */
  each: 'data-cd-each',
  /** What stands between two of them, in the codes of addresses: a sanitiser would trim it. */
  between: 'data-cd-between',
} as const;
export type Marks = Readonly<Record<keyof typeof marks, string>>;

/** The mark of a slot, as it stands in texts and attributes. */
export function mark(slot: string): string {
  return marks.slotStart + slot + marks.slotEnd;
}

/** A text in one line, with the quotes and dashes of a keyboard. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
