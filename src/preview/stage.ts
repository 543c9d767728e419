import type { LookName, PreviewDocument } from '../protocol/messages.ts';
import type { Lines } from './lines.ts';
import type { LookContext, OpenLook } from './looks/look.ts';
import { looks } from './looks/looks.ts';

/** The part of the page below the toolbar, in which one look at a time shows the post. */
export class Stage {
  readonly place = document.createElement('div');
  #open: { readonly name: LookName; readonly look: OpenLook } | undefined;

  constructor() {
    this.place.className = 'cd-stage';
    document.body.append(this.place);
  }

  /** Where the post's lines are in the look that is open. */
  get lines(): Lines | undefined {
    return this.#open?.look.lines;
  }

  /** Shows a document in the look that it was made for. */
  show(document: PreviewDocument, context: LookContext): void {
    const name = document.content.look;
    if (this.#open?.name !== name) {
      this.#open?.look.close?.();
      this.place.replaceChildren();
      this.#open = { name, look: looks[name](this.place) };
    }
    this.#open.look.show(document, context);
  }
}
