/** A file of the built site as the address that readers see: `blog/storm/index.html` is `/blog/storm/`. */
export function shownAddress(output: string): string {
  return `/${output.replace(/(^|\/)index\.html$/, '$1')}`;
}
