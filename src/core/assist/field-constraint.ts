import type { FieldConstraint } from '../config/copydesk-config.ts';
import type { RuleContext } from '../rules/rule.ts';

/** What `copydesk.json` says of a field: for the post's collection, else for all. */
export function constraintOf({ site, placement }: RuleContext, key: string): FieldConstraint | undefined {
  const collection = site?.config.collections[placement?.collectionName ?? ''];
  return collection?.fields?.[key] ?? site?.config.fields[key];
}
