import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localWeb } from '../../../test/web/local-web.ts';
import { type OddServer, oddServer } from '../../../test/web/odd-server.ts';
import { ask } from './answer.ts';
import type { Use } from './web.ts';

/** Each address on a real server, and what is known of it: `there`, `gone 404`, `unsure timeout` … */
const table: readonly [what: string, use: Use, address: string, answer: string][] = [
  ['an image', 'image', 'https://a.net/fine.png', 'there'],
  ['a page', 'page', 'https://a.net/page', 'there'],
  ['a server that refuses HEAD', 'image', 'https://a.net/no-head.png', 'there'],
  ['a HEAD that says 404', 'page', 'https://a.net/head-says-404', 'there'],
  ['the same for an image', 'image', 'https://a.net/head-says-404.png', 'there'],
  ['a HEAD that hangs', 'page', 'https://a.net/head-hangs', 'there'],
  ['a HEAD that is hung up on', 'page', 'https://a.net/head-resets', 'there'],
  ['nothing', 'page', 'https://a.net/nothing', 'gone 404'],
  ['nothing where an image should be', 'image', 'https://a.net/nothing.png', 'gone 404'],
  ['nothing any more', 'page', 'https://a.net/gone', 'gone 410'],
  ['a page instead of an image, with SVG in it', 'image', 'https://a.net/page.png', 'not-an-image text/html'],
  ['a film instead of an image', 'image', 'https://a.net/film.png', 'not-an-image video/mp4'],
  ['an image called text', 'image', 'https://a.net/typed-as-text.png', 'there'],
  ['an image called a page', 'image', 'https://a.net/typed-as-html.png', 'there'],
  ['an image without a type', 'image', 'https://a.net/untyped.png', 'there'],
  ['bytes that may be anything', 'image', 'https://a.net/unknown.png', 'unsure unclear'],
  ['no bytes at all', 'image', 'https://a.net/empty.png', 'unsure unclear'],
  ['a place for members', 'page', 'https://a.net/members', 'unsure refused'],
  ['a server that takes us for an attack', 'page', 'https://a.net/robots', 'unsure refused'],
  ['a status that nobody expects', 'page', 'https://a.net/teapot', 'unsure refused'],
  ['a broken server', 'page', 'https://a.net/error', 'unsure server-error'],
  ['a busy server', 'page', 'https://a.net/busy', 'unsure busy'],
  ['redirects, to another host at last', 'page', 'https://a.net/moved', 'there'],
  ['a redirect to nothing', 'page', 'https://a.net/moved-to-nothing', 'gone 404'],
  ['redirects in a circle', 'page', 'https://a.net/circle', 'unsure redirects'],
  ['redirects without end', 'page', 'https://a.net/hop-1', 'unsure redirects'],
  ['a redirect to one’s own machine', 'page', 'https://a.net/home', 'unsure redirects'],
  ['a redirect to a letter box', 'page', 'https://a.net/to-mail', 'unsure redirects'],
  ['a redirect to no address', 'page', 'https://a.net/nowhere', 'unsure unreachable'],
  ['a server that never answers', 'page', 'https://a.net/hangs', 'unsure timeout'],
  ['a body that stops halfway', 'image', 'https://a.net/hangs-halfway.png', 'unsure timeout'],
  ['a body that breaks off', 'image', 'https://a.net/breaks-off.png', 'unsure unreachable'],
  ['a server that hangs up', 'page', 'https://a.net/resets', 'unsure unreachable'],
  ['a slow server', 'page', 'https://a.net/slow', 'there'],
  ['a server that is down', 'page', 'https://down.net/', 'unsure unreachable'],
  ['a host that isn’t there', 'page', 'https://unknown.net/', 'unsure unreachable'],
];

describe('What is known of an address on another server', () => {
  let server: OddServer;
  before(async () => {
    server = await oddServer();
  });
  after(() => server[Symbol.asyncDispose]());

  for (const [what, use, address, expected] of table) {
    it(what, async () => {
      const answer = await ask(localWeb(server.port), use, address);
      const detail = { there: '', gone: 'status', 'not-an-image': 'type', unsure: 'why' }[answer.kind];
      const found: Readonly<Record<string, unknown>> = { ...answer };
      assert.equal(`${answer.kind} ${found[detail] ?? ''}`.trim(), expected);
    });
  }

  it('a body without end is hung up on after its first bytes', async () => {
    assert.deepEqual(await ask(localWeb(server.port), 'image', 'https://a.net/endless.png'), {
      kind: 'there',
    });
    // What the sockets of both ends hold, and no more.
    assert.ok((await server.endless) < 20_000_000);
  });

  it('asks with a name, for the first bytes only, without cookies and without saying where the link stands', async () => {
    await ask(localWeb(server.port), 'image', 'https://a.net/no-head.png');
    const { cookie, referer, range, accept, 'user-agent': agent } = server.headers;
    assert.deepEqual(
      [cookie, referer, range, agent],
      [undefined, undefined, 'bytes=0-4095', 'Copydesk/test'],
    );
    assert.match(accept ?? '', /^image\//);
  });

  it('asks nobody on one’s own machine, even when a redirect leads there', async () => {
    const before = server.asked.length;
    await ask(localWeb(server.port), 'page', 'https://a.net/home');
    assert.deepEqual(server.asked.slice(before), ['HEAD a.net/home']);
  });
});
