/** A parameter of one of PHP's functions. */
export interface Parameter {
  readonly name: string;
  /** The types it takes, such as `string` or `int` and `null`; `mixed` takes everything. */
  readonly types: readonly string[];
  /** The types as PHP's errors name them. */
  readonly shown: string;
  readonly variadic: boolean;
  readonly byReference: boolean;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** The type it returns; `mixed` where that depends. */
  readonly returns: string;
}

/** The functions of PHP 8.2 that templates use and that mind the types of their arguments, as its manual has them. */
const FUNCTIONS: readonly (readonly [names: string, parameters: string, returns: string])[] = [
  ['strlen', 'string string', 'int'],
  ['mb_strlen mb_strwidth', 'string string, ?string encoding', 'int'],
  [
    'strtolower strtoupper ucfirst lcfirst addslashes urlencode rawurlencode urldecode rawurldecode strrev base64_encode bin2hex',
    'string string',
    'string',
  ],
  ['ucwords', 'string string, string separators', 'string'],
  ['trim ltrim rtrim chop', 'string string, string characters', 'string'],
  ['mb_strtolower mb_strtoupper', 'string string, ?string encoding', 'string'],
  ['mb_substr', 'string string, int start, ?int length, ?string encoding', 'string'],
  ['substr', 'string string, int offset, ?int length', 'string'],
  ['mb_strpos', 'string haystack, string needle, int offset, ?string encoding', 'mixed'],
  ['strpos stripos strrpos', 'string haystack, string needle, int offset', 'mixed'],
  ['str_contains str_starts_with str_ends_with', 'string haystack, string needle', 'bool'],
  ['str_repeat', 'string string, int times', 'string'],
  ['str_pad', 'string string, int length, string pad_string, int pad_type', 'string'],
  ['str_word_count', 'string string, int format, ?string characters', 'mixed'],
  ['strip_tags', 'string string, array|string|null allowed_tags', 'string'],
  ['nl2br', 'string string, bool use_xhtml', 'string'],
  [
    'htmlspecialchars htmlentities',
    'string string, int flags, ?string encoding, bool double_encode',
    'string',
  ],
  ['html_entity_decode', 'string string, int flags, ?string encoding', 'string'],
  ['htmlspecialchars_decode', 'string string, int flags', 'string'],
  ['wordwrap', 'string string, int width, string break, bool cut_long_words', 'string'],
  ['md5 sha1', 'string string, bool binary', 'string'],
  ['explode', 'string separator, string string, int limit', 'array'],
  [
    'number_format',
    'float num, int decimals, ?string decimal_separator, ?string thousands_separator',
    'string',
  ],
  [
    'preg_match preg_match_all',
    'string pattern, string subject, &mixed matches, int flags, int offset',
    'mixed',
  ],
  ['preg_split', 'string pattern, string subject, int limit, int flags', 'mixed'],
  ['preg_quote', 'string str, ?string delimiter', 'string'],
  ['strcmp strcasecmp', 'string string1, string string2', 'int'],
  ['strncmp', 'string string1, string string2, int length', 'int'],
  ['substr_count', 'string haystack, string needle, int offset, ?int length', 'int'],
  ['mb_strimwidth', 'string string, int start, int width, string trim_marker, ?string encoding', 'string'],
  ['mb_convert_case', 'string string, int mode, ?string encoding', 'string'],
  ['strstr stristr', 'string haystack, string needle, bool before_needle', 'mixed'],
  ['strrchr', 'string haystack, string needle', 'mixed'],
  ['basename', 'string path, string suffix', 'string'],
  ['dirname', 'string path, int levels', 'string'],
  ['in_array', 'mixed needle, array haystack, bool strict', 'bool'],
  ['array_keys', 'array array, mixed filter_value, bool strict', 'array'],
  ['array_values array_flip', 'array array', 'array'],
  ['array_slice', 'array array, int offset, ?int length, bool preserve_keys', 'array'],
  ['array_unique', 'array array, int flags', 'array'],
  ['array_reverse', 'array array, bool preserve_keys', 'array'],
  ['array_key_exists', 'mixed key, array array', 'bool'],
  ['array_search', 'mixed needle, array haystack, bool strict', 'mixed'],
  ['array_sum array_product', 'array array', 'mixed'],
  ['array_column', 'array array, string|int|null column_key, string|int|null index_key', 'array'],
  ['array_combine', 'array keys, array values', 'array'],
  ['array_key_first array_key_last', 'array array', 'mixed'],
  ['array_chunk', 'array array, int length, bool preserve_keys', 'array'],
  ['array_pad', 'array array, int length, mixed value', 'array'],
  ['array_fill_keys', 'array keys, mixed value', 'array'],
  ['array_is_list', 'array array', 'bool'],
  ['iterator_to_array', 'Traversable|array iterator, bool preserve_keys', 'array'],
  ['date gmdate', 'string format, ?int timestamp', 'string'],
  ['strtotime', 'string datetime, ?int baseTimestamp', 'mixed'],
  ['idate', 'string format, ?int timestamp', 'mixed'],
  ['date_parse', 'string datetime', 'array'],
  ['round', 'int|float num, int precision, int mode', 'float'],
  ['floor ceil', 'int|float num', 'float'],
  ['abs', 'int|float num', 'mixed'],
  ['intdiv', 'int num1, int num2', 'int'],
  ['sqrt', 'float num', 'float'],
  ['fmod', 'float num1, float num2', 'float'],
  [
    'str_replace str_ireplace',
    'array|string search, array|string replace, array|string subject, &mixed count',
    'mixed',
  ],
  [
    'preg_replace',
    'array|string pattern, array|string replacement, array|string subject, int limit, &mixed count',
    'mixed',
  ],
  [
    'substr_replace',
    'array|string string, array|string replace, array|int offset, array|int|null length',
    'mixed',
  ],
  ['intval', 'mixed value, int base', 'int'],
  ['floatval', 'mixed value', 'float'],
  ['array_merge array_merge_recursive', '...array arrays', 'array'],
  ['array_intersect array_diff array_intersect_key array_diff_key', 'array array, ...array arrays', 'array'],
  ['str_split', 'string string, int length', 'array'],
  ['mb_str_split', 'string string, int length, ?string encoding', 'array'],
];

function parameter(written: string): Parameter {
  const [, variadic, byReference, shown = '', name = ''] = /^(\.\.\.)?(&)?(\S+) (\w+)$/.exec(written) ?? [];
  const types = shown.startsWith('?') ? [shown.slice(1), 'null'] : shown.split('|');
  return { name, types, shown, variadic: variadic !== undefined, byReference: byReference !== undefined };
}

const SIGNATURES = new Map<string, Signature>(
  FUNCTIONS.flatMap(([names, parameters, returns]) => {
    const signature = { parameters: parameters.split(', ').map(parameter), returns };
    return names.split(' ').map((name) => [name, signature] as const);
  }),
);

/** What a function of PHP takes and gives, by its name in lower case. */
export function signatureOfFunction(name: string): Signature | undefined {
  return SIGNATURES.get(name);
}
