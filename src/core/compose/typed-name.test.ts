import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensionOf, fileNameFor, isNameless } from './typed-name.ts';

test('a name that is typed gets its extension, unless it has one that makes a post or is the file’s own', () => {
  const names: readonly (readonly [typed: string, extension: string, name: string])[] = [
    ['storm', '.md', 'storm.md'],
    [' storm. ', '.md', 'storm.md'],
    ['v1.2', '.md', 'v1.2.md'],
    ['storm.markdown', '.md', 'storm.markdown'],
    ['storm.blade.php', '.md', 'storm.blade.php'],
    ['storm', '.blade.md', 'storm.blade.md'],
    ['', '.md', '.md'],
    // What the site builds no post of stays what it is until the writer gives it another name.
    ['storm.html', '.html', 'storm.html'],
    ['STORM.MD', '.MD', 'STORM.MD'],
    ['storm.md', '.html', 'storm.md'],
    ['storm', '', 'storm'],
  ];
  for (const [typed, extension, name] of names) assert.equal(fileNameFor(typed, extension), name, typed);
});

test('an extension is what stands behind the last dot, with Blade’s before it', () => {
  assert.deepEqual(['a/b.c/storm.blade.md', 'storm.md', 'a.b/storm'].map(extensionOf), [
    '.blade.md',
    '.md',
    '',
  ]);
});

test('an extension alone is no name', () => {
  assert.deepEqual(['.md', ' .blade.php', '', 'a.md'].map(isNameless), [true, true, true, false]);
});
