import type { PreviewDocument, Settings } from '../../protocol/messages.ts';
import type { Lines } from '../lines.ts';

/** What every look is told besides the post. */
export interface LookContext {
  readonly settings: Settings;
  /** Addresses of pictures that the browser could not load. */
  readonly failed: ReadonlySet<string>;
}

/** A look while it is the chosen one. */
export interface OpenLook {
  /** Where the post's lines are; undefined for a look that doesn't flow like the source: then nothing scrolls along. */
  readonly lines: Lines | undefined;
  /** Shows the post as it is now. A document of another look is left alone. */
  show(document: PreviewDocument, context: LookContext): void;
  /** Lets go of what lives outside its place, which is emptied for it. */
  close?(): void;
}

/** One way to show a post: opened in an empty place of the page, which is its own until it is closed. */
export type Look = (place: HTMLElement) => OpenLook;
