import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('where a site is open, the walkthrough’s first step is done; the last one leads to the checklist', async () => {
  await using desk = await Workbench.open();
  await desk.siteIsRead();
  await desk.press('F1');
  const box = desk.page.locator('.quick-input-widget');
  await box.locator('input[type="text"]').fill('>Welcome: Open Walkthrough...');
  await box.locator('.monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
  await box.locator('input[placeholder*="walkthrough" i]').fill('First steps with Copydesk');
  await box.locator('.monaco-list-row', { hasText: 'First steps with Copydesk' }).first().click();
  await desk.page.getByRole('checkbox', { name: 'Open your site', checked: true }).waitFor();
  assert.equal(await desk.page.locator('.getting-started-step').count(), 4);
  await desk.page.locator('.getting-started-step', { hasText: 'Before it goes out' }).click();
  await desk.page.getByRole('button', { name: 'Show Publishing Checklist' }).click();
  await desk.page.locator('.pane-header[aria-label^="Publishing Checklist"]').waitFor();
  await desk.page.getByRole('checkbox', { name: 'Before it goes out', checked: true }).waitFor();
});
