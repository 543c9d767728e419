import { type CopydeskConfig, listedFields } from './copydesk-config.ts';

/** A setting of `copydesk.json` and what it is to be. */
export interface SettingChange {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * The one change after which a field isn't required any more, where it is required now: the list that names it without
 * it, or `required: false` where a field's own setting asks for it.
 */
export function stopRequiring(
  config: CopydeskConfig,
  collection: string | undefined,
  key: string,
): SettingChange {
  const own = collection === undefined ? undefined : config.collections[collection];
  if (collection !== undefined && own?.fields?.[key]?.required === true) {
    return { path: ['collections', collection, 'fields', key, 'required'], value: false };
  }
  if (config.fields[key]?.required === true && !own?.fields?.[key]) {
    return { path: ['fields', key, 'required'], value: false };
  }
  return {
    path: collection !== undefined && own?.required ? ['collections', collection, 'required'] : ['required'],
    value: listedFields(config, collection).filter((each) => each !== key),
  };
}
