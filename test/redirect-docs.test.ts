import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../scripts/machine/places.ts';
import { addRedirects } from '../src/core/redirects/add-redirects.ts';
import { redirectFormatOf } from '../src/core/redirects/formats.ts';
import { applyEdits } from '../src/core/text/text-edit.ts';

const page = await readFile(join(root, 'docs', 'redirects.md'), 'utf8');
const move = { from: '/blog/old-name', to: '/blog/new-name' };
const examples = [
  ['_redirects', 'netlify'],
  ['.htaccess', 'apache'],
  ['vercel.json', 'vercel'],
  ['renamed.json', 'json'],
  ['renamed.yml', 'yaml'],
  ['renamed.conf', 'nginx'],
] as const;

for (const [file, format] of examples) {
  test(`docs/redirects.md shows what ${file} gets`, () => {
    const [, shown] =
      new RegExp(`"format": "${format}"[^\\n]*:\\n\\n\`\`\`\\w+\\n([^\`]*)\`\`\``).exec(page) ?? [];
    const named = redirectFormatOf({ file });
    assert.equal(named, redirectFormatOf({ file: 'other.txt', format }));
    const edit = addRedirects('', named, [move]);
    assert.ok(edit);
    assert.equal(shown, applyEdits('', [edit]));
  });
}
