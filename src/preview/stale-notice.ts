import type { Strings, ToPage } from '../protocol/messages.ts';
import { chrome } from './chrome.ts';
import { strip } from './strip.ts';

type Stale = Extract<ToPage, { type: 'stale' }>;

/** Says that the post can't be shown any more, until there is one to show again. */
export class StaleNotice {
  #strip: HTMLElement | undefined;
  #said: string | undefined;

  /** @param isShown whether the page shows the post as it was */
  show({ file, why }: Stale, { stale, staleText }: Strings, isShown: boolean): void {
    const said = isShown ? `${stale[why]} ${staleText}` : stale[why];
    if (said === this.#said) return;
    this.clear();
    this.#said = said;
    this.#strip = strip(said, file);
    chrome.append(this.#strip);
  }

  clear(): void {
    this.#strip?.remove();
    this.#strip = undefined;
    this.#said = undefined;
  }
}
