/** Which files Jigsaw reads as Markdown, by their names: `.blade.md` too. Letters count. */
export function isMarkdown(path: string): boolean {
  return /\.(?:markdown|md|mdown)$/.test(path);
}

/** Which files Jigsaw gives to Blade: by the file's own name, whatever its folders are called. */
export function isBlade(path: string): boolean {
  return /\.blade\.[^/]*$/.test(path);
}
