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
