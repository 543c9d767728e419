import { type DateForm, writeDate } from '../fields/date-form.ts';
import { knownField } from '../fields/known-fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import { fileName } from '../site/file-index.ts';
import { message } from '../text/message.ts';
import { slice, span } from '../text/span.ts';
import { fittingImages, toChoice } from './complete-images.ts';
import { completeNames } from './complete-names.ts';
import type { Completion, Completions } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { describeMoment, type Reader } from './date-in-words.ts';
import { constraintOf } from './field-constraint.ts';
import { postCount } from './post-count.ts';
import { proposePlain, proposeText } from './propose.ts';
import { sectionsOf } from './sections.ts';

type ValueCursor = Cursor & { readonly kind: 'value' };

/** What the value of a field may be, or the one of its values that the place is in. */
export function completeValues(
  context: RuleContext,
  cursor: ValueCursor,
  offset: number,
  reader: Reader,
): Completions {
  const { key } = cursor;
  const constraint = constraintOf(context, key);
  const holds = context.site?.config.imageFields.includes(key) ? 'image' : knownField(key)?.holds;
  if (holds === 'image') return images(context, cursor, offset);
  return { items: choices(), isIncomplete: false };

  function choices(): readonly Completion[] {
    if (constraint?.enum) return completeNames(context, cursor, offset);
    switch (constraint?.type ?? holds) {
      case 'layout':
        return layouts(context, cursor);
      case 'section':
        return sections(context, cursor);
      case 'date':
        return dates(context, cursor, reader);
      case 'boolean':
        return ['true', 'false'].flatMap((label) => proposePlain({ label, kind: 'value' }, cursor));
      default:
        return completeNames(context, cursor, offset);
    }
  }
}

/** The site's layouts, those that this collection's posts use first. */
function layouts({ site, habits }: RuleContext, cursor: ValueCursor): readonly Completion[] {
  const names = site?.jigsaw?.layoutNames ?? [];
  const counts = habits?.fields.get(cursor.key)?.values;
  const count = (name: string) => counts?.get(name) ?? 0;
  return [...names]
    .sort((a, b) => count(b) - count(a))
    .map((label) => {
      const detail = count(label) > 0 ? postCount(count(label)) : message('layout');
      return proposeText({ label, kind: 'layout', detail }, cursor);
    });
}

/** The sections of the post's layouts. One that a layout fills itself comes last: it is rarely what is meant. */
function sections({ placement }: RuleContext, cursor: ValueCursor): readonly Completion[] {
  const found = sectionsOf(placement?.layouts ?? []);
  return found.map(({ name, place, isDefined }) => {
    const view = fileName(place.view);
    const detail = isDefined ? message('replaces what {0} puts there', view) : message('in {0}', view);
    return proposeText({ label: name, kind: 'section', detail }, cursor);
  });
}

const DAY = 86_400_000;

/** Now in the form that this site's posts have, today and tomorrow: the days of UTC, by which the build goes. */
function dates({ habits, now }: RuleContext, cursor: ValueCursor, reader: Reader): readonly Completion[] {
  const form = habits?.dateForm ?? 'time';
  const day: DateForm = form === 'unix' ? 'unix' : 'day';
  const midnight = Math.floor(now / DAY) * DAY;
  const moment = { at: now, form: form === 'day' ? 'time' : form, detail: message('now') } as const;
  const days = [
    { at: midnight, form: day, detail: message('today') },
    { at: midnight + DAY, form: day, detail: message('tomorrow') },
  ];
  return (form === 'day' ? [...days, moment] : [moment, ...days]).flatMap(({ at, form, detail }) => {
    const documentation = describeMoment(at, reader);
    const label = writeDate(at, form);
    return proposePlain({ label, kind: 'date', detail, ...(documentation && { documentation }) }, cursor);
  });
}

function images({ site, post, placement }: RuleContext, cursor: ValueCursor, offset: number): Completions {
  if (!site) return { items: [], isIncomplete: false };
  const written = slice(post.text, span(cursor.word.start, offset));
  const { images, areAll } = fittingImages(site, written, placement?.outputPath);
  const items = images.map((image) => {
    // A closing quote behind a folder would have to be taken away again.
    const slot = image.path === undefined ? { ...cursor, isOpen: false } : cursor;
    return proposeText({ ...toChoice(image), text: image.text }, slot);
  });
  return { items, isIncomplete: !areAll };
}
