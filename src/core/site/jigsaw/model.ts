import type { Value } from '../../post/value.ts';
import type { Message } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import type { Known } from '../unknown.ts';

/** `config.php` merged with `config.<env>.php`, read without running PHP (Jigsaw: `File/ConfigFile.php`). */
export interface JigsawConfig {
  /** Folder of the content, usually `source` (`build.source`). */
  readonly source: SitePath;
  /** Folder of the views, usually the same (`build.views`). */
  readonly views: SitePath;
  /** Folder that the build writes, such as `build_local` (`build.destination`). */
  readonly destination: Known<SitePath>;
  /** Whether Markdown is League CommonMark's instead of Michelf's MarkdownExtra. */
  readonly commonmark: Known<boolean>;
  /** The collections in order, or unknown when they are computed. */
  readonly collections: Known<readonly Collection[]>;
  /** Other top-level items: page defaults such as `extends`, `title`. Closures and computed values are unknown. */
  readonly defaults: ReadonlyMap<string, Known<Value>>;
  /** Whether the top level itself is fully known: false if it is computed, so that `defaults` may lack items. */
  readonly complete: boolean;
  /** Mistakes that stop PHP from reading a config file. */
  readonly problems: readonly ConfigProblem[];
}

export interface ConfigProblem {
  readonly path: SitePath;
  readonly span: Span;
  readonly message: Message;
}

/** One collection (Jigsaw: `Loaders/CollectionDataLoader.php`). */
export interface Collection {
  readonly name: string;
  /** `<source>/_<name>`. */
  readonly folder: SitePath;
  /** The path pattern; undefined when none is set. A closure is unknown; a map of template → pattern is a map. */
  readonly path: Known<string | ReadonlyMap<string, Known<string>> | undefined>;
  /** Whether paths are transliterated to ASCII; Jigsaw's default is yes. */
  readonly transliterate: Known<boolean>;
  /** Every other item: defaults of its posts' fields, and helpers (which are unknown). */
  readonly defaults: ReadonlyMap<string, Known<Value>>;
  /** A `filter` may drop posts, a `map` may change them. */
  readonly filter: boolean;
  readonly map: boolean;
  /** Remote `items`: posts that are no files. */
  readonly items: boolean;
}

/** What one Blade view says of its place among the others. */
export interface BladeView {
  readonly path: SitePath;
  readonly extends: BladeName | undefined;
  readonly includes: readonly (BladeName & { readonly optional: boolean })[];
  /** `@yield('x')`, and `@section('x') … @show`. */
  readonly yields: readonly BladeName[];
  /** `@section('x') … @endsection` and its kin: what this view fills in of its own parent. */
  readonly sections: readonly BladeName[];
  /** `@hasSection`, `@sectionMissing`: asks for a section without printing it. */
  readonly asks: readonly BladeName[];
  /** Whether something here can't be read statically (a computed `@extends` or `@include` …). */
  readonly computed: boolean;
}

/** A name in a directive. `name` is unknown when it is computed; the span covers the name without its quotes. */
export interface BladeName {
  readonly name: Known<string>;
  readonly span: Span;
}

/** The views that a post passes through, from its own layout to the outermost. */
export interface LayoutChain {
  readonly views: readonly BladeView[];
  /** A name in the chain that no file has: the build says `View [x] not found`. */
  readonly missing: { readonly name: string; readonly from: SitePath | undefined } | undefined;
  /** Whether a view extends itself, directly or by others. */
  readonly circular: boolean;
  /** Where each section that a post may fill is printed. */
  readonly fillable: ReadonlyMap<string, SectionPlace>;
  /** Sections that a view of the chain defines itself: a post that fills one replaces that block. */
  readonly defined: ReadonlyMap<string, SectionPlace>;
  /** Why more sections than these may be fillable, if so. */
  readonly unknown: readonly Message[];
}

export interface SectionPlace {
  readonly view: SitePath;
  readonly span: Span;
}

/** One file that a post becomes. */
export interface Output {
  /** POSIX path below the destination, such as `blog/my-post/index.html`. */
  readonly path: string;
  /** What `$page->getUrl()` gives without `baseUrl`: starts with a slash. */
  readonly url: string;
}
