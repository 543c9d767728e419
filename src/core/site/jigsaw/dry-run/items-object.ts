import { type Abstract, ARRAY, INT, NULL, object, scalar, truthOf, UNKNOWN } from './abstract-value.ts';
import type { Machine } from './machine.ts';
import type { PhpObject, Round } from './php-object.ts';

/** `collect($values)`: Laravel's collection of a list, or of one value. */
export class ItemsObject implements PhpObject {
  readonly className = 'Illuminate\\Support\\Collection';
  readonly text = true;
  readonly #values: Abstract;

  constructor(values: Abstract) {
    this.#values = values;
  }

  rounds(): readonly Round[] {
    const items = this.#items();
    if (!items) return [{ key: UNKNOWN, value: UNKNOWN, certain: false }];
    return Array.from(items, ([key, value]) => ({ key: scalar(key), value, certain: true }));
  }

  call(method: string, [first]: readonly Abstract[], machine: Machine): Abstract {
    const items = this.#items();
    switch (method) {
      case 'all':
      case 'toArray':
        return items ? { kind: 'array', items } : ARRAY;
      case 'values':
      case 'unique':
      case 'sort':
      case 'reverse':
      case 'filter':
        this.#each(first, machine);
        return items && truthOf(first ?? NULL) === undefined ? object(this) : UNKNOWN;
      case 'map':
      case 'each':
      case 'flatMap':
      case 'reject':
        this.#each(first, machine);
        return UNKNOWN;
      case 'count':
        return items ? scalar(items.size) : INT;
      default:
        return UNKNOWN;
    }
  }

  #each(callback: Abstract | undefined, machine: Machine): void {
    const invoke = callback?.kind === 'object' ? callback.object.invoke?.bind(callback.object) : undefined;
    if (!invoke) return;
    for (const value of this.#items()?.values() ?? []) invoke([value], machine);
  }

  /** What the collection holds; undefined where that isn't known. */
  #items(): ReadonlyMap<string, Abstract> | undefined {
    const values = this.#values;
    if (values.kind === 'array') return values.items;
    if (values.kind === 'unknown' || values.kind === 'object') return undefined;
    if (values.kind === 'scalar' && values.value === null) return new Map();
    return new Map([['0', values]]);
  }
}
