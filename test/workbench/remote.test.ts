import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { oddServer } from '../web/odd-server.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

const POST = `---
extends: _layouts.post
title: Tides
date: 2025-10-01
keywords: tides, bay, ferry
---
The [tides](http://charts.net/nothing) and [the ferry](http://charts.net/page), [mine](http://localhost:9/x).
`;

test('addresses on other websites are checked when the writer allows it', async () => {
  await using server = await oddServer();
  await using desk = await Workbench.open({
    settings: { 'http.proxy': `http://127.0.0.1:${server.port}`, 'copydesk.remote.check': true },
  });
  await writeFile(join(desk.site, 'source/_posts/tides.md'), POST);
  await desk.openFile('tides.md');
  await desk.page.locator('.squiggly-error').first().waitFor();
  const [found] = await desk.problems();
  assert.deepEqual([found?.rule, found?.place], ['link/remote-not-found', '[Ln 7, Col 13]']);
  assert.match(found?.message ?? '', /charts\.net has no page at this address/);
  assert.deepEqual(
    server.asked.filter((each) => each.includes('localhost')),
    [],
  );
});
