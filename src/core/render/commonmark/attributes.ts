import type { Token } from 'markdown-it';

/** Attributes by name; those without a value are `true`. */
export type Attributes = ReadonlyMap<string, string | true>;

const name = '[a-zA-Z_:][a-zA-Z0-9:._-]*';
const value = `(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*")`;
const single = `\\s*(?:\\.-?[_a-zA-Z][^\\s.}]*|#[^\\s}]+|${name}\\s*=\\s*${value})\\s*`;

/** Matches a list of attributes, `{#id .class key=value}`, at `lastIndex`. */
const list = new RegExp(`\\{:?(?:${single})+\\}`, 'y');

/** No list is longer (UTF-16 units): what looks like one in the middle of other text mustn't cost much. */
const longest = 2000;

/** Where a list of attributes ends that starts at `from`; -1 if there is none. */
export function attributesEnd(text: string, from: number): number {
  if (text[from] !== '{') return -1;
  list.lastIndex = from;
  return list.test(text.slice(0, from + longest)) ? list.lastIndex : -1;
}

/**
 * Reads a list of attributes, its braces included. Classes add up, of anything else the last one counts.
 * League: `Attributes/Util/AttributesHelper.php`.
 */
export function readAttributes(written: string): Attributes {
  const attributes = new Map<string, string | true>();
  for (const [match] of written.slice(1, -1).replace(/^:+/, '').matchAll(new RegExp(single, 'g'))) {
    const attribute = match.trim();
    if (attribute.startsWith('#')) {
      attributes.set('id', attribute.slice(1));
    } else if (attribute.startsWith('.')) {
      addClasses(attributes, attribute.slice(1));
    } else {
      const equals = attribute.indexOf('=');
      const key = attribute.slice(0, equals).trim();
      const given = attribute.slice(equals + 1);
      const text = given.replace(/^(["'])([\s\S]*)\1$/, '$2').trim();
      if (given === 'true') attributes.set(key, true);
      else if (key.toLowerCase() === 'class') addClasses(attributes, text);
      else attributes.set(key, text);
    }
  }
  const classes = attributes.get('class');
  return classes === undefined ? attributes : new Map([['class', classes], ...attributes]);
}

function addClasses(attributes: Map<string, string | true>, classes: string): void {
  const added = classes.split(' ').filter((one) => one !== '');
  if (added.length > 0) attributes.set('class', [attributes.get('class') ?? [], added].flat().join(' '));
}

/**
 * Gives a token attributes, in front of those it has, but for those that run scripts.
 * @param wins whether they win over what it has; classes are kept both ways.
 */
export function addAttributes(token: Token, attributes: Attributes, wins: boolean): void {
  const added: [string, string][] = [];
  for (const [key, value] of attributes) {
    if (/^on/i.test(key)) continue;
    const old = token.attrGet(key);
    const text = value === true ? '' : value;
    if (old === null) added.push([key, text]);
    else if (key === 'class') token.attrSet(key, wins ? `${old} ${text}` : `${text} ${old}`);
    else if (wins) token.attrSet(key, text);
  }
  token.attrs = [...added, ...(token.attrs ?? [])];
}
