import * as vscode from 'vscode';
import { type PageAddress, pageAddress } from '../../core/site/page-address.ts';
import { registerCommand } from '../command.ts';
import { settings } from '../settings.ts';
import { type Desk, POSTS } from '../sites/desk.ts';

const COPY = 'copydesk.copyAddress';

/** Shows above a post at which address readers will find it, and copies that. */
export function registerAddressLens(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const addresses = new Addresses(desk);
  return vscode.Disposable.from(
    changed,
    desk.onDidLint((uris) => {
      const judged = new Set(uris.map((uri) => uri.toString()));
      const shown = vscode.window.visibleTextEditors
        .map(({ document }) => document)
        .filter(({ uri }) => judged.has(uri.toString()));
      if (shown.some((document) => addresses.hasChanged(document))) changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.addressLens')) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(POSTS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        if (!settings().addressLens) return [];
        await desk.found();
        const address = addresses.steady(document);
        return address ? [toLens(address)] : [];
      },
    }),
    registerCommand(log, COPY, (url?: unknown) => copy(typeof url === 'string' ? url : addresses.active())),
  );
}

/** The posts' addresses, each kept while a mistake hides it. */
class Addresses {
  readonly #desk: Desk;
  readonly #last = new WeakMap<vscode.TextDocument, PageAddress>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The address as it is, or as it was last while a half-written field hides it: the text is not to jump. */
  steady(document: vscode.TextDocument): PageAddress | undefined {
    const found = this.#desk.lookUp(document);
    if (!found) return undefined;
    if (found.post.frontMatter?.problem) return this.#last.get(document);
    const address = pageAddress(found.post, found.folder?.site);
    if (address) this.#last.set(document, address);
    else this.#last.delete(document);
    return address;
  }

  /** Whether something else than the document's text, such as the site's config, has changed its address. */
  hasChanged(document: vscode.TextDocument): boolean {
    const last = this.#last.get(document);
    const now = this.steady(document);
    return last?.url !== now?.url || last?.others !== now?.others;
  }

  /** The address of the post that is being written. */
  active(): string | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.steady(document)?.url;
  }
}

function toLens({ url, others }: PageAddress): vscode.CodeLens {
  const several =
    others === 1 ? vscode.l10n.t('{0} and 1 more', url) : vscode.l10n.t('{0} and {1} more', url, others);
  return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: others === 0 ? url : several,
    tooltip: vscode.l10n.t('The address of this post on the site. Click to copy it.'),
    command: COPY,
    arguments: [url],
  });
}

async function copy(url: string | undefined): Promise<void> {
  if (url === undefined) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no address to copy: open a post that has a page on the site.'),
    );
    return;
  }
  await vscode.env.clipboard.writeText(url);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', url), 4000);
}
