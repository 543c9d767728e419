/** What makes a post: the generator knows it by this end of its name. */
const POST = /\.(?:md|markdown|mdown|blade\.\w+)$/;

/** The end of a file’s name: `.html`, with Blade’s `.blade.md`; empty where the name has no dot. */
export function extensionOf(name: string): string {
  return /(?:\.blade)?\.[^./]+$/.exec(name)?.[0] ?? '';
}

/**
 * The whole name of a post's file for what was typed: its extension need not be, and Windows drops dots at the end.
 * @param extension the usual one, or that of the file that gets the name.
 */
export function fileNameFor(typed: string, extension: string): string {
  const name = typed.trim();
  return POST.test(name) || extensionOf(name) === extension ? name : name.replace(/[.\s]+$/, '') + extension;
}

/** Whether a whole name has nothing before its extension. */
export function isNameless(name: string): boolean {
  return name.slice(0, name.length - extensionOf(name).length).trim() === '';
}
