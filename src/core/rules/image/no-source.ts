import { defaultConfig, requiredFields } from '../../config/copydesk-config.ts';
import { isBlank } from '../../post/fields.ts';
import type { Field, Post } from '../../post/post.ts';
import type { FieldHabit } from '../../site/habits.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import { readableFields } from '../front-matter/readable.ts';
import { lineEndAt, lineStartAt, nextLineAt } from '../front-matter/yaml-lines.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';

/** An image without an address. Browsers show an empty frame, or its alternative text, or nothing. */
export const noSource: Rule = {
  meta: {
    id: 'image/no-source',
    summary: 'An image has no address.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, images, site } = context;
    for (const field of emptyFields(context)) {
      yield {
        span: field.keySpan,
        message: message(
          'No image is given here, so the post has none. Write an image’s address, or remove the line.',
        ),
        severity: 'information',
        effect: 'advice',
        fixes: () => removal(post, field),
      };
    }
    const scripts = !site?.jigsaw || site.jigsaw.code.hasScripts || /<script\b/i.test(post.text);
    for (const { reference } of images) {
      const { address, span, otherSources } = reference;
      if (address !== undefined && address.trim() !== '') continue;
      const others = otherSources?.filter((name) => scripts || !name.startsWith('data-')) ?? [];
      // `srcset` or template text gives the image its source, or a script of the site may (`data-src`).
      if (others.length > 0) continue;
      yield {
        span,
        message: message(
          'This image has no source, so readers see no image here. Give it an address, or remove the tag.',
        ),
        fixes: () => [{ title: message('Remove this image'), edits: [{ span, text: '' }] }],
      };
    }
  },
};

/** The image fields of the front matter that hold nothing, unless that is how posts are here. */
function emptyFields({ post, site, placement, habits }: RuleContext): readonly Field[] {
  const config = site?.config ?? defaultConfig;
  // An empty one that must be there is a missing one.
  const required = requiredFields(config, placement?.collectionName);
  return readableFields(post).filter(({ key, node }) => {
    if (!config.imageFields.includes(key) || required.includes(key) || !isBlank(node.value)) return false;
    return !isHabit(habits?.fields.get(key));
  });
}

/** Whether others leave a field empty, too: at least one post in ten. */
function isHabit(habit: FieldHabit | undefined): boolean {
  if (!habit) return false;
  const empty = habit.count - [...habit.values.values()].reduce((sum, count) => sum + count, 0);
  return empty > 1 && empty * 10 > habit.count;
}

/** Takes the line away that a field has to itself. */
function removal({ text, frontMatter }: Post, field: Field): readonly Fix[] {
  const { start } = field.span;
  const line = span(lineStartAt(text, start), lineEndAt(text, start));
  const isAlone = slice(text, line).trimEnd() === slice(text, field.span).trimEnd();
  if (!isAlone || frontMatter?.fields.length === 1) return [];
  return [
    {
      title: message('Remove this line'),
      edits: [{ span: span(line.start, nextLineAt(text, start)), text: '' }],
    },
  ];
}
