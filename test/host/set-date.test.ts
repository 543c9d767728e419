import { assert } from 'chai';
import * as vscode from 'vscode';
import { offeredAt, openText, remove } from './desk.ts';

const path = 'source/_posts/host-set-date.md';
const NOW = /^date: (\d{4}-\d{2}-\d{2})$/m;

describe('set date to now', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('writes the moment in the site’s own form, in UTC (smoke)', async () => {
    const { document } = await openText(path, '---\ntitle: A\ndate: 2020-01-01\n---\nText\n');
    const before = Date.now();
    await vscode.commands.executeCommand('copydesk.setDateToNow');
    const [, day = ''] = NOW.exec(document.getText()) ?? [];
    const days = [before, Date.now()].map((moment) => new Date(moment).toISOString().slice(0, 10));
    assert.include(days, day);
    assert.equal(
      document.getText().replace(NOW, 'date: 2020-01-01'),
      '---\ntitle: A\ndate: 2020-01-01\n---\nText\n',
    );
  });

  it('puts the field where the site’s posts have it', async () => {
    const { document } = await openText(
      path,
      '---\nextends: _layouts.post\ntitle: A\nauthor: staff\n---\nText\n',
    );
    await vscode.commands.executeCommand('copydesk.setDateToNow');
    assert.match(
      document.getText(),
      /^---\nextends: _layouts\.post\ntitle: A\ndate: .*\nauthor: staff\n---\n/,
    );
  });

  it('is offered at the date', async () => {
    const editor = await openText(path, '---\ntitle: A\ndate: 2020-01-01\n---\nText\n');
    assert.include(await offeredAt(editor, 'date: 2020'), 'Set date to now');
    assert.notInclude(await offeredAt(editor, 'title'), 'Set date to now');
  });
});
