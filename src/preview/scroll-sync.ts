import { send } from './host.ts';
import type { Lines } from './lines.ts';

/** What a reader does to scroll a page. */
const readerEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the page beside the editor's first visible line, and the editor beside the page when it is the page that is
 * scrolled. Whoever moved last leads: what the other side does in answer is no news.
 */
export class ScrollSync {
  #lines: Lines | undefined;
  readonly #onScroll: () => void;
  /** The editor's first visible line while the editor leads. */
  #editorLine: number | undefined;
  /** The line that was asked for last: what a page without lines stands for. */
  #asked = 0;
  /** How high what was typed has made the page, in pixels. */
  #patchedHeight: number | undefined;
  #isWaiting = false;

  constructor(onScroll: () => void) {
    this.#onScroll = onScroll;
    for (const type of readerEvents) {
      addEventListener(type, () => this.#readerLeads(), { capture: true, passive: true });
    }
    addEventListener('scroll', () => this.#scrolled(), { passive: true });
    addEventListener('resize', () => this.settle());
    // A picture or a font that has arrived moves the text. The page is put right before that is painted.
    new ResizeObserver(() => {
      if (document.body.offsetHeight !== this.#patchedHeight) this.settle();
    }).observe(document.body);
    // Some pages keep their body as high as the window. (Such a load doesn't come by the window.)
    document.addEventListener('load', () => this.settle(), { capture: true });
    document.fonts.addEventListener('loadingdone', () => this.settle());
  }

  /** Keeps to these lines from now on; without any, page and editor scroll each by itself. */
  follow(lines: Lines | undefined): void {
    this.#lines = lines;
  }

  /** The editor scrolled to this line. */
  reveal(line: number): void {
    this.#editorLine = line;
    this.#asked = line;
    if (this.#lines !== undefined) scrollTo({ top: this.#lines.topOf(line), behavior: 'instant' });
  }

  /** Shows another page from this line on; one without lines from its top. */
  begin(line: number): void {
    this.reveal(line);
    if (this.#lines === undefined) scrollTo({ top: 0, behavior: 'instant' });
  }

  /** What was typed has changed the page: it stays where it is, as the editor does. */
  patched(): void {
    this.#patchedHeight = document.body.offsetHeight;
  }

  /** The layout changed: goes back to the editor's line while the editor leads. */
  settle(): void {
    this.#lines?.moved();
    if (this.#editorLine !== undefined) this.reveal(this.#editorLine);
  }

  /** The line at the top of the window. */
  get line(): number {
    return this.#editorLine ?? this.#lines?.lineAt(scrollY) ?? this.#asked;
  }

  #readerLeads(): void {
    this.#editorLine = undefined;
  }

  #scrolled(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#onScroll();
      if (this.#editorLine === undefined && this.#lines !== undefined) {
        send({ type: 'revealed', line: this.#lines.lineAt(scrollY) });
      }
    });
  }
}
