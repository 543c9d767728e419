/** How wide a line of VS Code's quick pick is at the least, in letters of Latin script. */
const LINE = 76;

const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uFF01-\uFF60]/gu;

/**
 * A text on the two lines of an entry in a list, which are cut off where they don't fit: the first as full as it goes,
 * or as a half of the text when that takes more.
 */
export function onTwoLines(text: string): { readonly label: string; readonly detail?: string } {
  const whole = widthOf(text);
  if (whole <= LINE) return { label: text };
  const most = Math.max(LINE, Math.ceil(whole / 2));
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
  const fitting = words.filter(({ index }) => index > 0 && widthOf(text.slice(0, index).trimEnd()) <= most);
  const at =
    fitting.findLast(({ index }) => /\s/.test(text.charAt(index - 1))) ??
    // In Chinese and Japanese, nothing stands between words.
    fitting.findLast(({ isWordLike }) => isWordLike);
  if (!at) return { label: text };
  return { label: text.slice(0, at.index).trimEnd(), detail: text.slice(at.index) };
}

/** Chinese and Japanese characters are as wide as two letters. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
