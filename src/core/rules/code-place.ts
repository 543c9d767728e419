import type { Place } from '../site/jigsaw/php/php-value.ts';
import type { Site } from '../site/site.ts';
import { LineMap } from '../text/line-map.ts';
import { type Message, message } from '../text/message.ts';

/** A place in the site's code as people say it: its file, and its line from 1 where the text is at hand. */
export function codePlace({ path, span }: Place, site: Site): Message {
  const text = site.jigsaw?.textOf(path) ?? site.posts.get(path)?.text;
  if (text === undefined) return message('{0}', path);
  return message('{0}, line {1}', path, new LineMap(text).positionAt(span.start).line + 1);
}
