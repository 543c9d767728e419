import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostOf, questionOf } from './remote-address.ts';
import { RemoteAnswers, retryIn } from './remote-answers.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const HOUR = 3_600_000;
const PAGE = 'page https://charts.net/tides';

describe('The answers of other servers', () => {
  it('hold for a week when good, for some hours when bad, for half an hour when there is none', () => {
    const answers = new RemoteAnswers();
    const holdsAfter = (hours: number) => answers.holds(PAGE, NOW + hours * HOUR);
    answers.add(PAGE, { kind: 'there' }, NOW);
    assert.deepEqual([holdsAfter(167), holdsAfter(169)], [true, false]);
    answers.add(PAGE, { kind: 'gone', status: 404 }, NOW);
    assert.deepEqual([holdsAfter(5), holdsAfter(7)], [true, false]);
    answers.add(PAGE, { kind: 'unsure', why: 'timeout' }, NOW);
    assert.deepEqual([holdsAfter(0.4), holdsAfter(0.6)], [true, false]);
    answers.add(PAGE, { kind: 'unsure', why: 'busy', retryAfter: '86400' }, NOW);
    assert.deepEqual([holdsAfter(23), holdsAfter(25)], [true, false]);
  });

  it('outlive the window, but for those that were none', () => {
    const before = new RemoteAnswers();
    before.add(PAGE, { kind: 'gone', status: 410 }, NOW);
    before.add('image https://charts.net/a.png', { kind: 'not-an-image', type: 'text/html' }, NOW);
    before.add('page https://charts.net/b', { kind: 'unsure', why: 'timeout' }, NOW);
    const after = new RemoteAnswers();
    after.read(before.write(NOW));
    assert.deepEqual(after.get(PAGE), { kind: 'gone', status: 410 });
    assert.equal(after.get('image https://charts.net/a.png')?.kind, 'not-an-image');
    assert.equal(after.get('page https://charts.net/b'), undefined);
    assert.equal(after.holds(PAGE, NOW + HOUR), true);
  });

  it('of two windows are put together, the newer one counting', () => {
    const [one, other] = [new RemoteAnswers(), new RemoteAnswers()];
    one.add(PAGE, { kind: 'gone', status: 404 }, NOW);
    other.add(PAGE, { kind: 'there' }, NOW + HOUR);
    other.read(one.write(NOW));
    assert.deepEqual(other.get(PAGE), { kind: 'there' });
    one.read(other.write(NOW));
    assert.deepEqual(one.get(PAGE), { kind: 'there' });
  });

  it('are forgotten after a month', () => {
    const answers = new RemoteAnswers();
    answers.add(PAGE, { kind: 'there' }, NOW);
    assert.match(answers.write(NOW + 31 * 24 * HOUR), /"answers":\[\]/);
  });

  it('of a file that holds something else are none', () => {
    const answers = new RemoteAnswers();
    for (const text of ['', '{', 'null', '{"version":2,"answers":[]}', '{"version":1,"answers":[{"at":1}]}'])
      answers.read(text);
    assert.match(answers.write(NOW), /"answers":\[\]/);
  });

  it('may be had again after some seconds, or at a time of day', () => {
    const table = [
      ['2', 2000],
      [' 2 ', 2000],
      ['Thu, 15 Jan 2026 12:00:05 GMT', 5000],
      ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
      ['soon', 0],
      ['-1', 0],
      [undefined, 0],
    ] as const;
    for (const [text, wait] of table) assert.equal(retryIn(text, NOW), wait, text);
  });
});

describe('A question to another server', () => {
  it('is of the whole address but its fragment', () => {
    assert.equal(questionOf('page', ' https://a.net/b?c=d#e '), 'page https://a.net/b?c=d');
    assert.equal(questionOf('image', '//a.net/b.png'), 'image https://a.net/b.png');
  });

  it('isn’t put to one’s own machine and network, nor with a password', () => {
    const hosts = [
      'localhost',
      'localhost:3000',
      'site.test',
      'a.example',
      'nas.local',
      'intranet',
      'x.localhost',
    ];
    const numbers = [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.1',
      '172.20.0.1',
      '169.254.1.1',
      '0.0.0.0',
      '[::1]',
      '[fe80::1]',
      '100.64.0.1',
      '8.8.8.8',
      '[2001:db8::1]',
    ];
    // What `fetch` takes for one of those, too.
    const spellings = [
      '0x7f.0.0.1',
      '0177.0.0.1',
      '127.1',
      '2130706433',
      '127.0.0.1.',
      '%31%32%37.0.0.1',
      '①②⑦.0.0.1',
      '0xa9.0xfe.0xa9.0xfe',
      '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]',
      '[64:ff9b::7f00:1]',
      'localhost.',
      'ＬＯＣＡＬＨＯＳＴ',
      'nas。local',
      'nas.local%2e',
      '127.0.0.1\\@a.net',
      '127.0\n.0.1',
    ];
    for (const host of [...hosts, ...numbers, ...spellings, 'me:secret@a.net', 'me@a.net', ''])
      assert.equal(hostOf(`http://${host}/x`), undefined, host);
    for (const host of ['a.net', 'a.net:8080', 'xn--bcher-kva.net', '4chan.org', '1.fm'])
      assert.equal(hostOf(`https://${host}/x`), host);
    assert.equal(hostOf('https://A.Net?x'), 'a.net');
    assert.equal(hostOf('https://Bücher.net'), 'xn--bcher-kva.net');
    assert.equal(hostOf('ftp://a.net/'), undefined);
  });
});
