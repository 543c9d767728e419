import { fileName } from '../../site/file-index.ts';
import type { Skipped } from '../../site/jigsaw/fate.ts';
import type { Site } from '../../site/site.ts';
import { isKnown } from '../../site/unknown.ts';
import { type Message, message } from '../../text/message.ts';
import { closest } from '../closest.ts';
import { headOf } from '../head-of.ts';
import type { Finding, Rule, Severity } from '../rule.ts';

/** Front matter in a file that Jigsaw leaves out for its name or place: no page, and no word of it. */
export const notBuilt: Rule = {
  meta: {
    id: 'file/not-built',
    summary: 'The build leaves the file out because of its name or its folder.',
    severity: 'error',
    effect: 'post-lost',
    aboutFile: true,
  },

  *check({ post, site, placement }): Iterable<Finding> {
    if (!site || !placement || !isKnown(placement.fate) || placement.fate.kind !== 'skipped') return;
    const { severity, words } = describe(placement.fate.why, post.path, site);
    yield { span: headOf(post), severity, message: words };
  },
};

interface Description {
  readonly severity: Severity;
  readonly words: Message;
}

/** Endings of copies that editors and people make; leaving those out is what one wants. */
const COPY = /(?:~|\.(?:bak|backup|copy|draft|off|old|orig|rej|save|swp|tmp|\d+))$/i;

function describe(why: Skipped, path: string, site: Site): Description {
  const name = fileName(path);
  switch (why) {
    case 'extension':
      return COPY.test(name)
        ? advice(message('`{0}` looks like a copy, and the build leaves it out.', name))
        : {
            severity: 'error',
            words: message(
              'The build leaves this post out, because only files that end in `.md`, in small letters, are posts. Rename it to `{0}`.',
              withMarkdownExtension(name),
            ),
          };
    case 'underscore-file':
      return advice(
        message(
          'The build leaves this file out, because its name starts with an underscore. To publish it, rename it to `{0}`.',
          name.replace(/^_+/, ''),
        ),
      );
    case 'underscore-folder':
      return outsideCollections(path, site);
    case 'dotfile':
    case 'system':
      return advice(message('The build leaves this file out, because it is hidden.'));
  }
}

function advice(words: Message): Description {
  return { severity: 'information', words };
}

/** `Storm.MD`, `storm.txt`, `storm.md.txt` and `storm` as `storm.md`. */
function withMarkdownExtension(name: string): string {
  const stem = name.replace(/(?<=.)(?:\.(?:md|markdown|mdown|mkdn?|mdwn|mdx|txt|text|html?|php|rst))+$/i, '');
  return `${stem}.md`;
}

/** A folder that looks like a collection's: is it a slip, or kept out on purpose? */
function outsideCollections(path: string, { jigsaw }: Site): Description {
  const below = path.slice((jigsaw?.config.source.length ?? -1) + 1);
  const [folder = ''] = below.split('/');
  if (folder === below) {
    return advice(
      message('The build leaves this file out, because its name starts with an underscore. It gets no page.'),
    );
  }
  const name = folder.slice(1);
  const names = jigsaw?.collections.map((collection) => collection.name) ?? [];
  const guess = closest(name, names);
  if (guess) {
    return {
      severity: 'error',
      words: message(
        'The build leaves this post out: `config.php` has no collection `{0}`. Did you mean the folder `_{1}`?',
        name,
        guess,
      ),
    };
  }
  return {
    severity: name === 'posts' ? 'error' : 'information',
    words: message(
      'The build leaves this file out: `config.php` has no collection `{0}`, so nothing in `{1}` becomes a page.',
      name,
      folder,
    ),
  };
}
