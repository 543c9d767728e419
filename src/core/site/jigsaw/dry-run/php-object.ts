import type { Node } from '../php/ast.ts';
import type { Place } from '../php/php-value.ts';
import type { Abstract } from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** One round of a loop over something: the value, and whether the build surely comes to it. */
export interface Round {
  readonly key: Abstract;
  readonly value: Abstract;
  readonly certain: boolean;
}

/** What a dry run knows of an object. A part that is left out is not known, and what it gives is unknown. */
export interface PhpObject {
  /** As PHP's errors name it. */
  readonly className: string;
  /** Whether it can be turned into text. */
  readonly text: boolean;
  get?(name: string, machine: Machine, node: Node): Abstract;
  set?(name: string, value: Abstract, machine: Machine): void;
  call?(method: string, args: readonly Abstract[], machine: Machine, node: Node): Abstract;
  /** `$object['key']`; `quiet` for `??` and `isset`, which give null instead of an error. */
  at?(key: Abstract, machine: Machine, node: Node, quiet: boolean): Abstract;
  /** Whether `isset($object->name)` holds. */
  has?(name: string): boolean;
  /** Whether it has an item with this key, be it null. */
  holds?(key: string): boolean;
  rounds?(): readonly Round[];
  /** For a function. */
  invoke?(args: readonly Abstract[], machine: Machine): Abstract;
}

/** What stops the build, in PHP's words. */
export class PhpFailure extends Error {
  /** Where the code stands that stops. */
  readonly place: Place;
  /** The field of the post whose value is to blame, if one is. */
  readonly field: string | undefined;

  constructor(error: string, place: Place, field: string | undefined) {
    super(error);
    this.place = place;
    this.field = field;
  }
}
