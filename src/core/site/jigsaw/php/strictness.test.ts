import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SitePath } from '../../files.ts';
import { includeFile } from './file.ts';

test('what php-parser lets pass and PHP doesn’t', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["<?php return ['a' => 1];", undefined],
    ["<?php return ['a' => 1,];\n", undefined],
    ["<?php return ['a' => 1] ?>\n", undefined],
    ["<?php\nreturn ['a' => 1]\n", 'syntax error, unexpected end of file, expecting ";"'],
    ["<?php\nreturn ['a' => 1]\n// the end;\n", 'syntax error, unexpected end of file, expecting ";"'],
    ["<?php foo('a;')", 'syntax error, unexpected end of file, expecting ";"'],
    ["<?php return ['a' => [],, 'b' => 1];", 'Cannot use empty array elements in arrays'],
    ['<?php [$a, , $b] = f(); return [$a];', undefined],
    ["<?php if (true) { return ['a' => 1]; }", undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) {
    const { problem } = includeFile({ path: 'config.php' as SitePath, text });
    assert.equal(problem?.message.args[0], expected, text);
  }
});

test('what only php-parser doesn’t know is unknown, and no mistake', () => {
  for (const code of [
    '$x |> strtoupper(...)',
    "clone($x, ['a' => 1])",
    '(void) f()',
    "new class { public function __construct(final public string $x = 'a') {} }",
    '$x instanceof (A::B)',
    "new class { public string $x { get => 'a'; } }",
    'new Foo()->bar()',
    'static fn ($page) => $page->date',
    `${'1 + '.repeat(20_000)}1`,
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
  ]) {
    const { problem } = includeFile({
      path: 'config.php' as SitePath,
      text: `<?php return ['a' => ${code}];`,
    });
    assert.equal(problem, undefined, code.slice(0, 40));
  }
});
