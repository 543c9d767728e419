import type { MarkdownDialect } from './dialect.ts';
import { parserOf } from './parser.ts';

/** An address or a title of Markdown as the reader gets it: without backslashes, character references decoded. */
export function unescaped(written: string, dialect: MarkdownDialect): string {
  const { unescapeAll } = parserOf(dialect).utils;
  if (dialect === 'commonmark') return unescapeAll(written);
  // MarkdownExtra knows fewer escapes: a backslash in front of any other character stays.
  return unescapeAll(written.replace(/\\(?![\\`*_{}[\]()>#+\-.!:|])/g, '\\\\'));
}
