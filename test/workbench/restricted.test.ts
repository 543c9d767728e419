import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { sampleSite } from '../../scripts/machine/places.ts';
import { copyInto, runFolder } from '../../scripts/machine/run-folder.ts';
import { oddServer } from '../web/odd-server.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('a folder that nobody trusts is checked as any other, and doesn’t say where the local site answers', async () => {
  await using server = await oddServer();
  await using folder = await runFolder();
  const site = await copyInto(folder, sampleSite);
  await mkdir(join(site, '.vscode'), { recursive: true });
  const wanted = { 'copydesk.localSite.address': `http://127.0.0.1:${server.port}/` };
  await writeFile(join(site, '.vscode/settings.json'), JSON.stringify(wanted));
  await using desk = await Workbench.open({ site, restricted: true });
  await desk.siteIsRead();
  await desk.openFile('winter-soup.md');
  await desk.editor('winter-soup.md').locator('.view-line').first().click();
  await desk.command('Copydesk: Open Post on Local Site');
  await desk.command('Notifications: Show Notifications');
  const notice = desk.page.locator('.notifications-center .notification-list-item', {
    hasText: 'Your site isn’t running at http://localhost:8000.',
  });
  await notice.getByRole('button', { name: 'Change the Address' }).waitFor();
  assert.equal(await notice.getByRole('button', { name: 'Start It' }).count(), 0);
  assert.deepEqual(server.asked, []);
});
