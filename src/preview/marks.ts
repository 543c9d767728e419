import type { Mark, Strings } from '../protocol/messages.ts';
import { besideBody } from './chrome.ts';
import { element } from './element.ts';
import { send } from './host.ts';
import type { Lines } from './lines.ts';

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
    const made = [...this.#group()].map(([place, marks]) => button(place, marks));
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

  /** The marks by the block beside which they stand: its top and its height. */
  #group(): ReadonlyMap<string, readonly Mark[]> {
    const groups = new Map<string, Mark[]>();
    for (const mark of this.#lines === undefined ? [] : this.#marks) {
      const box = this.#lines?.boxOf(mark.line);
      if (box === undefined) continue;
      const place = `${Math.round(box.top + scrollY)} ${Math.round(box.height)}`;
      groups.set(place, [...(groups.get(place) ?? []), mark]);
    }
    return groups;
  }
}

function button(place: string, marks: readonly Mark[]): HTMLButtonElement {
  const [top, height] = place.split(' ');
  const severity = loudness.find((each) => marks.some((mark) => mark.severity === each));
  const text = marks.map((mark) => mark.text).join('\n');
  return element('button', {
    type: 'button',
    class: `cd-mark cd-${severity}`,
    'data-line': String(marks[0]?.line ?? 0),
    'data-top': top,
    'data-height': height,
    title: text,
    'aria-label': text,
  });
}
