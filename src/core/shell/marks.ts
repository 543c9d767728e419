/** Around the name of a slot, in the place of what the page said. No text has these: they are nobody's characters. */
export const slotStart = '\u{F0CD0}';
export const slotEnd = '\u{F0CD1}';

/** The mark of a slot, as it stands in texts and attributes. */
export function mark(slot: string): string {
  return slotStart + slot + slotEnd;
}

/** A text in one line, with the quotes and dashes of a keyboard. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
