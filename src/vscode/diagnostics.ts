import * as vscode from 'vscode';
import { CONFIG_FILE } from '../core/config/copydesk-config.ts';
import { type FileProblems, lintSite } from '../core/rules/lint-site.ts';
import type { Problem } from '../core/rules/rule.ts';
import type { SitePath } from '../core/site/files.ts';
import { LineMap, type Position } from '../core/text/line-map.ts';
import { toSeverity, toText } from './convert.ts';
import type { Desk } from './desk.ts';
import { textOf } from './document-text.ts';
import { ruleDocumentation } from './rule-documentation.ts';
import { settings } from './settings.ts';
import type { SiteFolder } from './site-folder.ts';

/** Shows what is wrong in the Problems panel: of every post of the workspace's sites, or of the open ones only. */
export function registerDiagnostics(desk: Desk): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('copydesk');

  const publish = (uri: vscode.Uri): void => {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    const folder = desk.folderOf(uri);
    const path = folder?.pathOf(uri);
    const post = path === undefined ? undefined : folder?.site.posts.get(path);
    const file = path === undefined ? undefined : lintSettings(folder, path);
    // JSON's own checks show what is wrong in an open copydesk.json.
    if (file && !(document && path === CONFIG_FILE)) {
      show(uri, file.text, file.problems);
      return;
    }
    // A text that was typed on since is judged again in a moment; until then its old problems move along with it.
    if (document && post && textOf(document) !== post.text) return;
    // A deleted post's document may live on; to ask for its problems would bring the post back.
    if (document && (post || !folder)) show(uri, textOf(document), desk.problemsOf(document));
    else if (folder && post && settings().problems === 'site')
      show(uri, post.text, folder.problemsOf(post.path));
    else collection.delete(uri);
  };

  const show = (uri: vscode.Uri, text: string, problems: readonly Problem[]): void => {
    if (problems.length === 0) {
      collection.delete(uri);
      return;
    }
    const lines = new LineMap(text);
    collection.set(
      uri,
      problems.map((problem) => toDiagnostic(problem, lines)),
    );
  };

  return vscode.Disposable.from(
    collection,
    desk.onDidLint((uris) => uris.forEach(publish)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.problems')) [...desk.uris()].forEach(publish);
    }),
  );
}

/** What is wrong with a file that says how the site is built; undefined for any other file. */
function lintSettings(folder: SiteFolder | undefined, path: SitePath): FileProblems | undefined {
  return folder && lintSite(folder.site).find((each) => each.path === path);
}

function toDiagnostic(problem: Problem, lines: LineMap): vscode.Diagnostic {
  // An editor shows no byte order mark, so what stands on its line stands one column further left there.
  const mark = lines.hasMark ? 1 : 0;
  const at = ({ line, character }: Position) =>
    new vscode.Position(line, line === 0 ? Math.max(0, character - mark) : character);
  const { start, end } = problem.span;
  const range = new vscode.Range(at(lines.positionAt(start)), at(lines.positionAt(end)));
  const diagnostic = new vscode.Diagnostic(range, toText(problem.message), toSeverity(problem.severity));
  diagnostic.source = 'Copydesk';
  diagnostic.code = { value: problem.rule, target: ruleDocumentation(problem.rule) };
  return diagnostic;
}
