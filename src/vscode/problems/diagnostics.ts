import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../core/config/copydesk-config.ts';
import { type FileProblems, lintSite } from '../../core/rules/lint-site.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { SitePath } from '../../core/site/files.ts';
import { LineMap, type Position } from '../../core/text/line-map.ts';
import { toSeverity, toText } from '../convert.ts';
import { textOf } from '../document-text.ts';
import { Pace } from '../pace.ts';
import { type Settings, settings } from '../settings.ts';
import type { Desk } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { ruleDocumentation } from './rule-documentation.ts';

/**
 * How often the problems of files in no editor are told, in milliseconds: each time, VS Code counts all problems anew
 * and draws its badges, and a large site is judged in hundreds of steps.
 */
const INTERVAL = 250;

/** Shows what is wrong in the Problems panel: of every post of the workspace's sites, or of the open ones only. */
export function registerDiagnostics(desk: Desk): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('copydesk');

  /** What is to be shown at a file; undefined where it stays as it is, as its text is being typed on or judged soon. */
  const diagnosticsOf = (
    uri: vscode.Uri,
    document: vscode.TextDocument | undefined,
    scope: Settings['problems'],
  ) => {
    const folder = desk.folderOf(uri);
    const path = folder?.pathOf(uri);
    const post = path === undefined ? undefined : folder?.site.posts.get(path);
    const file = path === undefined ? undefined : lintSettings(folder, path);
    const known = file?.text ?? post?.text;
    if (document && known !== undefined && textOf(document) !== known) return undefined;
    // JSON's own checks show what is wrong in an open copydesk.json.
    if (file) return document && path === CONFIG_FILE ? [] : toDiagnostics(file.text, file.problems);
    if (!folder) {
      const lone = document && desk.problemsOf(document);
      return lone ? toDiagnostics(textOf(document), lone) : [];
    }
    if (!post || (scope === 'open' && !document)) return [];
    return folder.isWaiting(post.path)
      ? undefined
      : toDiagnostics(post.text, folder.judgedProblemsOf(post.path) ?? []);
  };

  const publish = (uris: Iterable<vscode.Uri>): void => {
    const { problems: scope } = settings();
    const documents = new Map(vscode.workspace.textDocuments.map((each) => [each.uri.toString(), each]));
    // A collection would show the problems of a file twice that is named twice.
    const entries = new Map<string, [vscode.Uri, vscode.Diagnostic[]]>();
    for (const uri of uris) {
      const key = uri.toString();
      const diagnostics = entries.has(key) ? undefined : diagnosticsOf(uri, documents.get(key), scope);
      const isNews = diagnostics && (diagnostics.length > 0 || collection.has(uri));
      if (isNews) entries.set(key, [uri, diagnostics]);
    }
    if (entries.size > 0) collection.set([...entries.values()]);
  };

  let later: readonly vscode.Uri[] = [];
  const pace = new Pace(() => {
    const uris = later;
    later = [];
    publish(uris);
  }, INTERVAL);
  const tell = (uris: readonly vscode.Uri[]): void => {
    const open = new Set(vscode.workspace.textDocuments.map((document) => document.uri.toString()));
    const isOpen = (uri: vscode.Uri) => open.has(uri.toString());
    publish(uris.filter(isOpen));
    later = [...later, ...uris.filter((uri) => !isOpen(uri))];
    if (later.length > 0) pace.ask();
  };

  return vscode.Disposable.from(
    collection,
    pace,
    desk.onDidLint(tell),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.problems')) publish(desk.uris());
    }),
  );
}

/** What is wrong with a file that says how the site is built; undefined for any other file. */
function lintSettings(folder: SiteFolder | undefined, path: SitePath): FileProblems | undefined {
  if (!folder?.site.settings.some((each) => each.path === path)) return undefined;
  return lintSite(folder.site).find((each) => each.path === path);
}

function toDiagnostics(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  if (problems.length === 0) return [];
  const lines = new LineMap(text);
  return problems.map((problem) => toDiagnostic(problem, lines));
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
