import type { Value } from '../../post/value.ts';
import type { Message } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import type { SitePath } from '../files.ts';
import type { Known } from '../unknown.ts';
import type { PhpFunction, Place } from './php/php-value.ts';

export type { PhpFunction, Place };

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
  /** Whether addresses end in a folder: `about/index.html` instead of `about.html` (`pretty`, on unless false). */
  readonly pretty: Known<boolean>;
  /** Whether `getUrl()` ends in a slash (`trailing_slash`). */
  readonly trailingSlash: Known<boolean>;
  /** Folders of view namespaces (`viewHintPaths`), relative to the site's root. */
  readonly viewHints: Known<ReadonlyMap<string, readonly string[]>>;
  /** Other top-level items: page defaults such as `extends`, `title`. Closures and computed values are unknown. */
  readonly defaults: ReadonlyMap<string, Known<Value>>;
  /** Top-level closures, by name: what a template calls as `$page->getDate()`. */
  readonly helpers: ReadonlyMap<string, PhpFunction>;
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
  /** Where its name stands in the config. */
  readonly place: Place | undefined;
  /** The path pattern; undefined when none is set. A closure is unknown; a map of template → pattern is a map. */
  readonly path: Known<string | ReadonlyMap<string, Known<string>> | undefined>;
  /** Whether paths are transliterated to ASCII; Jigsaw's default is yes. */
  readonly transliterate: Known<boolean>;
  /** Every other item: defaults of its posts' fields, and helpers (which are unknown). */
  readonly defaults: ReadonlyMap<string, Known<Value>>;
  /** Its closures, by name; `path`, `filter`, `map` and `items` too where they are closures. */
  readonly helpers: ReadonlyMap<string, PhpFunction>;
  /** Whether `defaults` is complete: false if the settings are partly computed. */
  readonly complete: boolean;
  /** Whether each Markdown post is also written as a `.md` file (`output_markdown`). */
  readonly outputMarkdown: Known<boolean>;
  /** The fields that it is sorted by, such as `-date`: a name or a list of names; undefined for the file names. */
  readonly sort: Known<Value | undefined>;
  /** How many items a page of its lists has, and what stands before the page's number in the address. */
  readonly perPage: Known<Value | undefined>;
  readonly prefix: Known<Value | undefined>;
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
  /** What it does to sections, in order. */
  readonly steps: readonly BladeStep[];
  /** What it extends: for each `@extends` its name, for `@extendsFirst` the names of which the first that exists counts. */
  readonly parents: readonly (readonly BladeName[])[];
  /** Whether something here can't be read statically (a computed `@extends` or `@include` …). */
  readonly computed: boolean;
}

/** One thing that a view does to sections while it is rendered. */
export type BladeStep =
  | { readonly kind: 'yield'; readonly name: BladeName }
  /** `@section('x')`, ended by the next `stop` of its level. */
  | { readonly kind: 'start'; readonly name: BladeName }
  | { readonly kind: 'stop'; readonly how: 'stop' | 'show' | 'append' | 'overwrite' }
  /** `@section('x', 'text')`. */
  | { readonly kind: 'inline'; readonly name: BladeName }
  | { readonly kind: 'parent' }
  /**
   * `@include` and its kin, and components. `always`: the build fails without the view; `if-there`: it doesn't;
   * `first`: one of the names must exist; `maybe`: only when a condition holds; `component`: a class may stand in.
   */
  | {
      readonly kind: 'include';
      readonly names: readonly BladeName[];
      readonly need: 'always' | 'if-there' | 'first' | 'maybe' | 'component';
    }
  /** The start of a part that may happen never or often, and for `@hasSection` what it depends on. */
  | {
      readonly kind: 'open';
      readonly asks: { readonly name: BladeName; readonly missing: boolean } | undefined;
    }
  | { readonly kind: 'else' }
  | { readonly kind: 'close' }
  /** Prints the post's body whatever its section: `$page->getContent()`. */
  | { readonly kind: 'content'; readonly span: Span };

/** A name in a directive. `name` is unknown when it is computed; the span covers the name without its quotes. */
export interface BladeName {
  readonly name: Known<string>;
  readonly span: Span;
}

/** The views that a post passes through, from its own layout to the outermost. */
export interface LayoutChain {
  readonly views: readonly BladeView[];
  /** Every view that may take part: the chain, its includes and components, and their own parents. */
  readonly reached: readonly BladeView[];
  /** A view that is needed and not there; `error` is what the build says. */
  readonly missing:
    | { readonly name: string; readonly from: SitePath | undefined; readonly error: string }
    | undefined;
  /** Whether a view extends or includes itself, directly or by others, so that the build never ends. */
  readonly circular: boolean;
  /** Where each section that a post may fill is printed. */
  readonly fillable: ReadonlyMap<string, SectionPlace>;
  /** Where the body is printed whatever its section (`$page->getContent()`), if anywhere. */
  readonly printsContent: SectionPlace | undefined;
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
