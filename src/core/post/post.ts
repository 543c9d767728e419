import type { SitePath } from '../site/files.ts';
import type { Span } from '../text/span.ts';
import type { Value } from './value.ts';

/** How a value is written in the YAML text. */
export type Style =
  | 'plain'
  | 'single-quoted'
  | 'double-quoted'
  | 'literal'
  | 'folded'
  | 'block'
  | 'flow'
  | 'alias'
  | 'empty';

/** A value and the place where it is written, quotes and block indicators included. */
export interface YamlNode {
  readonly span: Span;
  readonly style: Style;
  readonly value: Value;
  /** The entries of a mapping, in source order; empty for anything else. */
  readonly fields: readonly Field[];
  /** The items of a list; empty for anything else. */
  readonly items: readonly YamlNode[];
}

/** One `key: value` of a mapping. */
export interface Field {
  readonly key: string;
  /** The key as written, quotes included. */
  readonly keySpan: Span;
  /** The value. Where none is written, an `empty` node at the place where it would stand (right after the colon). */
  readonly node: YamlNode;
  /** The whole entry, from its key to the end of its value, without the line break. */
  readonly span: Span;
}

/**
 * What stops Symfony's parser, or would. The exceptions are `too-deep` and `too-large`: there it is this reader that
 * stops, and what the build makes of the front matter is unknown.
 */
export interface YamlProblem {
  /** Which kind of mistake; rules choose their words and fixes by it. */
  readonly kind: YamlProblemKind;
  /** The message that Jigsaw's build would print, in Symfony's own words; for other generators, the reader's. */
  readonly symfony: string;
  readonly span: Span;
}

export type YamlProblemKind =
  | 'colon-in-value'
  | 'duplicate-key'
  | 'tab-indentation'
  | 'indentation'
  | 'reserved-character'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'text-after-value'
  | 'missing-space-after-colon'
  | 'missing-space-after-dash'
  | 'missing-colon'
  | 'not-an-entry'
  | 'mixed-list-and-mapping'
  | 'complex-key'
  | 'key-not-text'
  | 'merge-value'
  | 'unknown-escape'
  | 'unknown-tag'
  | 'unknown-alias'
  | 'template-text'
  | 'impossible-date'
  | 'not-utf8'
  | 'too-deep'
  | 'too-large'
  | 'unsupported-language'
  | 'other';

/** A front matter that was recognised: opener, YAML, closer. */
export interface FrontMatter {
  /** The three dashes that open it. */
  readonly opener: Span;
  /** The YAML between the dashes, trimmed as the generator trims it. */
  readonly yaml: Span;
  /** The three dashes that close it. */
  readonly closer: Span;
  /**
   * The top level's entries in source order, as many as can be read when there is a problem. An entry with a mistake
   * in its value has what is written on its line as a text.
   */
  readonly fields: readonly Field[];
  /** What the generator puts on the page, or undefined when its parser throws. Usually a map; may be anything. */
  readonly data: Value | undefined;
  /** The first mistake, at which the generator's parser stops; undefined when there is none. */
  readonly problem: YamlProblem | undefined;
}

/** One post as its text says it, without any knowledge of the site. */
export interface Post {
  readonly path: SitePath;
  readonly text: string;
  /** Undefined when the generator sees no front matter, whatever the text looks like. */
  readonly frontMatter: FrontMatter | undefined;
  /** The text after the front matter, as the generator takes it (left-trimmed); the whole text when there is none. */
  readonly body: Span;
  /**
   * What of the body reaches the page. Jigsaw splits a body once more before it renders it, so that a body which
   * starts with `---` loses what stands before the next one, or kills the build if that is no YAML.
   */
  readonly rendered: { readonly body: Span; readonly problem: YamlProblem | undefined };
}
