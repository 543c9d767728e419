import { type Message, message } from '../text/message.ts';

/** How many posts, in words. */
export function postCount(count: number): Message {
  return count === 1 ? message('1 post') : message('{0} posts', count);
}
