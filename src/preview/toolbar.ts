import { lookNames, paperNames, type Strings, type View } from '../protocol/messages.ts';
import { chrome } from './chrome.ts';
import { element } from './element.ts';

/** The bar above the page: which look, in which colours, and whether the panel stays with its post. */
export class Toolbar {
  readonly #bar = document.createElement('header');
  readonly #onChoose: (view: View) => void;
  readonly #status = document.createElement('p');
  #view: View | undefined;
  #strings: Strings | undefined;

  /** @param onChoose is told how the panel shall show its post from now on. */
  constructor(onChoose: (view: View) => void) {
    this.#onChoose = onChoose;
    this.#bar.className = 'cd-toolbar';
    this.#bar.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const look = lookNames.find((each) => target.name === 'look' && each === target.value);
      const paper = paperNames.find((each) => target.name === 'paper' && each === target.value);
      this.#choose({ ...(look && { look }), ...(paper && { paper }) });
    });
    this.#bar.addEventListener('click', ({ target }) => {
      if (this.#view && target instanceof Element && target.closest('.cd-lock')) {
        this.#choose({ locked: !this.#view.locked });
      }
    });
    chrome.append(this.#bar);
  }

  /** Shows what is chosen. */
  show(view: View, strings: Strings): void {
    if (this.#view === view && this.#strings === strings) return;
    if (this.#strings !== strings) this.#build(strings);
    this.#strings = strings;
    this.#view = view;
    for (const radio of this.#bar.querySelectorAll('input')) {
      radio.checked = radio.value === (radio.name === 'look' ? view.look : view.paper);
    }
    this.#bar.querySelector('.cd-papers')?.toggleAttribute('hidden', view.look !== 'article');
    const lock = this.#bar.querySelector('.cd-lock');
    lock?.setAttribute('aria-pressed', String(view.locked));
    lock?.setAttribute('title', view.locked ? strings.unlock : strings.lock);
  }

  /** Whether the choice of a look has the keyboard. */
  get hasKeyboard(): boolean {
    return this.#bar.querySelector('[name="look"]:focus') !== null;
  }

  /** Gives the look that is chosen the keyboard, once the page has it. */
  takeKeyboard(): void {
    const take = () => this.#bar.querySelector<HTMLElement>('[name="look"]:checked')?.focus();
    if (document.hasFocus()) take();
    else addEventListener('focus', take, { once: true });
  }

  /** Says what stands behind the look that is chosen; nothing when there is nothing to say. */
  say(status: string): void {
    this.#status.className = 'cd-status';
    this.#status.textContent = status;
    this.#status.title = status;
  }

  #build(strings: Strings): void {
    const looks = lookNames.map((name) => [name, strings.looks[name]] as const);
    const papers = paperNames.map((name) => [name, strings.papers[name]] as const);
    this.#bar.replaceChildren(
      choice('look', strings.looks.label, looks),
      this.#status,
      choice('paper', strings.papers.label, papers),
      element('button', { type: 'button', class: 'cd-lock cd-icon', 'aria-label': strings.lock }),
    );
  }

  #choose(chosen: Partial<View>): void {
    if (this.#view) this.#onChoose({ ...this.#view, ...chosen });
  }
}

/**
 * A row of which one is chosen. It is a form of its own, so that what a post brings can't join its group: buttons of
 * one name exclude each other within a form.
 */
function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLElement {
  const radios = options.map(([value, text]) =>
    element(
      'label',
      { class: 'cd-option' },
      element('input', { type: 'radio', name, value }),
      element('span', {}, text),
    ),
  );
  const className = `cd-choice cd-${name}s`;
  const group = element('div', { role: 'radiogroup', 'aria-label': label, class: className }, ...radios);
  return element('form', {}, group);
}
