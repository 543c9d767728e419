import * as vscode from 'vscode';
import { type ImageForm, imageFormAt, type WrittenImage, writeImage } from '../../core/compose/new-image.ts';
import { offsetAt } from '../document-text.ts';
import { type Desk, POSTS } from '../sites/desk.ts';
import { type Image, imagesFrom, sourcesIn } from './brought-images.ts';

/** What kind of edit ours is: `editor.pasteAs.preferences` has it first, so that Markdown's own comes after it. */
const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('copydesk', 'image');

const TYPES = ['image/*', 'text/uri-list', 'files'];

/** Puts a pasted or dropped image into the site and writes its address, as the post writes images. */
export function registerInsertImage(desk: Desk): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(POSTS, new PasteImage(desk), {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: TYPES,
    }),
    vscode.languages.registerDocumentDropEditProvider(POSTS, new DropImage(desk), {
      providedDropEditKinds: [KIND],
      dropMimeTypes: TYPES,
    }),
  );
}

class PasteImage implements vscode.DocumentPasteEditProvider<ImagePaste> {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<ImagePaste[]> {
    const insertion = range && (await prepare(this.#desk, document, range.start, data, false, token));
    return range && insertion ? [new ImagePaste(insertion, document, range)] : [];
  }

  async resolveDocumentPasteEdit(edit: ImagePaste, token: vscode.CancellationToken): Promise<ImagePaste> {
    const { insertion, document, range } = edit;
    edit.additionalEdit = insertion.edit(document, range, await askForText(insertion, token));
    return edit;
  }
}

/** VS Code applies a drop as it is provided, without a resolving step, so that all is asked before. */
class DropImage implements vscode.DocumentDropEditProvider {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit[]> {
    const insertion = await prepare(this.#desk, document, position, data, true, token);
    if (!insertion) return [];
    const alt = isPreferred(document) ? await askForText(insertion, token) : undefined;
    const edit = new vscode.DocumentDropEdit('', title(), KIND);
    edit.additionalEdit = insertion.edit(document, new vscode.Range(position, position), alt);
    return [edit];
  }
}

/** Whether a drop becomes ours; where the writer prefers another, nothing is asked for an edit that won't be made. */
function isPreferred(document: vscode.TextDocument): boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const [first] = editor.get<readonly string[]>('dropIntoEditor.preferences', []);
  return first === KIND.value;
}

function title(): string {
  return vscode.l10n.t('Insert Image into the Site');
}

class ImagePaste extends vscode.DocumentPasteEdit {
  readonly insertion: Insertion;
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;

  constructor(insertion: Insertion, document: vscode.TextDocument, range: vscode.Range) {
    super('', title(), KIND);
    this.insertion = insertion;
    this.document = document;
    this.range = range;
  }
}

class Insertion {
  readonly images: readonly Image[];
  readonly #form: ImageForm;

  constructor(images: readonly Image[], form: ImageForm) {
    this.images = images;
    this.#form = form;
  }

  /** The images that get a text for readers who can't see them, by what they are called. */
  get described(): readonly string[] {
    return this.#form === 'address' ? [] : this.images.map(({ address }) => address);
  }

  /**
   * The files that are made, of which none is ever overwritten, and then the text. It goes with them, as VS Code would
   * write a text of its own before the files, and takes no snippet from the resolving step of a paste.
   * @param alt the text for readers who can’t see the image; undefined leaves a place to type one.
   */
  edit(document: vscode.TextDocument, range: vscode.Range, alt: string | undefined): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    for (const { made } of this.images) {
      if (made) edit.createFile(made.uri, { overwrite: false, ignoreIfExists: false, contents: made.bytes });
    }
    edit.set(document.uri, [vscode.SnippetTextEdit.replace(range, this.#snippet(alt))]);
    return edit;
  }

  #snippet(alt: string | undefined): vscode.SnippetString {
    const snippet = new vscode.SnippetString();
    this.images.forEach(({ address, facts }, index) => {
      if (index > 0) snippet.appendText('\n\n');
      const written: WrittenImage = writeImage(this.#form, address, alt ?? '', facts);
      snippet.appendText(written.before);
      if (written.alt !== undefined) {
        if (alt === undefined) snippet.appendPlaceholder('');
        else snippet.appendText(written.alt);
      }
      snippet.appendText(written.after);
    });
    return snippet;
  }
}

/** Asks what an image shows. Of several each gets a place to type it in. @returns undefined when nothing was said */
async function askForText(
  { described }: Insertion,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const [address] = described;
  if (address === undefined || described.length > 1) return undefined;
  const prompt = vscode.l10n.t(
    'What does the image show? Readers who can’t see it are told this; you can also write it later, in the text.',
  );
  return await vscode.window.showInputBox(
    {
      title: vscode.l10n.t('Insert {0}', address.replace(/^.*\//, '')),
      prompt,
      placeHolder: vscode.l10n.t('Two boats at the quay in the morning'),
      ignoreFocusOut: true,
    },
    token,
  );
}

/** The images among what is pasted or dropped, and how they are written at this place; undefined where there are none. */
async function prepare(
  desk: Desk,
  document: vscode.TextDocument,
  position: vscode.Position,
  data: vscode.DataTransfer,
  isDrop: boolean,
  token: vscode.CancellationToken,
): Promise<Insertion | undefined> {
  await desk.found();
  const found = desk.lookUp(document);
  if (!found?.folder) return undefined;
  const form = imageFormAt(found.post, found.folder.site, offsetAt(document, position));
  if (!form) return undefined;
  for (const sources of await sourcesIn(data, isDrop)) {
    const images = await imagesFrom(sources, found, found.folder);
    if (token.isCancellationRequested) return undefined;
    if (images.length > 0) return new Insertion(images, form);
  }
  return undefined;
}
