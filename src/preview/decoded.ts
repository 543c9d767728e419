/** What is written in the codes of addresses, such as `%20`; what can't be read stays as it is. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
