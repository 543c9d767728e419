import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  ACCEPT,
  answered,
  CANCEL,
  closeAll,
  eventually,
  inSite,
  openPost,
  openText,
  problemsOf,
  settled,
} from './desk.ts';

const folder = 'source/_posts';
const notes = `${folder}/host-notes.md`;
const made: string[] = [];

async function names(): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(inSite(folder))).map(([name]) => name).sort();
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inSite(path)));
}

/** Runs a command that asks, and takes what it proposes until it has ended. */
async function accept(command: string, ...args: readonly unknown[]): Promise<void> {
  await answered(vscode.commands.executeCommand(command, ...args), ACCEPT);
}

/** Makes a post of a text that is selected, and gives its file's name and what it holds. */
async function fromSelection(text: string): Promise<readonly [name: string, text: string]> {
  const before = await names();
  const editor = await openText(notes, `${text}\n`);
  editor.selection = new vscode.Selection(0, 0, editor.document.lineCount, 0);
  await accept('copydesk.newPostFromSelection');
  const added = (await names()).filter((name) => !before.includes(name) && !notes.endsWith(`/${name}`));
  assert.equal(added.length, 1, added.join());
  const [name = ''] = added;
  made.push(`${folder}/${name}`);
  return [name, await read(`${folder}/${name}`)];
}

const year = new Date().getUTCFullYear();

describe('new post', () => {
  afterEach(async () => {
    await closeAll();
    for (const path of [notes, ...made.splice(0)]) {
      await vscode.workspace.fs.delete(inSite(path)).then(undefined, () => undefined);
    }
  });

  it('from selection: the heading is its title, the rest its text (smoke)', async () => {
    const [name, text] = await fromSelection('# Low Tide: at Noon\n\nThe boats lie on their sides.');
    assert.equal(name, 'low-tide-at-noon.md');
    assert.match(text, /^---\nextends: _layouts\.post\nsection: content\n/);
    assert.match(text, /\ntitle: 'Low Tide: at Noon'\n/);
    assert.match(text, new RegExp(`\\ndate: ${year}-\\d\\d-\\d\\d\\n`));
    assert.match(text, /\nkeywords: [^\n]*tide[^\n]*\n/);
    assert.isOk(text.endsWith('---\n\nThe boats lie on their sides.\n\n'), text);
  });

  it('from front matter alone: nothing is made', async () => {
    const before = await names();
    const editor = await openPost(`${folder}/gull-census.md`);
    editor.selection = new vscode.Selection(1, 0, 6, 0);
    await accept('copydesk.newPostFromSelection');
    assert.deepEqual(await names(), before);
  });

  it('opens the post at its first empty field; Tab leads on, selects what is guessed, and stops last at the text', async () => {
    await fromSelection('# Low Tide\n\nBoats.');
    const editor = vscode.window.activeTextEditor;
    assert.isOk(editor?.document.uri.path.endsWith('/low-tide.md'));
    const stop = () => {
      const { document, selection } = editor ?? assert.fail('No editor is open.');
      const field = document.lineAt(selection.active.line).text.replace(/:.*/, '');
      return `${field}: ${document.getText(selection)}`;
    };
    const stops = [await eventually('the first field', () => (stop() === 'image: ' ? stop() : undefined))];
    for (let presses = 0; presses < 10; presses += 1) {
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
      if (stop() === stops.at(-1)) break;
      stops.push(stop());
    }
    const names = stops.map((each) => each.replace(/:.*/, '')).join();
    assert.equal(names, 'image,image_alt,description,keywords,author,sections,', stops.join());
    for (const guessed of ['keywords', 'author']) {
      const selected = stops.find((each) => each.startsWith(`${guessed}: `)) ?? '';
      assert.match(selected, /: \S/);
      assert.include(editor?.document.getText(), `\n${selected}\n`);
    }
  });

  it('is a post without a mistake', async () => {
    const [name] = await fromSelection('# Low Tide\n\nThe boats lie on their sides.');
    const uri = inSite(`${folder}/${name}`);
    await settled();
    await eventually('the post to be read', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        1,
      );
      return lenses.length > 0 || undefined;
    });
    assert.deepEqual(problemsOf(uri), []);
  });

  const titles: readonly (readonly [title: string, name: RegExp])[] = [
    ['🎉🎉🎉', /^post\.md$/],
    ['../../etc/passwd', /^etc-passwd\.md$/],
    ['. . .', /^post\.md$/],
    ['CON', /^con-post\.md$/],
    [`${'long '.repeat(60)}`.trim(), /^(?:long-)+long\.md$/],
    ['שלום, עולם', /^שלום-עולם\.md$/],
    ['|--- a', /^a\.md$/],
  ];
  for (const [title, expected] of titles) {
    it(`a title such as ${title.slice(0, 20)} makes a file of a safe name`, async () => {
      const [name, text] = await fromSelection(`# ${title}\n\nText.`);
      assert.match(name, expected);
      assert.isBelow(name.length, 120);
      assert.isOk(text.endsWith('---\n\nText.\n\n'), text);
    });
  }

  // Where there is Node, the disk is asked, and VS Code tells nobody: test/workbench has two windows for it.
  const itWithoutNode = typeof process === 'undefined' ? it : () => undefined;
  itWithoutNode('a file that another window makes in the same moment stays as it is', async () => {
    const other = 'Made by another window.';
    const editor = await openText(notes, '# Raced\n\nText.\n');
    editor.selection = new vscode.Selection(0, 0, 3, 0);
    made.push(`${folder}/raced.md`, `${folder}/raced-2.md`);
    // VS Code says so when it is about to write: all that Copydesk and VS Code look at beforehand is done.
    const race = vscode.workspace.onWillCreateFiles((event) => {
      event.waitUntil(
        vscode.workspace.fs.writeFile(inSite(`${folder}/raced.md`), new TextEncoder().encode(other)),
      );
    });
    try {
      await accept('copydesk.newPostFromSelection');
    } finally {
      race.dispose();
    }
    assert.equal(await read(`${folder}/raced.md`), other);
    assert.notInclude(await names(), 'raced-2.md');
  });

  it('cancelled, it leaves nothing behind', async () => {
    const before = await names();
    await answered(vscode.commands.executeCommand('copydesk.newPost'), CANCEL);
    assert.deepEqual(await names(), before);
  });

  it('a copy has a title, a date and a name of its own, and all else of the post', async () => {
    const original = (await openPost(`${folder}/winter-soup.md`)).document.getText();
    made.push(`${folder}/winter-soup-copy.md`, `${folder}/winter-soup-copy-2.md`);
    await accept('copydesk.duplicatePost');
    const copy = await read(`${folder}/winter-soup-copy.md`);
    assert.match(copy, /\ntitle: A Chowder for the First Frost \(copy\)\n/);
    assert.match(copy, new RegExp(`\\ndate: ${year}-\\d\\d-\\d\\d\\n`));
    const rest = (text: string) => text.replace(/^(?:title|date): .*$/gm, '');
    assert.equal(rest(copy), rest(original));
    assert.equal(await read(`${folder}/winter-soup.md`), original);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.equal(tab?.label, 'winter-soup-copy.md');
    assert.isFalse(tab?.isPreview);
    await accept('copydesk.duplicatePost', inSite(`${folder}/winter-soup.md`));
    assert.equal(await read(`${folder}/winter-soup-copy-2.md`), copy);
  });

  describe('from a template', () => {
    const template = '.copydesk/templates/interview.md';
    const put = (text: string) =>
      vscode.workspace.fs.writeFile(inSite(template), new TextEncoder().encode(text));
    afterEach(() => vscode.workspace.fs.delete(inSite('.copydesk'), { recursive: true }));

    it('with a mistake: it is opened where the mistake is, and no post is made', async () => {
      await put('---\ntitle: {{ titel }}\n---\n');
      const before = await names();
      const editor = await openText(notes, '# A\n\nText.\n');
      editor.selection = new vscode.Selection(0, 0, 3, 0);
      const asking = vscode.commands.executeCommand('copydesk.newPostFromSelection');
      await answered(asking, 'workbench.action.quickOpenSelectNext', ACCEPT);
      const shown = vscode.window.activeTextEditor;
      assert.isOk(shown?.document.uri.path.endsWith(template));
      assert.equal(shown?.document.getText(shown.selection), '{{ titel }}');
      assert.deepEqual(
        (await names()).filter((name) => !notes.endsWith(name)),
        before.filter((name) => !notes.endsWith(name)),
      );
    });
  });
});
