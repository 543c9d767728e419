import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { root } from '../../scripts/machine/places.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('where there is no site, the posts view says what one is, and the checklist what it waits for', async () => {
  await using desk = await Workbench.open({ site: join(root, 'snippets') });
  await desk.page.locator('.activitybar').getByRole('tab', { name: 'Copydesk' }).click();
  await desk.page.getByText('No site is open in this window.').waitFor();
  await desk.page.locator('.welcome-view').getByText('Open Folder', { exact: true }).first().waitFor();
  await desk.page.getByText('Open a post to see what is left to do').waitFor();
});
