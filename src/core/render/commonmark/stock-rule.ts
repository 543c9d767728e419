import Markdown, { type MarkdownIt, type Ruler } from 'markdown-it';

/**
 * A rule of markdown-it's own, to be called by one that takes its place. Rulers don't hand out rules by name, but a
 * parser that has no other rule has only this one to give.
 */
export function stockRule<Args extends unknown[], Result>(
  rulerOf: (md: MarkdownIt) => Ruler<Args, Result>,
  name: string,
): (...args: Args) => Result {
  const ruler = rulerOf(new Markdown());
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (rule === undefined) throw new TypeError(`markdown-it has no rule ${name}`);
  return rule;
}
