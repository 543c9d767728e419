/** Search results and cards cut a description after about this many characters. */
export const LONGEST_DESCRIPTION = 160;
