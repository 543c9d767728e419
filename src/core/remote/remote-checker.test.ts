import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localWeb } from '../../../test/web/local-web.ts';
import { type OddServer, oddServer } from '../../../test/web/odd-server.ts';
import type { RemoteQuestion } from './remote-address.ts';
import { RemoteAnswers } from './remote-answers.ts';
import { RemoteChecker } from './remote-checker.ts';
import type { Web, WebFailure, WebResponse } from './web.ts';

/** A web whose servers answer only when they are told to, or when all is broken off. */
class HeldWeb implements Web {
  readonly asked: string[] = [];
  readonly #held: ((answer: WebResponse | WebFailure) => void)[] = [];
  readonly #asleep: (() => void)[] = [];

  request(method: 'HEAD' | 'GET', address: string): Promise<WebResponse | WebFailure> {
    this.asked.push(`${method} ${address}`);
    return new Promise((resolve) => this.#held.push(resolve));
  }

  now(): number {
    return 0;
  }

  sleep(): Promise<void> {
    return new Promise((resolve) => this.#asleep.push(resolve));
  }

  stop(): void {
    this.answer({ kind: 'failure', why: 'unreachable' });
    for (const wake of this.#asleep.splice(0)) wake();
  }

  answer(answer: WebResponse | WebFailure): void {
    for (const resolve of this.#held.splice(0)) resolve(answer);
  }
}

/** Lets everything happen that needs no server. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('Asking other servers', () => {
  let server: OddServer;
  before(async () => {
    server = await oddServer();
  });
  after(() => server[Symbol.asyncDispose]());

  /** What was asked at a host. */
  const askedOf = (host: string) => server.asked.filter((each) => each.includes(` ${host}/`));

  function checker() {
    const answers = new RemoteAnswers();
    const answered: RemoteQuestion[] = [];
    const web = localWeb(server.port);
    return { answers, answered, checker: new RemoteChecker(web, answers, (each) => answered.push(each)) };
  }

  it('goes on two questions at a time to each host, and says each answer', async () => {
    const { checker: asking, answered } = checker();
    const questions = ['one.net', 'two.net'].flatMap((host) =>
      Array.from({ length: 6 }, (_, n): RemoteQuestion => `page https://${host}/slow-${n}`),
    );
    asking.want(questions);
    await asking.settled();
    assert.deepEqual([server.crowds.get('one.net'), server.crowds.get('two.net')], [2, 2]);
    assert.deepEqual(answered.sort(), questions.sort());
  });

  it('asks once for what stands in many posts, and not again while the answer holds', async () => {
    const { checker: asking } = checker();
    for (let times = 0; times < 2; times += 1) {
      asking.want(['page https://once.net/page', 'page https://once.net/page']);
      await asking.settled();
    }
    assert.deepEqual(askedOf('once.net'), ['HEAD once.net/page']);
  });

  it('waits as long as a busy server asks for', async () => {
    const { checker: asking, answers } = checker();
    asking.want(['page https://busy.net/busy-once']);
    await asking.settled();
    assert.deepEqual(answers.get('page https://busy.net/busy-once'), { kind: 'there' });
    assert.deepEqual(askedOf('busy.net'), ['HEAD busy.net/busy-once', 'HEAD busy.net/busy-once']);
  });

  it('leaves a server alone that has too much to do', async () => {
    const { checker: asking, answers } = checker();
    const more = Array.from({ length: 5 }, (_, n): RemoteQuestion => `page https://full.net/slow-${n}`);
    asking.want(['page https://full.net/busy', 'page https://full.net/busy', ...more]);
    await asking.settled();
    // The one that was under way beside it, at most.
    assert.ok(askedOf('full.net').length <= 3, askedOf('full.net').join());
    assert.equal(answers.get('page https://full.net/slow-4')?.kind, 'unsure');
  });

  it('gives a host up that doesn’t answer', async () => {
    const { checker: asking, answers } = checker();
    const questions = Array.from(
      { length: 9 },
      (_, n): RemoteQuestion => `page https://dead.net/resets?${n}`,
    );
    asking.want(questions);
    await asking.settled();
    assert.ok(askedOf('dead.net').length <= 8, askedOf('dead.net').join());
    for (const question of questions)
      assert.deepEqual(answers.get(question), { kind: 'unsure', why: 'unreachable' });
  });

  it('gives up when the network is down', async () => {
    const { checker: asking, answers } = checker();
    const hosts = Array.from({ length: 200 }, (_, n): RemoteQuestion => `page https://h${n}.down.net/`);
    asking.want([...hosts, 'page https://late.net/page']);
    await asking.settled();
    for (const question of hosts)
      assert.deepEqual(answers.get(question), { kind: 'unsure', why: 'unreachable' });
    assert.deepEqual(askedOf('late.net'), []);
    asking.want(['page https://later.net/page']);
    await asking.settled();
    assert.deepEqual(answers.get('page https://later.net/page'), { kind: 'there' });
  });

  it('drops what no post asks any more', async () => {
    const { checker: asking, answers } = checker();
    asking.want(Array.from({ length: 20 }, (_, n): RemoteQuestion => `page https://drop.net/slow-${n}`));
    asking.want(['page https://drop.net/slow-19']);
    await asking.settled();
    assert.equal(askedOf('drop.net').length, 3);
    assert.equal(answers.get('page https://drop.net/slow-10'), undefined);
  });

  it('stops at once, and takes nothing from what was broken off', async () => {
    const { checker: asking, answers, answered } = checker();
    asking.want([
      'page https://stop.net/hangs',
      'page https://stop.net/hangs?2',
      'page https://stop.net/page',
    ]);
    asking.stop();
    await asking.settled();
    asking.want(['page https://stop.net/page']);
    await asking.settled();
    assert.deepEqual(answered, ['page https://stop.net/page']);
    assert.equal(answers.get('page https://stop.net/hangs'), undefined);
  });

  const response = { kind: 'response', type: '', location: undefined, bytes: new Uint8Array() } as const;
  const busy = { ...response, status: 429, retryAfter: '5' };
  const moved = { ...response, status: 301, location: 'https://a.net/moved', retryAfter: undefined };
  const stopped: readonly [when: string, before: WebResponse | undefined, then: WebResponse | undefined][] = [
    ['while a server is asked', undefined, undefined],
    ['while a busy server is left alone', busy, undefined],
    ['as a redirect comes in', undefined, moved],
  ];
  for (const [when, before, then] of stopped) {
    it(`asks nothing more once it is stopped ${when}`, async () => {
      const web = new HeldWeb();
      const asking = new RemoteChecker(web, new RemoteAnswers());
      asking.want(['page https://a.net/one', 'page https://a.net/two', 'page https://a.net/three']);
      if (before) web.answer(before);
      await soon();
      const asked = [...web.asked];
      if (then) web.answer(then);
      asking.stop();
      await soon();
      assert.deepEqual(web.asked, asked);
    });
  }

  it('asks nobody on one’s own machine', async () => {
    const { checker: asking, answered } = checker();
    asking.want([
      'page http://localhost/x',
      'image http://127.0.0.1:8000/fine.png',
      'page https://site.test/',
    ]);
    await asking.settled();
    assert.deepEqual(answered, []);
  });
});
