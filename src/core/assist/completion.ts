import { requiredFields } from '../config/copydesk-config.ts';
import { writeText } from '../compose/write-value.ts';
import { writeDate } from '../fields/date-form.ts';
import { KNOWN_FIELDS, knownField } from '../fields/known-fields.ts';
import { imageAddresses } from '../site/image-place.ts';
import { fieldOf } from '../post/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import { isKnown } from '../site/unknown.ts';
import { type Message, message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { type Cursor, cursorAt } from './cursor.ts';

/** One proposal for the place where the writer is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'layout' | 'section' | 'value' | 'image' | 'date';
  /** What choosing it writes, in the place of `replace`. */
  readonly text: string;
  readonly replace: Span;
  /** A word or two beside the label. */
  readonly detail?: Message;
  /** A sentence on what it does. */
  readonly documentation?: Message;
  /** Whether a value is to be chosen next. */
  readonly goesOn?: boolean;
}

/** Everything that could stand at a place of the front matter, the best first; nothing anywhere else. */
export function completionsAt(context: RuleContext, offset: number): readonly Completion[] {
  const cursor = cursorAt(context.post, offset);
  if (!cursor) return [];
  return cursor.kind === 'key' ? keys(context, cursor) : values(context, cursor);
}

function keys(context: RuleContext, { word, hasColon }: Cursor & { kind: 'key' }): Completion[] {
  const { post, placement, site, habits } = context;
  const required = placement?.isPost && site ? requiredFields(site.config, placement.collectionName) : [];
  const used = [...(habits?.fields ?? [])].filter(([, { count }]) => count > 1 || (habits?.posts ?? 0) < 5);
  const names = new Set([...required, ...used.map(([key]) => key), ...KNOWN_FIELDS.map(({ key }) => key)]);
  const free = [...names].filter((key) => {
    const field = fieldOf(post, key);
    return !field || field.keySpan.start === word.start;
  });
  return free.map((key) => {
    const known = knownField(key);
    return {
      label: key,
      kind: 'field',
      text: hasColon ? key : `${key}: `,
      replace: word,
      ...(required.includes(key) && { detail: message('required') }),
      ...(known && { documentation: known.description }),
      goesOn: !hasColon && known !== undefined && known.holds !== 'text',
    };
  });
}

function values(context: RuleContext, cursor: Cursor & { kind: 'value' }): Completion[] {
  const { key, word, inList } = cursor;
  const { site, placement, habits } = context;
  const item = (kind: Completion['kind'], label: string, detail?: Message): Completion => ({
    label,
    kind,
    text: kind === 'value' ? writeText(label) : label,
    replace: word,
    ...(detail && { detail }),
  });
  switch (knownField(key)?.holds) {
    case 'layout':
      return (site?.jigsaw?.layoutNames ?? []).map((name) => item('layout', name, message('layout')));
    case 'section': {
      const sections = (placement?.layouts ?? []).flatMap(({ chain }) =>
        isKnown(chain) ? [...chain.fillable].map(([name, { view }]) => ({ name, view })) : [],
      );
      return sections.map(({ name, view }) => item('section', name, message('in {0}', view)));
    }
    case 'date': {
      const forms = new Set([habits?.dateForm ?? 'time', 'time', 'day'] as const);
      return [...forms].map((form) => item('date', writeDate(context.now, form), message('now')));
    }
    case 'boolean':
      return [item('value', 'true'), item('value', 'false')].map((each) => ({ ...each, text: each.label }));
    case 'image':
      return site ? imageAddresses(site).map((address) => item('image', address)) : [];
    default: {
      const known = [...(habits?.fields.get(key)?.values ?? [])];
      const several = known.filter(([, count]) => count > 1 || inList || key === 'author');
      return several.map(([name, count]) => item('value', name, message('{0} posts', count)));
    }
  }
}
