import type { Token } from 'markdown-it';

/** Attributes by name; those without a value are `true`. */
export type Attributes = ReadonlyMap<string, string | true>;

const name = '[a-zA-Z_:][a-zA-Z0-9:._-]*';
const value = `(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*")`;
const single = `\\s*(?:\\.-?[_a-zA-Z][^\\s.}]*|#[^\\s}]+|${name}\\s*=\\s*${value})\\s*`;

/** No list is longer (UTF-16 units): what looks like one in the middle of other text mustn't cost much. */
const longest = 2000;

/** One attribute that ends where it must: what comes next can't be a part of it. */
const closed = new RegExp(
  `\\s*(?:\\.-?[_a-zA-Z][^\\s.}]*|#[^\\s}]+|${name}\\s*=\\s*(?:'[^']*'|"[^"]*"))\\s*`,
  'y',
);

/** One whose value isn't in quotes, which may hold braces; the value in its first group. */
const open = new RegExp(`\\s*${name}\\s*=\\s*([^"'=<>\`\\x00-\\x20]+)`, 'y');

/** Where a list of attributes, `{#id .class key=value}`, ends that starts at `from`; -1 if there is none. */
export function attributesEnd(text: string, from: number): number {
  if (text[from] !== '{') return -1;
  const head = text.slice(from, from + longest);
  const behindColon = head[1] === ':' ? listEnd(head, 2) : -1;
  const found = behindColon < 0 ? listEnd(head, 1) : behindColon;
  return found < 0 ? -1 : from + found;
}

/**
 * What `(?:attribute)+\\}` would match, in linear time. A value takes all that it can; where nothing that fits follows,
 * the last brace in it ends the list.
 */
function listEnd(text: string, from: number): number {
  let at = from;
  let brace = -1;
  for (;;) {
    closed.lastIndex = at;
    open.lastIndex = at;
    const value = closed.test(text) ? undefined : open.exec(text)?.[1];
    if (closed.lastIndex > 0) at = closed.lastIndex;
    else if (value === undefined) return brace;
    else {
      at = open.lastIndex;
      const inside = value.lastIndexOf('}');
      if (inside > 0) brace = at - value.length + inside + 1;
      while (/\s/.test(text.charAt(at))) at++;
    }
    if (text[at] === '}') return at + 1;
  }
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
