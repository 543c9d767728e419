import type { LookName } from '../../protocol/messages.ts';
import { buildArticle } from './article.ts';
import { buildCards } from './cards.ts';
import type { Look } from './look.ts';
import { patched } from './patched.ts';
import { site } from './site.ts';

/** Every look of the page. */
export const looks: Readonly<Record<LookName, Look>> = {
  site,
  article: patched('article', buildArticle, { flows: true }),
  cards: patched('cards', buildCards, { flows: false }),
};
