import { toJson } from '../../../post/value.ts';
import type { Item } from '../item.ts';
import { fileNameOf } from '../path-pattern.ts';
import { signatureOf } from './abstract-value.ts';
import type { BuildError } from './dry-run.ts';

/** What decided a run, and how it ended. */
export interface Trace {
  /** The fields that it read: what they were, and their content where that decided. */
  readonly fields: readonly (readonly [name: string, signature: string, content: string | undefined])[];
  readonly failure: BuildError | undefined;
}

/** More runs than these are not worth remembering: looking through them takes as long as one more. */
const MOST = 40;

/** The runs of one page, for posts that look alike to it. */
export class Memory {
  readonly #traces: Trace[] = [];
  #recalled = 0;

  /** A run that would go just as the item's would. */
  recall(item: Item): Trace | undefined {
    // A page that every post makes different isn't looked up in vain.
    if (this.#traces.length === MOST && this.#recalled < MOST) return undefined;
    const known = this.#traces.find(({ fields }) =>
      fields.every(([name, signature, content]) =>
        content === undefined ? signatureIn(item, name) === signature : contentIn(item, name) === content,
      ),
    );
    if (known) this.#recalled += 1;
    return known;
  }

  keep(trace: Trace): void {
    const own = trace.fields.some(([name, , content]) => name === 'filename' && content !== undefined);
    if (!own && this.#traces.length < MOST) this.#traces.push(trace);
  }
}

/** What a run made of the fields that it read. */
export function traceOf(
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
  return field === 'filename' ? 'string' : signatureOf(item.data.get(field));
}

function contentIn(item: Item, field: string): string {
  const value = item.data.get(field);
  if (value === undefined && field === 'filename') return fileNameOf(item.path);
  return value === undefined ? 'missing' : JSON.stringify(toJson(value));
}
