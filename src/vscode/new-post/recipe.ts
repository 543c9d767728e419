import * as vscode from 'vscode';
import { type Draft, withLineEnds } from '../../core/compose/draft.ts';
import { authorFor, lastPost } from '../../core/compose/last-post.ts';
import { composePost } from '../../core/compose/new-post.ts';
import { fillTemplate, TEMPLATE_FOLDER, type TemplateProblem } from '../../core/compose/template.ts';
import { writeDate } from '../../core/fields/date-form.ts';
import { join } from '../../core/site/files.ts';
import { slug } from '../../core/site/jigsaw/slug.ts';
import { habitsIn } from '../../core/site/site.ts';
import { eolOf } from '../../core/text/eol.ts';
import { toRange, toText } from '../convert.ts';
import { Disk } from '../sites/disk.ts';
import type { Place } from './place.ts';
import { gitUser } from './writer.ts';

type Recipe = (title: string) => Draft;

/**
 * How a new post is made: like the collection's other posts, or from one of the site's templates where it has any.
 * @returns undefined when the writer cancelled, or when the template has a mistake, which is shown then.
 */
export async function blankOrTemplate(
  place: Place,
  heading: string,
  body: string,
): Promise<Recipe | undefined> {
  const { folder, collection } = place;
  const [names, writer] = await Promise.all([templateNames(place), gitUser(folder.root)]);
  const blank: Recipe = (title) => {
    const { site } = folder;
    const draft = composePost({ site, collection, title, writer, body, now: Date.now() });
    return withLineEnds(draft, eolOf(lastPost(site, collection)?.text ?? ''));
  };
  if (names.length === 0) return blank;
  const own = { label: vscode.l10n.t('Like my other posts'), name: undefined };
  const templates = names.map((name) => ({
    label: name.replace(/\.[^.]+$/, ''),
    description: `${TEMPLATE_FOLDER}/${name}`,
    name,
  }));
  const picked = await vscode.window.showQuickPick([own, ...templates], {
    title: heading,
    placeHolder: vscode.l10n.t('From which template?'),
  });
  if (!picked) return undefined;
  return picked.name === undefined ? blank : await fromTemplate(place, picked.name, writer, body);
}

async function templateNames({ folder }: Place): Promise<readonly string[]> {
  const entries = await new Disk(folder.root).entries(TEMPLATE_FOLDER);
  return entries
    .filter(({ kind, name }) => kind === 'file' && /\.(?:md|markdown|mdown)$/.test(name))
    .map(({ name }) => name)
    .sort();
}

async function fromTemplate(
  { folder, collection }: Place,
  name: string,
  writer: string | undefined,
  body: string,
): Promise<Recipe | undefined> {
  const { site, root } = folder;
  const path = join(TEMPLATE_FOLDER, name);
  const text = ((await new Disk(root).read(path)) ?? '').replace(/^\uFEFF/, '');
  const fill = (title: string) =>
    fillTemplate(
      text,
      {
        title,
        body,
        slug: slug(title),
        date: writeDate(Date.now(), habitsIn(site, collection?.name).dateForm ?? 'time'),
        author: authorFor({ site, collection, writer }) ?? '',
      },
      site.jigsaw ? 'jigsaw' : 'generic',
    );
  const { problem } = fill('');
  if (problem) {
    await show(folder.uriOf(path), problem);
    return undefined;
  }
  return (title) => {
    const filled = fill(title);
    return filled.problem ? [text] : withLineEnds(filled.draft, eolOf(text));
  };
}

/** Opens the template where its mistake is, and says what is wrong. */
async function show(uri: vscode.Uri, { span, message }: TemplateProblem): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = toRange(document, span);
  await vscode.window.showTextDocument(document, { selection });
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The template has a mistake, so no post was made. {0}', toText(message)),
  );
}
