/** The public methods of Laravel's `Illuminate\\Support\\Collection`, which every page and collection of Jigsaw has. */
const NAMES =
  'add after all average avg before chunk chunkWhile collapse collapseWithKeys collect combine concat ' +
  'contains containsManyItems containsOneItem containsStrict count countBy crossJoin dd diff diffAssoc ' +
  'diffAssocUsing diffKeys diffKeysUsing diffUsing doesntContain doesntContainStrict dot dump duplicates ' +
  'duplicatesStrict each eachSpread empty ensure escapeWhenCastingToString every except filter first ' +
  'firstOrFail firstWhere flatMap flatten flip forPage forget fromJson get getCachingIterator getIterator ' +
  'getOrPut groupBy has hasAny hasMany hasSole implode intersect intersectAssoc intersectAssocUsing ' +
  'intersectByKeys intersectUsing isEmpty isNotEmpty join jsonSerialize keyBy keys last lazy make map mapInto ' +
  'mapSpread mapToDictionary mapToGroups mapWithKeys max median merge mergeRecursive min mode multiply nth ' +
  'offsetExists offsetGet offsetSet offsetUnset only pad partition percentage pipe pipeInto pipeThrough pluck ' +
  'pop prepend proxy pull push put random range reduce reduceSpread reduceWithKeys reject replace ' +
  'replaceRecursive reverse search select shift shuffle skip skipUntil skipWhile slice sliding sole some sort ' +
  'sortBy sortByDesc sortDesc sortKeys sortKeysDesc sortKeysUsing splice split splitIn sum take takeUntil ' +
  'takeWhile tap times toArray toBase toJson toPrettyJson toResourceCollection transform undot union unique ' +
  'uniqueStrict unlessEmpty unlessNotEmpty unshift unwrap value values whenEmpty whenNotEmpty where ' +
  'whereBetween whereIn whereInStrict whereInstanceOf whereNotBetween whereNotIn whereNotInStrict ' +
  'whereNotNull whereNull whereStrict wrap zip when unless macro mixin hasMacro flushMacros';

export const COLLECTION_METHODS: ReadonlySet<string> = new Set(NAMES.split(' '));
