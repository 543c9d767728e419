import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codeTexts, languages, manifestTexts, templatesIn } from './texts.ts';

for (const language of languages) {
  for (const [name, texts] of Object.entries({ 'package.json': manifestTexts(), code: codeTexts() })) {
    test(`${language}: every text of ${name} is translated, with its placeholders, code and links`, () => {
      const file = texts.fileOf(language);
      const translated: Record<string, string> = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : {};
      assert.deepEqual(Object.keys(translated).sort(), [...texts.english.keys()].sort(), 'npm run l10n');
      for (const [key, english] of texts.english) {
        const text = translated[key] ?? '';
        assert.notEqual(text.trim(), '', `“${english}” has no translation`);
        assert.deepEqual(marks(text), marks(english), `“${text}” for “${english}”`);
      }
    });
  }
}

/** What a translation must say as the English text does: placeholders, code, and where links lead. */
function marks(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|`[^`]*`|\$\([\w-]+\)|\]\([^)]*\)/g)].map(([mark]) => mark).sort();
}

test('texts are found in calls of message and l10n.t, and must be written out', () => {
  const text = "message('a {0}', b); vscode.l10n.t(c ? 'b' : `c`); other('d'); l10n.t(template);";
  assert.deepEqual(templatesIn(text, 'x.ts'), ['a {0}', 'b', 'c']);
  assert.throws(
    () => templatesIn("const a: number = 1;\nmessage('a' + b);", 'x.ts'),
    /x\.ts: .*message\("a" \+ b\)/,
  );
});
