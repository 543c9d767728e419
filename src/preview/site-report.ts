import type { PreviewDocument, Settings, Strings } from '../protocol/messages.ts';
import { chrome } from './chrome.ts';
import { element, fill } from './element.ts';
import { send } from './host.ts';
import { strip } from './strip.ts';

/** The language of the editor. The site's look has another one in the page's `lang`. */
const language = document.documentElement.lang;

/** Units of time, the greatest first, in milliseconds. */
const units = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Says which build the site's look shows, how old it is, and what is missing. */
export class SiteReport {
  readonly #say: (status: string) => void;
  readonly #dismissed = new Set<string>();
  #strip: HTMLElement | undefined;
  #shown = '';
  #age: () => void = () => undefined;

  /** @param say shows one line in the bar */
  constructor(say: (status: string) => void) {
    this.#say = say;
    setInterval(() => this.#age(), 60_000);
  }

  show({ site, content }: PreviewDocument, { strings, remoteImages }: Settings): void {
    this.#age = () => this.#say(site?.kind === 'built' ? statusOf(site, strings) : '');
    this.#age();
    switch (site?.kind) {
      case 'unbuilt':
        this.#warn('unbuilt', strings.siteUnbuilt, site.command, strings);
        break;
      case 'lost':
        this.#warn(site.why, strings.siteLost[site.why], codeOf(site), strings);
        break;
      case 'built':
        if (!remoteImages && hiddenPictures(content) > 0) {
          const leave = element('button', { type: 'button', class: 'cd-leave' }, strings.showRemoteImages);
          leave.addEventListener('click', () => send({ type: 'allowRemoteImages' }));
          const text = fill(strings.remoteNotice, hiddenPictures(content));
          this.#warn('images', text, undefined, strings, leave);
        } else if (site.remoteStyles > 0) this.#warn('remote', strings.remoteStyles, undefined, strings);
        else this.#clear();
        break;
      case undefined:
        this.#clear();
    }
  }

  #warn(key: string, text: string, code: string | undefined, { dismiss }: Strings, more?: HTMLElement): void {
    if (this.#shown === text + code && !this.#dismissed.has(key)) return;
    this.#clear();
    if (this.#dismissed.has(key)) return;
    const button = element('button', { type: 'button', class: 'cd-dismiss cd-icon', 'aria-label': dismiss });
    this.#strip = strip(text, code, more, button);
    button.addEventListener('click', () => {
      this.#dismissed.add(key);
      this.#clear();
    });
    chrome.append(this.#strip);
    this.#shown = text + code;
  }

  #clear(): void {
    this.#strip?.remove();
    this.#strip = undefined;
    this.#shown = '';
  }
}

/** What takes the place of `{0}` in the text that says why there is no page. */
function codeOf({
  why,
  build,
  layout,
}: Extract<PreviewDocument['site'], { kind: 'lost' }>): string | undefined {
  if (why === 'not-built') return build;
  return why === 'layout-missing' ? layout : undefined;
}

/** How many pictures of the post lie on other websites. */
function hiddenPictures(content: PreviewDocument['content']): number {
  if (content.look !== 'site') return 0;
  return Object.values(content.pictures).filter(({ kind }) => kind === 'remote').length;
}

function statusOf(
  { build, builtAt, dressedAs }: Extract<PreviewDocument['site'], { kind: 'built' }>,
  strings: Strings,
): string {
  const built = strings.siteBuilt.replace('{0}', () => build).replace('{1}', () => ago(builtAt));
  return dressedAs === undefined ? built : `${built}. ${fill(strings.siteDressed, dressedAs)}`;
}

/** How long ago a moment was, in words. @param moment milliseconds since 1970 */
function ago(moment: number): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const passed = Date.now() - moment;
  for (const [unit, length] of units) {
    if (passed >= length) return words.format(-Math.floor(passed / length), unit);
  }
  return words.format(0, 'second');
}
