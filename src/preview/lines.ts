import { ascending, lineAtTop, type Place, topOfLine } from './places.ts';

/** What of the page flows like the source. The head doesn't: its fields stand in any order. */
const flowing = '.cd-body';

/** Which element of the page comes from which line of the post. */
export class Lines {
  readonly #root: HTMLElement;
  #lineOf = new WeakMap<Element, number>();
  #inBody: readonly Element[] = [];
  #lineCount = 1;
  #places: readonly Place[] | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /**
   * Takes the line numbers off a page that is about to be patched in, so that a new line at the top of a post changes
   * nothing below it.
   * @returns what is to be called once `root` equals that page.
   */
  take(next: HTMLElement, lineCount: number): () => void {
    const taken: [index: number, line: number][] = [];
    [...next.querySelectorAll('*')].forEach((element, index) => {
      const written = element.getAttribute('data-line');
      if (written === null) return;
      element.removeAttribute('data-line');
      if (/^\d+$/.test(written)) taken.push([index, Number(written)]);
    });
    return () => {
      const elements = this.#root.querySelectorAll('*');
      this.#lineOf = new WeakMap();
      const inBody: Element[] = [];
      for (const [index, line] of taken) {
        const element = elements[index];
        if (element === undefined) continue;
        this.#lineOf.set(element, line);
        if (element.closest(flowing)) inBody.push(element);
      }
      this.#inBody = inBody;
      this.#lineCount = lineCount;
      this.moved();
    };
  }

  /** To be called when the page's layout may have changed. */
  moved(): void {
    this.#places = undefined;
  }

  /** Pixels from the top of the page to the text of a line. */
  topOf(line: number): number {
    return topOfLine(this.#measured(), line);
  }

  /** The line whose text is that many pixels down the page, with the share of it that has passed. */
  lineAt(top: number): number {
    return lineAtTop(this.#measured(), top);
  }

  /** The line that what is at this point comes from. */
  lineOf(target: Element, clientY: number): number {
    let element: Element | null = target;
    while (element && !this.#lineOf.has(element)) element = element.parentElement;
    if (element === null) return 0;
    const line = this.#lineOf.get(element) ?? 0;
    // What follows the last block (definitions, blank lines) is no part of it.
    const next = this.#measured().find((place) => place.line > line && place.line < this.#lineCount);
    if (next === undefined || !element.closest(flowing)) return line;
    const { top, height } = element.getBoundingClientRect();
    const share = height > 0 ? Math.min(Math.max((clientY - top) / height, 0), 0.999) : 0;
    return Math.floor(line + share * (next.line - line - 1));
  }

  #measured(): readonly Place[] {
    this.#places ??= ascending(this.#measure());
    return this.#places;
  }

  *#measure(): Iterable<Place> {
    yield { line: 0, top: 0 };
    for (const element of this.#inBody) {
      const top = element.getBoundingClientRect().top + window.scrollY;
      yield { line: this.#lineOf.get(element) ?? 0, top };
    }
    yield { line: this.#lineCount, top: this.#root.getBoundingClientRect().bottom + window.scrollY };
  }
}
