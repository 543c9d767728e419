/** A document that nobody sees: what is made in it is asked for, run or shown only once it comes to the page. */
const inert = document.implementation.createHTMLDocument();

/** Makes an element in the inert document. Children that are undefined are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = inert.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Puts `value` in the place of `{0}`, or of another number. */
export function fill(template: string, value: string | number, index = 0): string {
  return template.replace(`{${index}}`, () => String(value));
}
