import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { root } from '../../scripts/machine/places.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('where there is no site, the posts view says what one is, the checklist what it waits for, and the palette offers nothing', async () => {
  await using desk = await Workbench.open({ site: join(root, 'snippets') });
  await desk.page.locator('.activitybar').getByRole('tab', { name: 'Copydesk' }).click();
  await desk.page.getByText('No site is open in this window.').waitFor();
  await desk.page.locator('.welcome-view').getByText('Open Folder', { exact: true }).first().waitFor();
  await desk.page.getByText('Open a post to see what is left to do').waitFor();
  await desk.press('F1');
  const palette = desk.page.locator('.quick-input-widget');
  await palette.locator('input[type="text"]').fill('>Copydesk');
  await palette.getByText('View: Show Copydesk', { exact: true }).waitFor();
  // VS Code itself names the views.
  assert.equal(await palette.getByText(/^Copydesk: (?!Focus on )/).count(), 0);
});
