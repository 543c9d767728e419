import type { Content } from '../../protocol/content.ts';
import { element } from '../element.ts';
import { Lines } from '../lines.ts';
import { patch } from '../patch.ts';
import type { Look, LookContext } from './look.ts';

type ContentOf<Name extends Content['look']> = Extract<Content, { look: Name }>;

interface PatchedOptions {
  /** Whether the look's text flows like the source, so that page and editor scroll along with each other. */
  readonly flows: boolean;
}

/** A look that builds its whole page for each document, and changes the one that is seen only where it differs. */
export function patched<Name extends Content['look']>(
  name: Name,
  build: (content: ContentOf<Name>, context: LookContext) => HTMLElement,
  { flows }: PatchedOptions,
): Look {
  return (place) => {
    const lines = new Lines(place);
    return {
      lines: flows ? lines : undefined,
      show: ({ content, lineCount }, context) => {
        if (!isOf(content, name)) return;
        const next = element('div', {}, build(content, context));
        const done = lines.take(next, lineCount);
        patch(place, next);
        done();
      },
    };
  };
}

function isOf<Name extends Content['look']>(content: Content, name: Name): content is ContentOf<Name> {
  return content.look === name;
}
