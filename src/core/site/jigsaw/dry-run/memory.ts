import { toJson } from '../../../post/value.ts';
import type { Item } from '../item.ts';
import { fileNameOf } from '../path-pattern.ts';
import { FILE_NAME_FIELD, signatureOf } from './abstract-value.ts';
import type { BuildError } from './dry-run.ts';
import type { Lookup, Programs } from './host.ts';
import { FILE_NAME } from './text.ts';

/** What decided a run, and how it ended. */
export interface Trace {
  /** The fields that it read: what they were, and their content where that decided. */
  readonly fields: readonly (readonly [name: string, signature: string, content: string | undefined])[];
  /** The views that it looked for under the post's file name. */
  readonly lookups: readonly Lookup[];
  readonly failure: BuildError | undefined;
}

/** More runs than these are not worth remembering: looking through them takes as long as one more. */
const MOST = 40;

/** The runs of one page, for posts that look alike to it. */
export class Memory {
  readonly #programs: Programs;
  readonly #traces: Trace[] = [];
  #recalled = 0;

  constructor(programs: Programs) {
    this.#programs = programs;
  }

  /** A run that would go just as the item's would. */
  recall(item: Item): Trace | undefined {
    // A page that every post makes different isn't looked up in vain.
    if (this.#traces.length === MOST && this.#recalled < MOST) return undefined;
    const known = this.#traces.find((trace) => this.#fits(trace, item));
    if (known) this.#recalled += 1;
    return known;
  }

  keep(trace: Trace): void {
    const own = trace.fields.some(([name, , content]) => name === FILE_NAME_FIELD && content !== undefined);
    if (!own && this.#traces.length < MOST) this.#traces.push(trace);
  }

  #fits({ fields, lookups }: Trace, item: Item): boolean {
    const alike = fields.every(([name, signature, content]) =>
      content === undefined ? signatureIn(item, name) === signature : contentIn(item, name) === content,
    );
    return (
      alike &&
      lookups.every(({ parts, outcome }) => {
        const name = parts.map((part) => (part === FILE_NAME ? fileNameOf(item.path) : part)).join('');
        return this.#programs.outcomeOf(name) === outcome;
      })
    );
  }
}

/** What a run made of the fields that it read. */
export function fieldsOf(
  item: Item,
  reads: ReadonlySet<string>,
  looked: ReadonlySet<string>,
): Trace['fields'] {
  return Array.from(new Set([...reads, ...looked]), (field) => [
    field,
    signatureIn(item, field),
    looked.has(field) ? contentIn(item, field) : undefined,
  ]);
}

function signatureIn(item: Item, field: string): string {
  return field === FILE_NAME_FIELD ? 'string' : signatureOf(item.data.get(field));
}

function contentIn(item: Item, field: string): string {
  if (field === FILE_NAME_FIELD) return fileNameOf(item.path);
  const value = item.data.get(field);
  return value === undefined ? 'missing' : JSON.stringify(toJson(value));
}
