/** Attributes as Markdown Extra writes them, in the order in which they reach the page. */
export type Attributes = readonly [name: string, value: string][];

const name = '[-_:a-zA-Z0-9=]+';

/** Pattern of an attribute list such as `{#id .class key=value}`, without groups. */
export const attributeList = `\\{ *[#.a-z]${name}(?:(?: +[#.a-z]|[#.])${name})* *\\}`;

/** Reads an attribute list. Of several ids the first counts; a word that is no `key=value` means nothing. */
export function readAttributes(list: string | undefined, classes: readonly string[] = []): Attributes {
  const names = [...classes];
  let id: string | undefined;
  const others: [string, string][] = [];
  for (const [element] of (list ?? '').matchAll(/[#.a-z][-_:a-zA-Z0-9=]+/g)) {
    const equals = element.indexOf('=');
    if (element.startsWith('.')) names.push(element.slice(1));
    else if (element.startsWith('#')) id ??= element.slice(1);
    else if (equals > 0) others.push([element.slice(0, equals), element.slice(equals + 1)]);
  }
  const attributes: [string, string][] = id === undefined ? [] : [['id', id]];
  if (names.length > 0) attributes.push(['class', names.join(' ')]);
  return [...attributes, ...others];
}
