import type { Mark, Strings } from '../protocol/messages.ts';
import { besideBody } from './chrome.ts';
import { element } from './element.ts';
import { send } from './host.ts';
import type { Lines } from './lines.ts';
import { type Box, placed } from './margin.ts';

const loudness = ['error', 'warning', 'information'] as const;

/** The marks in the margin: one beside each block in which something is wrong, with the message as its hint. */
export class Marks {
  readonly #root = besideBody('copydesk-marks', {
    position: 'absolute',
    inset: '0 auto auto 0',
    'z-index': '2147483646',
  });
  #marks: readonly Mark[] = [];
  /** What is drawn, as HTML. */
  #drawing = '';
  #lines: Lines | undefined;
  #strings: Strings | undefined;

  constructor() {
    // A picture that arrives, a wider window: the blocks move.
    new ResizeObserver(() => this.#draw()).observe(document.body);
    this.#root.addEventListener('click', ({ target }) => {
      const line = target instanceof Element && target.closest('button')?.dataset['line'];
      if (line) send({ type: 'goToLine', line: Number(line) });
    });
  }

  /** Takes over what is wrong with the post that is shown. */
  set(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#draw();
  }

  /** To be called when the page has changed. */
  follow(lines: Lines | undefined, strings: Strings): void {
    this.#lines = lines;
    this.#strings = strings;
    this.#draw();
  }

  #draw(): void {
    const made = placed(this.#boxes()).map(button);
    const group = element('div', { role: 'group', 'aria-label': this.#strings?.problems }, ...made);
    const drawing = group.outerHTML;
    if (drawing === this.#drawing) return;
    this.#drawing = drawing;
    const old = this.#root.querySelector('[role="group"]');
    // A mark that has the keyboard keeps it.
    const focused = this.#root.activeElement?.getAttribute('data-line');
    old?.remove();
    if (made.length > 0) this.#root.append(group);
    if (focused) group.querySelector<HTMLElement>(`[data-line="${focused}"]`)?.focus({ preventScroll: true });
    for (const each of made) {
      each.style.top = `${each.dataset['top']}px`;
      each.style.height = `${each.dataset['height']}px`;
    }
  }

  /** Where on the page the block of each mark is. */
  #boxes(): readonly Box<Mark>[] {
    return (this.#lines === undefined ? [] : this.#marks).flatMap((mark) => {
      const box = this.#lines?.boxOf(mark.line);
      if (box === undefined) return [];
      return [{ top: Math.round(box.top + scrollY), height: Math.round(box.height), marks: [mark] }];
    });
  }
}

function button({ top, height, marks }: Box<Mark>): HTMLButtonElement {
  const severity = loudness.find((each) => marks.some((mark) => mark.severity === each));
  const text = marks.map((mark) => mark.text).join('\n');
  return element('button', {
    type: 'button',
    class: `cd-mark cd-${severity}`,
    'data-line': String(marks[0]?.line ?? 0),
    'data-top': String(top),
    'data-height': String(height),
    title: text,
    'aria-label': text,
  });
}
