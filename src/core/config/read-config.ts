import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import * as v from 'valibot';
import { type Message, message, or } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { type CopydeskConfig, configSchema, defaultConfig } from './copydesk-config.ts';
import { tooDeep } from './depth.ts';
import { patternMistake } from './pattern.ts';

export interface ConfigReading {
  /** What the file says as far as it is right; defaults for the rest. */
  readonly config: CopydeskConfig;
  readonly problems: readonly { readonly span: Span; readonly message: Message }[];
}

/**
 * Reads `copydesk.json`. Comments and trailing commas are tolerated. A part that is wrong is reported at its place
 * and left out; the others still count.
 * @param text undefined where there is no such file.
 * @param ruleIds the rules that exist, so that a misspelt one is reported.
 */
export function readConfig(text: string | undefined, ruleIds: readonly string[]): ConfigReading {
  if (text === undefined) return { config: defaultConfig, problems: [] };
  const deep = tooDeep(text);
  if (deep) {
    const words = message('These brackets are nested too deeply, so Copydesk uses its defaults.');
    return { config: defaultConfig, problems: [{ span: deep, message: words }] };
  }
  const errors: ParseError[] = [];
  // A byte order mark is none of JSON; a space in its place keeps all places.
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const first = errors[0];
  if (!tree || first) {
    const start = Math.min(first?.offset ?? 0, text.length);
    const problem = {
      span: { start, end: Math.min(text.length, start + Math.max(1, first?.length ?? 1)) },
      message: message('This file is not valid JSON from here on, so Copydesk uses its defaults.'),
    };
    return { config: defaultConfig, problems: [problem] };
  }
  const problems: { span: Span; message: Message }[] = [];
  const value: unknown = getNodeValue(tree);
  for (const issue of v.safeParse(configSchema, value).issues?.toReversed() ?? []) {
    problems.unshift({ span: placeOf(tree, issue), message: wordsFor(issue) });
    drop(value, keysOf(issue));
  }
  const rest = v.safeParse(configSchema, value);
  const config = rest.success ? rest.output : defaultConfig;
  for (const id of Object.keys(config.rules)) {
    if (ruleIds.includes(id)) continue;
    problems.push({
      span: spanOf(keyNode(tree, ['rules', id]) ?? tree),
      message: message('There is no rule “{0}”, so this line does nothing.', id),
    });
  }
  return { config, problems };
}

type Issue = v.BaseIssue<unknown>;

function keysOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

function placeOf(tree: Node, issue: Issue): Span {
  const keys = keysOf(issue);
  const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const node = (isUnknownKey ? keyNode(tree, keys) : undefined) ?? findNodeAtLocation(tree, keys) ?? tree;
  return spanOf(node);
}

/** The node of the key itself, quotes included. */
function keyNode(tree: Node, keys: readonly (string | number)[]): Node | undefined {
  return findNodeAtLocation(tree, [...keys])?.parent?.children?.[0];
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

function wordsFor(issue: Issue): Message {
  const key = String(keysOf(issue).at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return message('Copydesk has no setting “{0}”, so this does nothing.', key);
  }
  switch (issue.type) {
    case 'check':
      return patternMistake(String(issue.input)) === 'too-clever'
        ? message('Copydesk can’t use this pattern: write it without `(?=`, `(?!`, `(?<` and `\\1`.')
        : message('This is not a valid regular expression.');
    case 'regex':
      return message(
        'This must be the address of a folder, such as `"/assets/img"`, with no part that starts with `_` or `.`.',
      );
    case 'array':
      return message('This must be a list, such as `["title", "date"]`.');
    case 'string':
      return message('This must be text, in double quotes.');
    case 'boolean':
      return message('This must be `true` or `false`, without quotes.');
    case 'picklist':
      return message('This must be {0}.', or(String(issue.expected).replace(/[()]/g, '').split(' | ')));
    default:
      return message('There must be settings here, between `{` and `}`.');
  }
}

/** Takes the wrong part out of the value, so that the rest can be read. */
function drop(value: unknown, keys: (string | number)[]): void {
  const last = keys.pop();
  let parent = value;
  for (const key of keys) parent = isRecord(parent) ? parent[key] : undefined;
  if (last === undefined || !isRecord(parent)) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
