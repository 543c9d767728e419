import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open();
});
after(() => desk?.[Symbol.asyncDispose]());

test('the seed post, opened by hand, shows its one mistake', async () => {
  await desk.openFile('us-blames-iran.md');
  const problems = await desk.problems();
  const mistakes = problems.filter(({ severity }) => severity !== 'info');
  assert.deepEqual(
    mistakes.map(({ severity, rule, place }) => [severity, rule, place]),
    [['error', 'image/no-source', '[Ln 32, Col 1]']],
  );
  assert.match(mistakes[0]?.message ?? '', /no source/);
  assert.deepEqual(ours(desk.consoleErrors), []);
});

test('a fix that holds for the whole site comes last, asks first, and can be declined', async () => {
  const settings = join(desk.site, 'copydesk.json');
  const text = '---\nextends: _layouts.post\nsection: content\ntitle: Fog\ndate: 2025-02-03\n---\n\nFog.\n';
  await writeFile(join(desk.site, 'source/_posts/fog.md'), text);
  await desk.openFile('fog.md');
  await desk.goTo(1);
  const dialog = desk.page.getByRole('dialog');
  const dontRequire = async (left: string) => {
    await desk.quickFix('Don’t require');
    await dialog.getByText('Don’t require “keywords” in any post of this site?').waitFor();
    await dialog.getByText(`copydesk.json gets this setting: required: ${left}`).waitFor();
  };
  await dontRequire('["title","date"]');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(!existsSync(settings));
  // As some editors write it.
  await writeFile(settings, '\uFEFF{\n  "required": ["title", "keywords", "description"]\n}\n');
  const status = desk.page.locator('.statusbar-item', { hasText: /\d words?\b/ });
  await status.filter({ hasText: '2 problems' }).waitFor();
  await dontRequire('["title","description"]');
  await dialog.getByRole('button', { name: 'Change copydesk.json' }).click();
  await status.filter({ hasText: '1 problem' }).waitFor();
  const written = await readFile(settings, 'utf8');
  assert.match(written, /^\uFEFF\{\n {2}"required": \[/);
  assert.deepEqual(JSON.parse(written.slice(1)), { required: ['title', 'description'] });
});

/** Errors that speak of Copydesk; VS Code has some of its own here, such as the extension gallery out of reach. */
function ours(errors: readonly string[]): readonly string[] {
  return errors.filter((error) => /copydesk\.copydesk|\/dist\/extension/.test(error));
}
