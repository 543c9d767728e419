import { Parser } from 'htmlparser2';

/** A piece of text between two line breaks, in the words that readers see. */
export interface TextBlock {
  readonly text: string;
  /** Whether it is part of what the post tells, and no heading, caption, item of a list or note below it. */
  readonly isProse: boolean;
}

/** Elements that stand within a line of text. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements whose text readers don't read as sentences. */
const UNREAD = new Set([
  'script',
  'style',
  'template',
  'pre',
  'textarea',
  'table',
  'noscript',
  'svg',
  'math',
]);

/** Elements whose text tells nothing by itself. */
const ASIDE = /^(?:h[1-6]|li|dt|dd|figcaption|button|label|nav|aside|footer)$/;

/** What there is to read in a piece of HTML, block by block in its order. */
export function textBlocks(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let text = '';
  let unread = 0;
  let asides = 0;
  const endBlock = () => {
    const written = text.replace(/\s+/g, ' ').trim();
    if (written !== '') blocks.push({ text: written, isProse: asides === 0 });
    text = '';
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (!INLINE.has(name)) endBlock();
      if (UNREAD.has(name)) unread += 1;
      if (ASIDE.test(name)) asides += 1;
    },
    onclosetag: (name) => {
      if (!INLINE.has(name)) endBlock();
      if (UNREAD.has(name)) unread -= 1;
      if (ASIDE.test(name)) asides -= 1;
    },
    ontext: (written) => {
      if (unread <= 0) text += written;
    },
  });
  parser.end(html);
  endBlock();
  return blocks;
}
