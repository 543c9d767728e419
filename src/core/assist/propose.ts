import { writeFlowItem, writeText } from '../compose/write-value.ts';
import type { Completion } from './completion.ts';
import type { Slot } from './slot.ts';

/** Texts that are plain YAML although they start with a sign: a layout's name, an address. */
const PLAIN = /^[_/][\p{L}\p{N}_./~+@,=&%-]*$/u;

/** A proposal before it is fitted into its slot; `text` is what stands there, where that isn’t the label. */
export type Choice = Omit<Completion, 'text' | 'replace'> & { readonly text?: string };

/** A choice of a text, written in the quotes that are there, or in some where it needs them. */
export function proposeText(choice: Choice, slot: Slot): Completion {
  return { ...choice, text: spaceIn(slot) + write(choice.text ?? choice.label, slot), replace: slot.word };
}

/** A choice of a value that is no text and so stands in no quotes. */
export function proposePlain(choice: Choice, slot: Slot): readonly Completion[] {
  return slot.writing === 'plain'
    ? [{ ...choice, text: spaceIn(slot) + choice.label, replace: slot.word }]
    : [];
}

/** The space that is missing in front of a slot. */
export function spaceIn({ mark, word }: Slot): string {
  return mark === word.start ? ' ' : '';
}

function write(text: string, { writing, within, isOpen }: Slot): string {
  switch (writing) {
    case 'single-quoted':
      return text.replaceAll("'", "''") + (isOpen ? "'" : '');
    case 'double-quoted':
      return text.replace(/["\\]/g, '\\$&') + (isOpen ? '"' : '');
    case 'block-text':
      return text;
    case 'plain':
      if (PLAIN.test(text) && !(within === 'flow-list' && text.includes(','))) return text;
      return within === 'flow-list' ? writeFlowItem(text) : writeText(text);
  }
}
