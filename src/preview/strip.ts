import { element } from './element.ts';

/** What is said below the bar: a text in which `code`, if there is one, takes the place of `{0}`, and its buttons. */
export function strip(
  text: string,
  code: string | undefined,
  ...buttons: readonly (HTMLElement | undefined)[]
): HTMLElement {
  const [before = '', after = ''] = code === undefined ? [text] : text.split('{0}');
  const said = element('p', {}, before, code === undefined ? undefined : element('code', {}, code), after);
  return element('aside', { class: 'cd-strip', role: 'status' }, said, ...buttons);
}
