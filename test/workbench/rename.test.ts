import assert from 'node:assert/strict';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

const linker = 'source/_posts/linker.md';
const title = 'eight-hundred-small-fires-and-not-one-out-of-place';

test('a post renamed after its title takes links and readers along', async () => {
  await using desk = await Workbench.open();
  const read = (path: string) => readFile(join(desk.site, path), 'utf8');
  await writeFile(join(desk.site, 'copydesk.json'), '{ "redirects": { "file": "_redirects" } }\n');
  await writeFile(
    join(desk.site, linker),
    '---\nextends: _layouts.post\ntitle: L\ndate: 2025-10-02\nkeywords: a\n---\n[a](/stories/2025/10/lantern-night/#x)\n',
  );
  await desk.openFile('linker.md');
  await desk.page.getByText('/stories/2025/10/linker', { exact: true }).waitFor();
  await desk.openFile('lantern-night.md');
  await desk.command('Copydesk: Rename Post to Match Its Title');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText(`Rename lantern-night.md to ${title}.md?`).waitFor();
  await dialog.getByText(`• ${linker}`).waitFor();
  await dialog.getByText('_redirects will lead readers').waitFor();
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  await desk.editor(`${title}.md`).waitFor();
  await access(join(desk.site, `source/_posts/${title}.md`));
  await assert.rejects(access(join(desk.site, 'source/_posts/lantern-night.md')));
  assert.equal(await read('_redirects'), `/stories/2025/10/lantern-night /stories/2025/10/${title} 301\n`);
  const followed = `[a](/stories/2025/10/${title}/#x)`;
  for (let tries = 0; tries < 100 && !(await read(linker)).includes(followed); tries += 1)
    await desk.page.waitForTimeout(100);
  assert.ok((await read(linker)).includes(followed), 'the link is saved');
});
