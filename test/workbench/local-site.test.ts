import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let window: Workbench;
let port = 0;
const asked: string[] = [];
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  response.setHeader('content-type', 'text/html').end('<h1>The local site</h1>');
});

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
  window = await Workbench.open({ settings: { 'copydesk.localSite.address': `http://127.0.0.1:${port}/` } });
  await window.siteIsRead();
  await window.openFile('winter-soup.md');
});
after(async () => {
  await window?.[Symbol.asyncDispose]();
  stop();
});

test('the post is shown on the local site when that answers', async () => {
  await openPostOnLocalSite();
  await window.page.locator('.tab', { hasText: 'Simple Browser' }).waitFor();
  await window.webview().frameLocator('iframe').locator('h1', { hasText: 'The local site' }).waitFor();
  assert.ok(
    asked.some((url) => url.startsWith('/stories/2025/10/winter-soup')),
    asked.join(),
  );
});

test('when the local site doesn’t run, a click starts it in a terminal', async () => {
  stop();
  await openPostOnLocalSite();
  await window.command('Notifications: Show Notifications');
  const notice = window.page.locator('.notifications-center .notification-list-item', {
    hasText: `php vendor/bin/jigsaw serve --port=${port}`,
  });
  await notice.getByRole('button', { name: 'Change the Address' }).waitFor();
  await notice.getByRole('button', { name: 'Start It' }).click();
  await window.page.locator('.terminal-wrapper.active .xterm').waitFor();
});

async function openPostOnLocalSite(): Promise<void> {
  await window.editor('winter-soup.md').locator('.view-line').first().click();
  await window.command('Copydesk: Open Post on Local Site');
}

function stop(): void {
  server.close();
  server.closeAllConnections();
}
