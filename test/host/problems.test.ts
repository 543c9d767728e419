import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  eventually,
  fix,
  fixesFor,
  inSite,
  noProblem,
  openPost,
  openText,
  problem,
  problemsOf,
  remove,
  replace,
  seedPost,
  settled,
  withSetting,
} from './desk.ts';

const plainPost = 'source/_posts/lantern-night.md';
/** A post of each test's own: what is told late of another test's doesn't disturb it. */
let newPost = '';
let tests = 0;

/** A post with everything that the sample site asks for; tests leave out or change one thing. */
function post(lines: Readonly<Record<string, string | undefined>> = {}, body = 'Text.\n'): string {
  const fields = {
    extends: '_layouts.post',
    section: 'content',
    title: 'A test',
    date: '2025-10-01',
    keywords: 'one, two',
    ...lines,
  };
  const written = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}\n`],
  );
  return `---\n${written.join('')}---\n${body}`;
}

describe('problems', () => {
  beforeEach(() => {
    tests += 1;
    newPost = `source/_posts/host-test-${tests}.md`;
  });
  afterEach(() => remove(newPost).then(undefined, () => undefined));

  it('the seed post has one error, the image without a source (smoke)', async () => {
    const { document } = await openPost(seedPost);
    const found = await problem(document.uri, 'image/no-source');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(found.range), '<img alt="">');
    const serious = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity < vscode.DiagnosticSeverity.Information);
    assert.deepEqual(serious.map(codeOf), ['image/no-source']);
  });

  it('a post that nobody opened is checked too', async () => {
    await eventually('the seed post’s problem', () =>
      vscode.languages.getDiagnostics(inSite(seedPost)).length > 0 ? true : undefined,
    );
  });

  it('a setting limits problems to open posts', async () => {
    await vscode.workspace.fs.writeFile(
      inSite(newPost),
      new TextEncoder().encode(post({ title: undefined })),
    );
    await problem(inSite(newPost), 'front-matter/missing-field');
    await withSetting('problems.scope', 'open', async () => {
      await noProblem(inSite(newPost), 'front-matter/missing-field');
      // As a click opens it: a document that an extension opens lives on for a while when its editor is closed.
      await vscode.commands.executeCommand('vscode.open', inSite(newPost));
      await problem(inSite(newPost), 'front-matter/missing-field');
      await closeAll();
      await noProblem(inSite(newPost), 'front-matter/missing-field');
    });
    await problem(inSite(newPost), 'front-matter/missing-field');
  });

  it('an absent field is shown on the opening dashes, and the fix writes it', async () => {
    const { document } = await openText(newPost, post({ date: undefined }));
    const found = await problem(document.uri, 'front-matter/missing-field');
    assert.equal(document.getText(found.range), '---');
    await fix(document.uri, found, 'Add “date”: now');
    await noProblem(document.uri, 'front-matter/missing-field');
    assert.match(document.getText(), /^keywords: one, two\ndate: \d{4}-\d\d-\d\d.*\n---\n/m);
  });

  it('an empty field is shown on its value', async () => {
    const { document } = await openText(newPost, post({ title: '""' }));
    const found = await problem(document.uri, 'front-matter/missing-field');
    assert.equal(document.getText(found.range), '""');
  });

  it('one fix adds all missing fields', async () => {
    const { document } = await openText(
      newPost,
      post({ title: undefined, date: undefined, keywords: undefined }),
    );
    const found = await problem(document.uri, 'front-matter/missing-field');
    assert.equal(found.message, 'This post has no “title”. Every post here needs this field.');
    const titles = (await fixesFor(document.uri, found)).map(({ title }) => title);
    assert.equal(titles.filter((title) => title === 'Add all missing fields').length, 1);
    await fix(document.uri, found, 'Add all missing fields');
    await noProblem(document.uri, 'front-matter/missing-field');
  });

  it('a comment asks to ignore a problem', async () => {
    const { document } = await openText(newPost, post({}, 'Text.\n\n![A test](/nowhere.png)\n'));
    const found = await problem(document.uri, 'image/not-found');
    await fix(document.uri, found, 'Ignore “image/not-found” here');
    await noProblem(document.uri, 'image/not-found');
  });

  it('the fix of an image without a text leads to where it is typed', async () => {
    for (const [written, said] of [
      ['![](/assets/img/lantern-night.webp)', '![Two boats](/assets/img/lantern-night.webp)'],
      [
        '<img src="/assets/img/lantern-night.webp">',
        '<img alt="Two boats" src="/assets/img/lantern-night.webp">',
      ],
    ] as const) {
      const editor = await openText(newPost, post({}, `Text.\n\n${written}\n`));
      const found = await problem(editor.document.uri, 'image/no-alt');
      editor.selection = new vscode.Selection(found.range.start, found.range.start);
      // The window learns of the selection in its own time.
      await eventually('the cursor at its place', async () => {
        await vscode.commands.executeCommand('editor.action.autoFix');
        return editor.selection.active.isAfter(found.range.start) ? true : undefined;
      });
      await vscode.commands.executeCommand('type', { text: 'Two boats' });
      assert.include(editor.document.getText(), said);
      await noProblem(editor.document.uri, 'image/no-alt');
    }
  });

  it('typing changes the problems, before the file is saved', async () => {
    const editor = await openPost(plainPost);
    await replace(editor, '/assets/img/lantern-night.webp "', '/assets/img/lantern-nite.webp "');
    const found = await problem(editor.document.uri, 'image/not-found');
    assert.equal(editor.document.getText(found.range), '/assets/img/lantern-nite.webp');
    await fix(editor.document.uri, found, 'Change to “/assets/img/lantern-night.webp”');
    await noProblem(editor.document.uri, 'image/not-found');
  });

  it('a fix of what has just been typed waits until that is judged', async () => {
    const { document } = await openPost(plainPost);
    await settled();
    const edit = new vscode.WorkspaceEdit();
    const start = document.positionAt(document.getText().indexOf('/assets/img/lantern-night.webp "'));
    const range = new vscode.Range(start, start.translate(0, '/assets/img/lantern-night.webp'.length));
    edit.replace(document.uri, range, '/assets/img/lantern-nite.webp');
    await vscode.workspace.applyEdit(edit);
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.include(
      offered.map(({ title }) => title),
      'Change to “/assets/img/lantern-night.webp”',
    );
  });

  it('a layout and a section that don’t exist', async () => {
    const { document } = await openText(newPost, post({ extends: '_layouts.pots' }));
    const layout = await problem(document.uri, 'layout/not-found');
    await fix(document.uri, layout, 'Change to “_layouts.post”');
    await noProblem(document.uri, 'layout/not-found');
    const { document: other } = await openText(newPost, post({ section: 'contents' }));
    const section = await problem(other.uri, 'section/unknown');
    assert.equal(other.getText(section.range), 'contents');
  });

  it('an image that comes into being on the disk is found', async () => {
    const image = inSite('source/assets/img/host-test.png');
    const { document } = await openText(newPost, post({}, '![A test](/assets/img/host-test.png)\n'));
    await problem(document.uri, 'image/not-found');
    await vscode.workspace.fs.writeFile(image, new Uint8Array([1]));
    await noProblem(document.uri, 'image/not-found');
    await vscode.workspace.fs.delete(image);
    await problem(document.uri, 'image/not-found');
  });

  it('a deleted post takes its problems along', async () => {
    const { document } = await openText(newPost, post({ title: undefined }));
    await problem(document.uri, 'front-matter/missing-field');
    await remove(newPost);
    await eventually('no problems', () => (problemsOf(inSite(newPost)).length === 0 ? true : undefined));
  });

  it('a byte order mark is seen, although the editor hides it, and the fix takes it off the file', async () => {
    const { document } = await openText(newPost, `\uFEFF${post()}`);
    const found = await problem(document.uri, 'front-matter/not-seen');
    assert.equal(document.getText(found.range), '---');
    await fix(document.uri, found, 'Remove the byte order mark');
    await noProblem(document.uri, 'front-matter/not-seen');
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    assert.equal(bytes[0], '-'.charCodeAt(0));
  });

  for (const [name, text] of [
    ['an empty file', ''],
    ['binary bytes', '\0\u0001\uFFFD\uFFFD---\n\0'],
    ['an unclosed front matter', '---\ntitle: A\n\nText'],
    ['front matter in JavaScript', '---js\n{ title: (globalThis.ran = true) }\n---\n'],
  ] as const) {
    it(`${name} is borne`, async () => {
      // Not opened: as a new file, VS Code wouldn't show bytes like these.
      await vscode.workspace.fs.writeFile(inSite(newPost), new TextEncoder().encode(text));
      await eventually('some problem', () => (problemsOf(inSite(newPost)).length > 0 ? true : undefined));
      assert.equal(Reflect.get(globalThis, 'ran'), undefined);
    });
  }
});
