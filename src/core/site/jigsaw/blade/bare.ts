/** Where PHP stops at a directive without its arguments, and what it says then. */
const NEEDY: readonly (readonly [error: string, names: string])[] = [
  [
    'syntax error, unexpected token ":", expecting "("',
    'if elseif while for switch checked disabled selected readonly required',
  ],
  [
    'syntax error, unexpected token ","',
    'include includeif includewhen includeunless includefirst extends extendsfirst json props',
  ],
  ['syntax error, unexpected token ")"', 'unless'],
  ['syntax error, unexpected token ")", expecting "("', 'isset'],
  ['syntax error, unexpected token ";", expecting "("', 'unset'],
  ['syntax error, unexpected token "as"', 'aware'],
  ['syntax error, unexpected token "?"', 'bool'],
  ['syntax error, unexpected token "\\"', 'use'],
  ['Malformed @foreach statement.', 'foreach'],
  ['Malformed @forelse statement.', 'forelse'],
  ['Undefined property: Illuminate\\View\\Factory::$yieldContent', 'yield'],
  ['Undefined property: Illuminate\\View\\Factory::$startSection', 'section'],
  ['Undefined property: Illuminate\\View\\Factory::$startComponent', 'component'],
  ['Undefined property: Illuminate\\View\\Factory::$startComponentFirst', 'componentfirst'],
  ['Undefined property: Illuminate\\View\\Factory::$startPush', 'push'],
  ['Undefined property: Illuminate\\View\\Factory::$startPrepend', 'prepend'],
  ['Undefined property: Illuminate\\View\\Factory::$startFragment', 'fragment'],
  ['Undefined property: Illuminate\\View\\Factory::$yieldPushContent', 'stack'],
  ['Undefined property: Illuminate\\View\\Factory::$renderEach', 'each'],
  ['Undefined property: Illuminate\\View\\Factory::$slot', 'slot'],
  ['Undefined array key 1', 'inject pushif elsepushif'],
  ['Call to undefined function csrf_field()', 'csrf'],
  ['Undefined constant "method_field"', 'method'],
  ['Undefined constant "dd"', 'dd'],
  ['Undefined constant "dump"', 'dump'],
];

/** Where PHP stops at a directive that nothing opened, or nothing closes. */
const LONELY: readonly (readonly [error: string, names: string])[] = [
  [
    'syntax error, unexpected end of file, expecting "elseif" or "else" or "endif"',
    'auth guest can cannot canany env production error session context hassection sectionmissing hasstack once',
  ],
  ['syntax error, unexpected token "else"', 'else elsepush'],
  ['syntax error, unexpected token "elseif"', 'elseauth elseguest elsecan elsecanany elsecannot'],
  [
    'syntax error, unexpected token "endif"',
    'endif endunless endisset endempty endauth endguest endcan endcannot endcanany endenv endproduction enderror ' +
      'endsession endcontext endforelse endonce endpushif endpushonce endprependonce',
  ],
  ['syntax error, unexpected token "endforeach"', 'endforeach empty'],
  ['syntax error, unexpected token "endfor"', 'endfor'],
  ['syntax error, unexpected token "endwhile"', 'endwhile'],
  ['syntax error, unexpected token "endswitch"', 'endswitch'],
  ['syntax error, unexpected token "default"', 'default'],
  ["'break' not in the 'loop' or 'switch' context", 'break'],
  ["'continue' not in the 'loop' or 'switch' context", 'continue'],
  ['Cannot end a section without first starting one.', 'endsection stop show append overwrite'],
  ['Cannot end a push stack without first starting one.', 'endpush'],
  ['Cannot end a prepend operation without first starting one.', 'endprepend'],
  ['Cannot end a fragment without first starting one.', 'endfragment'],
  ['Undefined array key 0', 'endcomponent endcomponentfirst'],
];

function byName(groups: typeof NEEDY): ReadonlyMap<string, string> {
  return new Map(groups.flatMap(([error, names]) => names.split(' ').map((name) => [name, error] as const)));
}

/** What PHP says of each directive that makes no sense without its arguments; names in lower case. */
export const NEEDS_ARGUMENTS = byName(NEEDY);

/** What PHP says of each directive that makes no sense by itself, without arguments and partners. */
export const NOT_ALONE: ReadonlyMap<string, string> = new Map([...byName(LONELY), ...NEEDS_ARGUMENTS]);
