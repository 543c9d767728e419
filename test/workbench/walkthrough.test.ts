import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('where a site is open, the walkthrough’s first step is done', async () => {
  await using desk = await Workbench.open();
  await desk.siteIsRead();
  await desk.press('F1');
  const box = desk.page.locator('.quick-input-widget');
  await box.locator('input[type="text"]').fill('>Welcome: Open Walkthrough...');
  await box.locator('.monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
  await box.locator('input[placeholder*="walkthrough" i]').fill('First steps with Copydesk');
  await box.locator('.monaco-list-row', { hasText: 'First steps with Copydesk' }).first().click();
  await desk.page.getByRole('checkbox', { name: 'Open your site', checked: true }).waitFor();
});
