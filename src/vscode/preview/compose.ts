import { isBlade } from '../../core/post/file-kind.ts';
import type { Post } from '../../core/post/post.ts';
import { annotateHtmlLines } from '../../core/render/html-lines.ts';
import { renderBody } from '../../core/render/render.ts';
import { datesOf, minutesOf } from '../../core/shell/template.ts';
import { markdownDialect, type Site } from '../../core/site/site.ts';
import { LineMap } from '../../core/text/line-map.ts';
import { slice } from '../../core/text/span.ts';
import type { ArticleContent, Content, Head } from '../../protocol/content.ts';
import type { LookName, PreviewDocument } from '../../protocol/messages.ts';
import { composeCards } from './cards.ts';
import { headOf } from './head.ts';
import { type PictureFiles, Pictures } from './pictures.ts';
import type { Dressing } from './site-pages.ts';

export interface Composing {
  readonly post: Post;
  readonly site: Site | undefined;
  readonly uri: string;
  readonly language: string;
  readonly files: PictureFiles;
  /** Whether the writer is typing: then an address that leads nowhere may be half-written. */
  readonly isTyping: boolean;
  /** What the page was sent of this post before, if anything. */
  readonly last: Content | undefined;
  /** What the site's look shows the post in, where that look was chosen. */
  readonly dressing: Dressing | undefined;
}

/** What each look shows of a post. */
const composers: Readonly<Record<LookName, (composing: Composing) => Content>> = {
  site: composeSite,
  article: composeArticle,
  cards: composeCards,
};

/** What the page shows for a post: all but the number of its sending. */
export function composeDocument(composing: Composing, look: LookName): Omit<PreviewDocument, 'sequence'> {
  const { post, uri, dressing } = composing;
  return {
    uri,
    lineCount: new LineMap(post.text).lineCount,
    content: composers[look](composing),
    site: dressing?.status,
  };
}

/** The post in a page of the site; where there is none, the article stands in for it. */
function composeSite(composing: Composing): Content {
  const article = composeArticle(composing);
  const { dressing } = composing;
  if (dressing?.template === undefined) return article;
  const { date } = article.head;
  const seconds = date?.iso === undefined ? undefined : Date.parse(date.iso) / 1000;
  const dates = [...datesOf(dressing.template, seconds)];
  const minutes = minutesOf(dressing.template, article.html);
  return { ...article, look: 'site', template: dressing.id, dates, minutes };
}

function composeArticle({ post, site, language, files, last, isTyping }: Composing): ArticleContent {
  const lines = new LineMap(post.text);
  const isUnfinished = (address: string) => isTyping && !wasMissing(address, last);
  const pictures = new Pictures(post, site, files, isUnfinished);
  const written = headOf({ post, site, lines, language, pictureAt: (address) => pictures.at(address) });
  const html = bodyHtml(post, site, lines);
  const lastHead = last !== undefined && 'head' in last ? last.head : undefined;
  return {
    look: 'article',
    // A YAML mistake, which every half-written value is, hides the fields behind it: until then they stay as they were.
    head: post.frontMatter?.problem ? { ...lastHead, ...withoutGaps(written) } : written,
    html,
    pictures: pictures.of(html),
  };
}

/**
 * A post's body as the build renders it.
 * @param lines when given, elements say in `data-line` in which line of the file they start.
 */
export function bodyHtml(post: Post, site: Site | undefined, lines?: LineMap): string {
  const { body } = post.rendered;
  const text = slice(post.text, body);
  const firstLine = lines?.positionAt(body.start).line;
  const dialect = markdownDialect(post.path, site);
  if (dialect !== undefined) {
    return renderBody(text, dialect, {
      blade: isBlade(post.path),
      ...(firstLine !== undefined && { firstLine }),
    });
  }
  return firstLine === undefined ? text : annotateHtmlLines(text, (line) => firstLine + line);
}

/** Whether the page says already that there is nothing at an address. */
function wasMissing(address: string, last: Content | undefined): boolean {
  if (last === undefined || !('head' in last)) return false;
  const { image } = last.head;
  if (image?.address === address) return image.picture.kind === 'missing';
  return last.pictures[address]?.kind === 'missing';
}

function withoutGaps(head: Head): Head {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}
