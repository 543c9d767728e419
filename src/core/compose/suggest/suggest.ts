import { LONGEST_DESCRIPTION } from '../../fields/lengths.ts';
import { namesIn } from '../../fields/names.ts';
import { titleOf } from '../../fields/title.ts';
import { fieldOf } from '../../post/fields.ts';
import { isBlade } from '../../post/file-kind.ts';
import type { Post } from '../../post/post.ts';
import { renderBody } from '../../render/render.ts';
import type { Habits } from '../../site/habits.ts';
import { markdownDialect, type Site } from '../../site/site.ts';
import { slice } from '../../text/span.ts';
import { describe, HOLE } from './describe.ts';
import { documentFrequency } from './document-frequency.ts';
import { keywordsOf } from './keywords.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

export interface SuggestionSource {
  readonly post: Post;
  readonly site: Site | undefined;
  readonly habits: Habits | undefined;
}

/** How many keywords a post gets where the site's posts don't show how many are usual, and at most. */
const USUAL_COUNT = 6;
const LARGEST_COUNT = 15;

/** So much of a body, in characters, tells what it is about. */
const ENOUGH_TEXT = 50_000;

/**
 * Keywords that the post's text suggests and that it doesn't have yet, the strongest first, as many as the posts of
 * its collection mostly have.
 */
export function suggestKeywords(
  source: SuggestionSource,
  count = usualCount(source.habits),
): readonly string[] {
  const { post, site, habits } = source;
  const own = namesIn(fieldOf(post, 'keywords')?.node.value).map(small);
  const known = new Map(habits?.fields.get('keywords')?.values);
  for (const [name, uses] of known) if (uses === 1 && own.includes(small(name))) known.delete(name);
  const texts = blocksOf(source).map(({ text }) => text);
  const others = documentFrequency(site, post);
  return keywordsOf({ title: titleOf(post) ?? '', texts, known, others }, count + own.length)
    .filter((keyword) => !own.includes(small(keyword)))
    .slice(0, count);
}

/** Descriptions made of the post's own sentences, the best first, none longer than search results show. */
export function suggestDescriptions(source: SuggestionSource, count: number): readonly string[] {
  const prose = blocksOf(source).filter(({ isProse }) => isProse);
  const texts = prose.map(({ text }) => text);
  return describe({ title: titleOf(source.post) ?? '', texts, longest: LONGEST_DESCRIPTION }, count);
}

/** How many keywords a post of the collection has, in the mean. */
export function usualCount(habits: Habits | undefined): number {
  const habit = habits?.fields.get('keywords');
  if (!habit) return USUAL_COUNT;
  const uses = [...habit.values.values()].reduce((sum, count) => sum + count, 0);
  return Math.min(LARGEST_COUNT, Math.max(1, Math.round(uses / habit.count)));
}

function small(text: string): string {
  return text.toLocaleLowerCase();
}

/** What template code prints isn't known, and its own words aren't the post's. */
const TEMPLATE_CODE = /\{\{.*?\}\}|\{!!.*?!!\}|@\w+(?:\([^)]*\))?/g;

function blocksOf({ post, site }: SuggestionSource): readonly TextBlock[] {
  const body = slice(post.text, post.rendered.body).slice(0, ENOUGH_TEXT);
  const dialect = markdownDialect(post.path, site);
  const blade = isBlade(post.path);
  const html = dialect === undefined ? body : renderBody(body, dialect, { blade });
  const blocks = textBlocks(html);
  return blade
    ? blocks.map((block) => ({ ...block, text: block.text.replace(TEMPLATE_CODE, HOLE) }))
    : blocks;
}
