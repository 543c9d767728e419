import type { Report } from '../../test/host/report.ts';
import { Fault } from '../machine/fault.mjs';
import type { Tally } from './part.ts';

/** What is heard of one run of the suite in an extension host, printed as it comes. */
export class SuiteRecord {
  readonly #end = Promise.withResolvers<void>();
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;
  #host = '';
  #passed = 0;
  #failed = 0;
  #errors: string[] = [];

  /** @param patience milliseconds without a word after which the suite counts as stuck */
  constructor(patience: number) {
    this.#patience = patience;
    this.#end.promise.catch(() => {});
    this.#wait();
  }

  add(report: Report): void {
    this.#wait();
    switch (report.type) {
      case 'start':
        this.#host = report.host;
        console.log(`  VS Code ${report.version}, ${report.host} extension host`);
        break;
      case 'pass':
        this.#passed += 1;
        console.log(`  ✔ ${report.title} (${report.milliseconds} ms)`);
        break;
      case 'fail':
        this.#failed += 1;
        console.log(`  ✖ ${report.title}\n${report.error.replace(/^/gm, '      ')}`);
        break;
      case 'end':
        this.#end.resolve();
        break;
    }
  }

  /** An error on the window's console, where both kinds of host print theirs. */
  addConsoleError(text: string): void {
    this.#errors.push(text);
  }

  /** The extension host has no more to say; after the end that is as it should be. */
  exited(): void {
    setTimeout(() => this.fail(new Fault('The suite’s run ended before it said so.')), 1000);
  }

  fail(fault: Fault): void {
    this.#end.reject(fault);
  }

  /** Waits for the end. One more check: in the host that was meant, with no error of Copydesk's on the console. */
  async finished(host: string): Promise<Tally> {
    try {
      await this.#end.promise;
    } catch (thrown) {
      for (const error of this.#errors.slice(-10)) console.log(`  console: ${error.slice(0, 600)}`);
      throw thrown;
    } finally {
      clearTimeout(this.#timer);
    }
    const ours = this.#errors.filter((text) =>
      /copydesk\.copydesk|\/dist\/extension(\.web)?\.cjs/.test(text),
    );
    if (this.#host !== host) ours.push(`The suite ran in the ${this.#host} extension host.`);
    if (ours.length === 0) console.log('  ✔ nothing from Copydesk on the console');
    for (const error of ours) console.log(`  ✖ on the console: ${error}`);
    const clean = ours.length === 0 ? 1 : 0;
    return { passed: this.#passed + clean, failed: this.#failed + (1 - clean) };
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.fail(new Fault(`Nothing was heard from the suite for ${this.#patience / 1000} s.`)),
      this.#patience,
    );
  }
}
