/**
 * A sentence for the writer, not yet in a language: an English template with `{0}`, `{1}` … and what goes in
 * their places, which may be a sentence itself, or a list. The shells translate the templates or print them as they
 * are.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number | Message | List)[];
}

/** What a sentence lists: in English “a, b and c” for a conjunction, “a, b or c” for a disjunction. */
export interface List {
  readonly type: 'conjunction' | 'disjunction';
  readonly items: readonly (string | Message)[];
}

/** What it takes to say a message in a language. */
export interface Language {
  translate(template: string): string;
  join(items: readonly string[], type: List['type']): string;
}

/** Makes a message. The template is the key of its translations, so it must be a literal. */
export function message(template: string, ...args: Message['args']): Message {
  return { template, args };
}

export function and(items: List['items']): List {
  return { type: 'conjunction', items };
}

export function or(items: List['items']): List {
  return { type: 'disjunction', items };
}

/** @param locale a BCP 47 tag, which decides how lists are joined. */
export function language(locale: string, translate: Language['translate']): Language {
  const lists = {
    conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  return { translate, join: (items, type) => lists[type].format(items) };
}

/** The language of the templates. */
export const ENGLISH = language('en-GB', (template) => template);

/**
 * The language for where text is shown as it is: what the templates and the names in a list mark as code stands in
 * quotation marks there, as nobody who reads it knows what backticks are for.
 * @param quote puts quotation marks of that language around a text.
 */
export function plain({ translate, join }: Language, quote: (code: string) => string): Language {
  const quoted = (text: string) => text.replace(/`([^`]+)`/g, (_, code: string) => quote(code));
  return {
    translate: (template) => quoted(translate(template)),
    join: (items, type) => join(items.map(quoted), type),
  };
}

/** The message as text. */
export function render({ template, args }: Message, language: Language): string {
  return language.translate(template).replace(/\{(\d+)\}/g, (whole, index) => {
    const arg = args[Number(index)];
    return arg === undefined ? whole : renderPart(arg, language);
  });
}

/** What goes into a message, as text. */
export function renderPart(part: Message['args'][number], language: Language): string {
  if (typeof part !== 'object') return String(part);
  if ('template' in part) return render(part, language);
  const items = part.items.map((item) => renderPart(item, language));
  return language.join(items, part.type);
}

/** The message in English. */
export function english(text: Message): string {
  return render(text, ENGLISH);
}
