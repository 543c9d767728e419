// `npm run l10n`: brings the files of translations to the texts that there are. New ones get an empty translation,
// which a test refuses until somebody writes it; those that nothing says any more go.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { command } from './machine/command.ts';
import { root } from './machine/places.ts';
import { codeTexts, languages, manifestTexts } from './texts.ts';

await command(async () => {
  for (const { english, fileOf } of [manifestTexts(), codeTexts()]) {
    for (const language of languages) {
      const file = fileOf(language);
      const old: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      const now = Object.fromEntries([...english.keys()].sort().map((key) => [key, old[key] ?? '']));
      writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
      const waiting = Object.values(now).filter((text) => text === '').length;
      console.log(`${relative(root, file)}: ${english.size} texts, ${waiting} to be translated`);
    }
  }
  return 0;
});
