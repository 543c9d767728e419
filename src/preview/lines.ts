import { ascending, lineAtTop, type Place, topOfLine } from './places.ts';

/** What of the page flows like the source. The head doesn't: its fields stand in any order. */
const inBody = (element: Element) => element.closest('.cd-body') !== null;

/** An element, the line of the post in which it starts, and the first line behind it, where that is known. */
interface Block {
  readonly element: Element;
  readonly line: number;
  readonly end: number | undefined;
}

/** Which element of the page comes from which line of the post. */
export class Lines {
  readonly #root: HTMLElement;
  readonly #flows: (element: Element) => boolean;
  #blockOf = new WeakMap<Element, Block>();
  #blocks: readonly Block[] = [];
  #inBody: readonly Block[] = [];
  #lineCount = 1;
  #places: readonly Place[] | undefined;

  /** @param flows whether an element flows like the source */
  constructor(root: HTMLElement, flows: (element: Element) => boolean = inBody) {
    this.#root = root;
    this.#flows = flows;
  }

  /**
   * Takes the line numbers off a page that is about to be patched in, so that a new line at the top of a post changes
   * nothing below it.
   * @returns what is to be called once `root` equals that page.
   */
  take(next: HTMLElement, lineCount: number): () => void {
    const taken: [index: number, line: number, end: number | undefined][] = [];
    [...next.querySelectorAll('*')].forEach((element, index) => {
      const line = takeNumber(element, 'data-line');
      const end = takeNumber(element, 'data-line-end');
      if (line !== undefined) taken.push([index, line, end]);
    });
    return () => {
      const elements = this.#root.querySelectorAll('*');
      const blocks = taken.flatMap(([index, line, end]) => {
        const element = elements[index];
        return element === undefined ? [] : [{ element, line, end }];
      });
      this.#blockOf = new WeakMap(blocks.map((block) => [block.element, block]));
      this.#blocks = blocks;
      this.#inBody = blocks.filter(({ element }) => this.#flows(element));
      this.#lineCount = lineCount;
      this.moved();
    };
  }

  /** To be called when the page's layout may have changed. */
  moved(): void {
    this.#places = undefined;
  }

  /** Pixels from the top of the root to the text of a line. */
  topOf(line: number): number {
    return topOfLine(this.#measured(), line);
  }

  /** The line whose text is that many pixels down the root, with the share of it that has passed. */
  lineAt(top: number): number {
    return lineAtTop(this.#measured(), top);
  }

  /** The line that what is at this point comes from; undefined for what the post doesn't bring. */
  lineOf(target: Element, clientY: number): number | undefined {
    let element: Element | null = target;
    while (element && !this.#blockOf.has(element)) element = element.parentElement;
    const block = element && this.#blockOf.get(element);
    if (!block) return undefined;
    const { top, height } = block.element.getBoundingClientRect();
    const share = height > 0 ? Math.min(Math.max((clientY - top) / height, 0), 0.999) : 0;
    return Math.floor(block.line + share * ((block.end ?? block.line) - block.line));
  }

  /** Where in the window the block is that comes from this line; of a field that isn't shown, the whole head. */
  boxOf(line: number): DOMRect | undefined {
    const first = this.#inBody[0]?.line ?? Number.POSITIVE_INFINITY;
    const found =
      line >= first
        ? (this.#inBody.findLast((block) => block.line <= line && line < (block.end ?? block.line + 1)) ??
          this.#inBody.findLast((block) => block.line <= line))
        : (this.#blocks.findLast((block) => block.line === line && !this.#inBody.includes(block)) ??
          this.#blocks[0]);
    return found?.element.getBoundingClientRect();
  }

  #measured(): readonly Place[] {
    this.#places ??= ascending(this.#measure());
    return this.#places;
  }

  *#measure(): Iterable<Place> {
    yield { line: 0, top: 0 };
    const frame = this.#root.getBoundingClientRect();
    const open: Block[] = [];
    for (const block of this.#inBody) {
      for (let last = open.at(-1); last && !last.element.contains(block.element); last = open.at(-1)) {
        open.pop();
        yield* endOf(last, block.line, frame.top);
      }
      yield { line: block.line, top: block.element.getBoundingClientRect().top - frame.top };
      open.push(block);
    }
    for (const block of open.reverse()) yield* endOf(block, this.#lineCount, frame.top);
    yield { line: this.#lineCount, top: frame.height };
  }
}

/** Where a block ends, unless the next begins with that very line: then its beginning says it better. */
function* endOf({ element, end }: Block, next: number, zero: number): Iterable<Place> {
  if (end !== undefined && end < next) {
    yield { line: end, top: element.getBoundingClientRect().bottom - zero };
  }
}

function takeNumber(element: Element, attribute: string): number | undefined {
  const written = element.getAttribute(attribute);
  element.removeAttribute(attribute);
  return written !== null && /^\d+$/.test(written) ? Number(written) : undefined;
}
