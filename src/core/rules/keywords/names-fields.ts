import { KNOWN_FIELDS } from '../../fields/known-fields.ts';

/** The fields that hold names, as a list or as a text with commas. */
export const NAMES_FIELDS: readonly string[] = KNOWN_FIELDS.flatMap(({ key, holds }) =>
  holds === 'names' ? [key] : [],
);
