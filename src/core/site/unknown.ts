import type { Message } from '../text/message.ts';

/** Something that only running the site's PHP could tell, with the reason. Rules keep silent about it. */
export class Unknown {
  readonly reason: Message;

  constructor(reason: Message) {
    this.reason = reason;
  }
}

export type Known<T> = T | Unknown;

/** Whether something could be told without running the site. */
export function isKnown<T>(value: Known<T>): value is T {
  return !(value instanceof Unknown);
}
