import { span } from '../text/span.ts';
import type { Slot } from './slot.ts';

type NamedSlot = Slot & { readonly key: string };

/** Whether the text in a slot may be several names with commas between them; an author's name may have one in it. */
export function mayHoldSeveral({ key, within }: NamedSlot): boolean {
  return within === 'value' && key !== 'author';
}

/** The slot of the one name that the place is in. */
export function nameSlot(text: string, slot: NamedSlot, offset: number): Slot {
  if (!mayHoldSeveral(slot)) return slot;
  const { start, end } = slot.word;
  const comma = text.lastIndexOf(',', offset - 1);
  const next = text.indexOf(',', offset);
  const from = comma < start ? start : comma + 1;
  const until = next === -1 || next > end ? end : next;
  const lead = /^\s*/.exec(text.slice(from, offset))?.[0].length ?? 0;
  const name = text.slice(from + lead, until).trimEnd();
  return {
    ...slot,
    word: span(from + lead, Math.max(offset, from + lead + name.length)),
    mark: from === start ? slot.mark : from,
    isOpen: slot.isOpen && until === end,
  };
}
