/**
 * A sentence for the writer, not yet in a language: an English template with `{0}`, `{1}` … and what goes in
 * their places, which may be a sentence itself. The shells translate the templates or print them as they are.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number | Message)[];
}

/** Makes a message. The template is the key of its translations, so it must be a literal. */
export function message(template: string, ...args: Message['args']): Message {
  return { template, args };
}

/**
 * The message as text.
 * @param translate gives a template in the reader's language.
 */
export function render({ template, args }: Message, translate: (template: string) => string): string {
  return translate(template).replace(/\{(\d+)\}/g, (whole, index) => {
    const arg = args[Number(index)];
    if (arg === undefined) return whole;
    return typeof arg === 'object' ? render(arg, translate) : String(arg);
  });
}

/** The message in English. */
export function english(text: Message): string {
  return render(text, (template) => template);
}
