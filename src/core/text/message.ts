/**
 * A sentence for the writer, not yet in a language: an English template with `{0}`, `{1}` … and what goes in
 * their places. The shells translate the template (`vscode.l10n.t`) or print it as it is.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** Makes a message. The template is the key of its translations, so it must be a literal. */
export function message(template: string, ...args: readonly (string | number)[]): Message {
  return { template, args };
}

/** The message in English. */
export function english({ template, args }: Message): string {
  return template.replace(/\{(\d+)\}/g, (whole, index) => String(args[Number(index)] ?? whole));
}
