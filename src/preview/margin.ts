/** Marks that share a sign, as far down as what they are about, in pixels of the page. */
export interface Box<T> {
  readonly top: number;
  readonly height: number;
  readonly marks: readonly T[];
}

/** Signs nearer to each other than this, in pixels, would cover each other; `marks.css` says how high one is. */
const SIGN = 20;

/** The marks from top to bottom: those of one place share a sign, and no line reaches past the next sign. */
export function placed<T>(boxes: readonly Box<T>[]): readonly Box<T>[] {
  const apart: Box<T>[] = [];
  for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = apart.at(-1);
    if (last === undefined || box.top - last.top >= SIGN) apart.push(box);
    else {
      const height = Math.max(last.height, box.top - last.top + box.height);
      apart[apart.length - 1] = { ...last, height, marks: [...last.marks, ...box.marks] };
    }
  }
  return apart.map((box, index) => {
    const next = apart[index + 1];
    return next === undefined ? box : { ...box, height: Math.min(box.height, next.top - box.top) };
  });
}
