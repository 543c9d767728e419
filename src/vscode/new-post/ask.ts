import * as vscode from 'vscode';
import { type Draft, textOf } from '../../core/compose/draft.ts';
import { lossOf, nameFor } from '../../core/compose/file-naming.ts';
import { freePath, type PostTarget, targetOf } from '../../core/compose/post-target.ts';
import { fileNameFor } from '../../core/compose/typed-name.ts';
import { fileName } from '../../core/site/file-index.ts';
import { join, type SitePath } from '../../core/site/files.ts';
import { mistakeInName } from '../file-name.ts';
import { collisionOf, whereabouts } from '../whereabouts.ts';
import type { Place } from './place.ts';

export interface PostRequest {
  /** What the writer is doing, as the dialogue's title. */
  readonly heading: string;
  /** The title that is proposed; may be empty. */
  readonly title: string;
  /** The post with this title. */
  readonly compose: (title: string) => Draft;
  /** The file of the post with this title, where the title doesn't say it. */
  readonly pathFor?: (title: string) => SitePath | undefined;
  /** The file's extension, where it isn't the collection's usual one. */
  readonly extension?: string | undefined;
}

export interface PostAnswer {
  readonly path: SitePath;
  readonly draft: Draft;
}

/** What one step of the dialogue came to; undefined when the writer cancelled. */
type Answer = { readonly value: string; readonly next: 'create' | 'file' | 'back' } | undefined;

/**
 * Asks for the title, and shows while one types which file and address the post will have. Only when that is taken, or
 * on a click on the pencil, it asks for the file's name too.
 * @returns undefined when the writer cancelled.
 */
export async function askForPost(place: Place, request: PostRequest): Promise<PostAnswer | undefined> {
  for (let title = request.title; ; ) {
    const titled = await askForTitle(place, request, title);
    if (!titled) return undefined;
    title = titled.value.trim();
    if (titled.next === 'create') return answer(pathFor(place, request, title), request, title);
    const named = await askForFile(place, request, title);
    if (!named) return undefined;
    const path = join(place.directory, fileNameFor(named.value, extensionFor(place, request)));
    if (named.next === 'create') return answer(path, request, title);
  }
}

function answer(path: SitePath, { compose }: PostRequest, title: string): PostAnswer {
  return { path, draft: compose(title) };
}

function pathFor(place: Place, request: PostRequest, title: string): SitePath {
  const { directory, naming } = place;
  const name = nameFor(title, naming, Date.now()) + extensionFor(place, request);
  return request.pathFor?.(title) ?? join(directory, name);
}

function extensionFor({ naming }: Place, { extension }: PostRequest): string {
  return extension ?? naming.extension;
}

function lookAt({ folder }: Place, { compose }: PostRequest, path: SitePath, title: string): PostTarget {
  return targetOf(folder.site, path, textOf(compose(title)));
}

function askForTitle(place: Place, request: PostRequest, title: string): Promise<Answer> {
  const input = vscode.window.createInputBox();
  const pencil: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('edit'),
    tooltip: vscode.l10n.t('Choose the File Name'),
  };
  input.placeholder = vscode.l10n.t('The headline of the post');
  input.buttons = [pencil];
  const start = vscode.l10n.t('The headline of the post. You can change it later.');
  let taken = false;
  return ask(input, request.heading, title, {
    look: (value) => {
      const written = value.trim();
      taken = false;
      if (written === '') return { prompt: start };
      const target = lookAt(place, request, pathFor(place, request, written), written);
      const collision = collisionOf(target);
      taken = collision !== undefined;
      const message = collision && vscode.l10n.t('{0} Press Enter to choose another file name.', collision);
      const lost = request.pathFor?.(written) ? undefined : lossIn(written, place);
      const problem = message
        ? { message, severity: WARNING }
        : lost && { message: lost, severity: vscode.InputBoxValidationSeverity.Info };
      return { prompt: whereabouts(target), problem };
    },
    accept: (value) => {
      if (value.trim() === '') return { problem: vscode.l10n.t('Write a title.') };
      return { next: taken ? 'file' : 'create' };
    },
    press: () => (input.value.trim() === '' ? undefined : 'file'),
  });
}

/** What the writer should know of a file name that can't be that of its title. */
function lossIn(title: string, { naming }: Place): string | undefined {
  const loss = lossOf(title, naming);
  if (loss === undefined) return undefined;
  return loss === 'all'
    ? vscode.l10n.t('No letter of this title can be part of a file name. The pencil lets you choose one.')
    : vscode.l10n.t('This title is too long for a file name, so its end is left out there.');
}

function askForFile(place: Place, request: PostRequest, title: string): Promise<Answer> {
  const { naming, directory, folder } = place;
  const extension = extensionFor(place, request);
  const proposal =
    request.pathFor?.(title) ??
    freePath(folder.site, directory, nameFor(title, naming, Date.now()), extension);
  const input = vscode.window.createInputBox();
  input.buttons = [vscode.QuickInputButtons.Back];
  input.valueSelection = [0, fileName(proposal).length - extension.length];
  let blocked: string | undefined;
  return ask(input, request.heading, fileName(proposal), {
    look: (value) => {
      const name = fileNameFor(value, extension);
      blocked = mistakeInName(name);
      if (blocked !== undefined) return { prompt: '', problem: { message: blocked, severity: ERROR } };
      const target = lookAt(place, request, join(directory, name), title);
      const collision = collisionOf(target);
      if (target.sameFile !== undefined) blocked = collision;
      const severity = target.sameFile === undefined ? WARNING : ERROR;
      return { prompt: whereabouts(target), problem: collision && { message: collision, severity } };
    },
    accept: () => (blocked === undefined ? { next: 'create' } : { problem: blocked }),
    press: () => 'back',
  });
}

const { Error: ERROR, Warning: WARNING } = vscode.InputBoxValidationSeverity;

interface Step {
  /** What is said of a value while it is typed. */
  look(value: string): {
    readonly prompt: string;
    readonly problem?: vscode.InputBoxValidationMessage | '' | undefined;
  };
  /** What Enter does, or why it does nothing. */
  accept(value: string): { readonly next: 'create' | 'file' } | { readonly problem: string };
  /** What the button does. */
  press(): 'file' | 'back' | undefined;
}

function ask(input: vscode.InputBox, heading: string, value: string, step: Step): Promise<Answer> {
  const look = () => {
    const { prompt, problem } = step.look(input.value);
    input.prompt = prompt;
    input.validationMessage = problem || undefined;
  };
  input.title = heading;
  input.value = value;
  input.ignoreFocusOut = true;
  look();
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidChangeValue(look);
    input.onDidHide(() => finish(undefined));
    input.onDidTriggerButton(() => {
      const next = step.press();
      if (next) finish({ value: input.value, next });
    });
    input.onDidAccept(() => {
      // What happened on the disk since the last key counts, too.
      look();
      const outcome = step.accept(input.value);
      if ('next' in outcome) finish({ value: input.value, next: outcome.next });
      else input.validationMessage = { message: outcome.problem, severity: ERROR };
    });
    input.show();
  });
}
