/** The two Markdowns that Jigsaw offers: Michelf's MarkdownExtra (its default) and League CommonMark (`'commonmark' => true`). */
export type MarkdownDialect = 'markdown-extra' | 'commonmark';
