import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, noProblem, problem, replace, seedPost, settled } from './desk.ts';

const layout = 'source/_layouts/post.blade.php';
const plainPost = 'source/_posts/lantern-night.md';

/** The places of the workspace, which has two folders: `one` with two sites in it, and `two`, which is a site. */
function at(path: string): vscode.Uri {
  const file = vscode.workspace.workspaceFile;
  if (!file) throw new Error('No workspace of several folders is open.');
  return vscode.Uri.joinPath(file, '..', path);
}

const blog = (path: string) => at(`one/blog/${path}`);
const journal = (path: string) => at(`one/journal/${path}`);
const two = (path: string) => at(`two/${path}`);

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

function rename(from: vscode.Uri, to: vscode.Uri): Thenable<void> {
  return vscode.workspace.fs.rename(from, to);
}

/** The files below a folder that have a problem of a rule, once for each. */
function withProblem(folder: vscode.Uri, rule: string): readonly string[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, problems]) => {
    const found = problems.filter((each) => codeOf(each) === rule);
    return uri.path.startsWith(`${folder.path}/`)
      ? found.map(() => uri.path.slice(folder.path.length + 1))
      : [];
  });
}

/** Changes the folders of the workspace, and waits until VS Code has done so. */
async function setFolders(start: number, gone: number, ...come: readonly vscode.Uri[]): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
  });
  assert.isTrue(vscode.workspace.updateWorkspaceFolders(start, gone, ...come.map((uri) => ({ uri }))));
  await changed;
}

if (vscode.workspace.workspaceFile) {
  describe('folders:', () => {
    afterEach(closeAll);

    it('problems of all sites are shown, of each once', async () => {
      for (const site of [blog, journal, two]) await problem(site(seedPost), 'image/no-source');
      assert.sameMembers(
        [...withProblem(at('.'), 'image/no-source')],
        [`one/blog/${seedPost}`, `one/journal/${seedPost}`, `two/${seedPost}`],
      );
    });

    it('what is typed in one site changes nothing in the others', async () => {
      const editor = await open(blog(plainPost));
      await replace(editor, '/assets/img/lantern-night.webp "', '/assets/img/lantern-nite.webp "');
      await problem(blog(plainPost), 'image/not-found');
      assert.deepEqual(withProblem(at('.'), 'image/not-found'), [`one/blog/${plainPost}`]);
      await closeAll();
      await noProblem(blog(plainPost), 'image/not-found');
    });

    it('a layout that goes on the disk, and one that is changed in the editor', async () => {
      const text = await read(journal(layout));
      await vscode.workspace.fs.delete(journal(layout));
      await problem(journal(plainPost), 'layout/not-found');
      for (const site of ['one/blog', 'two']) assert.deepEqual(withProblem(at(site), 'layout/not-found'), []);
      await write(journal(layout), text);
      await noProblem(journal(plainPost), 'layout/not-found');
      const editor = await open(journal(layout));
      await replace(editor, "@extends('_layouts.main')", "@extends('_layouts.gone')");
      await problem(journal(plainPost), 'layout/not-found');
      await closeAll();
      await noProblem(journal(plainPost), 'layout/not-found');
    });

    it('settings of several sites, on the disk and in the editor', async () => {
      const text = await read(two('config.php'));
      await write(two('config.php'), `${text}\n)`);
      await write(blog('copydesk.json'), '{ "rules": { "image/no-sauce": "off" } }');
      await problem(two('config.php'), 'site/broken-config');
      await problem(blog('copydesk.json'), 'site/wrong-setting');
      assert.deepEqual(withProblem(at('two'), 'image/no-source'), [seedPost]);
      await write(two('config.php'), text);
      await noProblem(two('config.php'), 'site/broken-config');
      const editor = await open(journal('config.php'));
      await replace(editor, 'return [', 'return [[');
      await problem(journal('config.php'), 'site/broken-config');
      assert.deepEqual(withProblem(at('one/journal'), 'image/no-source'), [seedPost]);
      await closeAll();
      await noProblem(journal('config.php'), 'site/broken-config');
      await write(blog('copydesk.json'), '{ "rules": { "image/no-source": "off" } }');
      await noProblem(blog(seedPost), 'image/no-source');
      await problem(journal(seedPost), 'image/no-source');
      await vscode.workspace.fs.delete(blog('copydesk.json'));
      await problem(blog(seedPost), 'image/no-source');
      await noProblem(blog('copydesk.json'), 'site/wrong-setting');
    });

    it('a folder of images is renamed and renamed back', async () => {
      await rename(two('source/assets/img'), two('source/assets/pictures'));
      await problem(two(plainPost), 'image/not-found');
      assert.deepEqual(withProblem(at('one'), 'image/not-found'), []);
      await rename(two('source/assets/pictures'), two('source/assets/img'));
      await noProblem(two(plainPost), 'image/not-found');
    });

    it('a site is renamed, deleted, and comes into being', async () => {
      await rename(at('one/blog'), at('one/weblog'));
      await problem(at(`one/weblog/${seedPost}`), 'image/no-source');
      await noProblem(blog(seedPost), 'image/no-source');
      await vscode.workspace.fs.copy(at('one/weblog'), at('one/blog'));
      await problem(blog(seedPost), 'image/no-source');
      await vscode.workspace.fs.delete(at('one/weblog'), { recursive: true });
      await noProblem(at(`one/weblog/${seedPost}`), 'image/no-source');
      await write(at('one/notes/note.md'), '---\ntitle: A note\n---\n![A](gone.png)\n');
      await write(at('one/notes/copydesk.json'), '{ "required": ["summary"] }');
      await problem(at('one/notes/note.md'), 'front-matter/missing-field');
      await vscode.workspace.fs.delete(at('one/notes/copydesk.json'));
      await noProblem(at('one/notes/note.md'), 'front-matter/missing-field');
    });

    it('folders are removed and added', async () => {
      await setFolders(1, 1);
      await noProblem(two(seedPost), 'image/no-source');
      await problem(blog(seedPost), 'image/no-source');
      await setFolders(1, 0, at('two'));
      await problem(two(seedPost), 'image/no-source');
    });

    it('a text that is thrown away while its site is read is forgotten', async () => {
      // Early, late and in the midst of the reading.
      for (const wait of [20, 60, 120, 200, 300]) {
        await setFolders(1, 1);
        await noProblem(two(seedPost), 'image/no-source');
        // As a click opens it: a document that an extension opens lives on for a while when its editor is closed.
        await vscode.commands.executeCommand('vscode.open', two(plainPost));
        const editor = vscode.window.activeTextEditor;
        assert.isDefined(editor);
        await replace(editor, '/assets/img/lantern-night.webp "', '/assets/img/lantern-nite.webp "');
        await setFolders(1, 0, at('two'));
        await new Promise((resolve) => setTimeout(resolve, wait));
        await closeAll();
        await problem(two(seedPost), 'image/no-source');
        await settled();
        await noProblem(two(plainPost), 'image/not-found');
        assert.deepEqual(withProblem(at('two'), 'image/no-source'), [seedPost]);
      }
    });

    it('a folder inside a site is a part of it, whether that is open too or not', async () => {
      await setFolders(2, 0, blog('source/_posts'));
      await setFolders(1, 1);
      await noProblem(two(seedPost), 'image/no-source');
      assert.deepEqual(withProblem(at('one/blog'), 'image/no-source'), [seedPost]);
      await setFolders(1, 1, two('source/_posts'));
      await problem(two(seedPost), 'image/no-source');
      const image = two('source/assets/img/lantern-night.webp');
      const bytes = await vscode.workspace.fs.readFile(image);
      await vscode.workspace.fs.delete(image);
      await problem(two(plainPost), 'image/not-found');
      await vscode.workspace.fs.writeFile(image, bytes);
      await noProblem(two(plainPost), 'image/not-found');
      await setFolders(1, 1, at('two'));
    });
  });
}
