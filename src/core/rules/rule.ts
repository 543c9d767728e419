import type { Post } from '../post/post.ts';
import type { Reference } from '../post/references.ts';
import type { SitePath } from '../site/files.ts';
import type { Habits } from '../site/habits.ts';
import type { BuildError } from '../site/jigsaw/dry-run/dry-run.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import type { Placement } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import type { Message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { PlacedReference } from './context.ts';
import type { Silence } from './silence.ts';

/**
 * How loud a problem is. Error: the build dies, the page or its text is lost, the reader meets something broken, or a
 * required field is missing. Warning: very likely not what the writer meant. Information: advice.
 */
export type Severity = 'error' | 'warning' | 'information';

/** What becomes of the real site if nobody acts. */
export type Effect = 'build-fails' | 'post-lost' | 'reader-sees' | 'advice';

/** `area/what-is-wrong`; also the path of its page in `docs/rules/`. */
export type RuleId = `${string}/${string}`;

export interface RuleMeta {
  readonly id: RuleId;
  /** One line for lists and for the JSON schema. */
  readonly summary: string;
  readonly severity: Severity;
  readonly effect: Effect;
  /** Whether it is about the file and not its text, so that it also speaks where the build leaves the file out. */
  readonly aboutFile?: true;
}

/** A rule is synchronous over one immutable snapshot; what it cannot know it does not say. */
export interface Rule {
  readonly meta: RuleMeta;
  check(context: RuleContext): Iterable<Finding>;
}

/** What a rule may look at. Everything is computed once for a post, when the first rule asks for it. */
export interface RuleContext {
  readonly post: Post;
  /** The site that the post belongs to; undefined for a lone file. */
  readonly site: Site | undefined;
  /** Where the post stands in the site: collection, layout, section, addresses. Undefined for a lone file. */
  readonly placement: Placement | undefined;
  /** Every address in the body, in order. */
  readonly references: readonly Reference[];
  /** What would be images and links in the body if their addresses had no spaces. */
  readonly spacedAddresses: readonly Reference[];
  /** The images of the body and of the front matter with what their addresses lead to. */
  readonly images: readonly PlacedReference[];
  /** All other addresses of the body with what they lead to: links, films, scripts. */
  readonly links: readonly PlacedReference[];
  /** What the site's own code would surely die of because of this post; empty where that can't be told. */
  readonly buildErrors: readonly BuildError[];
  /** What the posts of this post's collection agree on; undefined for a lone file. */
  readonly habits: Habits | undefined;
  /** The items of another collection, by their files' names without extension. The post is judged anew with them. */
  itemsOf(collection: Collection): ReadonlyMap<string, Post>;
  /** What the post asks to be silent about. */
  readonly silence: Silence;
  /** The moment of the check, in milliseconds since 1970. */
  readonly now: number;
}

/** Something wrong at one place. Severity and effect are the rule's own unless they are given. */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  readonly severity?: Severity;
  readonly effect?: Effect;
  /** Ways to fix it: at least one. Worked out when somebody asks, as a whole site's would take long. */
  readonly fixes?: () => readonly Fix[];
}

/** A way to fix a finding, chosen by the writer. */
export interface Fix {
  readonly title: Message;
  /** Changes of the post itself. */
  readonly edits: readonly TextEdit[];
  /** What only the writer can type, where the fix leads to it. */
  readonly blank?: Blank;
  /** Changes of other files of the site. */
  readonly files?: readonly FileChange[];
  /** Files that must lie elsewhere for the edits to be right. */
  readonly moves?: readonly FileMove[];
  /** Whether it is the one to take when the writer asks for "the" fix. */
  readonly preferred?: boolean;
  /** What the writer is asked first, where it holds for other posts, too. */
  readonly confirmation?: Confirmation;
}

/** A place to type at: `span` gets what stands around it, and the cursor goes between. */
export interface Blank {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** A question before something is done. */
export interface Confirmation {
  readonly question: Message;
  /** What is written where, and for whom it holds. */
  readonly detail: Message;
  /** The button that does it. */
  readonly go: Message;
}

/** A file's bytes at another place of the site, where no file is yet. */
export interface FileMove {
  readonly from: SitePath;
  readonly to: SitePath;
  /** Whether it stays where it was, too: others than posts may need it there. */
  readonly keeps: boolean;
}

/** A change of another file, worked out from its text of the moment when the writer chooses the fix. */
export interface FileChange {
  readonly path: SitePath;
  /**
   * The edits of the file's text, or of an empty one where there is no such file (undefined), which is made then.
   * @returns undefined when that text can't be changed: then nothing of the fix is done.
   */
  readonly edit: (text: string | undefined) => readonly TextEdit[] | undefined;
}

/** A finding with its rule: what shells show. */
export interface Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly span: Span;
  readonly message: Message;
  readonly fixes: (() => readonly Fix[]) | undefined;
}
