import { type Span, span } from '../../text/span.ts';
import { LONGEST_YAML } from '../limits.ts';
import type { YamlProblem } from '../post.ts';
import type { Reading } from '../reading.ts';
import { isList } from '../value.ts';
import { Context } from './context.ts';
import { readDocument } from './document.ts';
import { slices } from './lines.ts';

/** What a byte that is not UTF-8 becomes when a text is decoded. */
const REPLACEMENT = '\ufffd';

/**
 * Reads the YAML that `where` covers in `text`, as Symfony Yaml 7.2 does in Jigsaw's build: its values, and, where it
 * stops, its message.
 *
 * Symfony's language is not YAML: it cuts a text into lines and goes by what each starts with, reads every nested
 * block as a document of its own, takes all of `- a`, `a "b` and `[x] y` for something that YAML forbids, and names a
 * line by where its cursor happens to be. A YAML parser's tokens would be other tokens. So this reader takes Symfony's
 * own steps, method by method, and the `yaml` package reads what is YAML (`../generic`).
 *
 * When decoding left a replacement character in it, the file is not UTF-8 (or has been saved as UTF-8 when it was
 * damaged already), which stops Symfony before anything else.
 */
export function readSymfonyYaml(text: string, where: Span): Reading {
  if (where.end - where.start > LONGEST_YAML) {
    return {
      data: undefined,
      fields: [],
      problem: { kind: 'too-large', symfony: 'Too large to be read.', span: where },
    };
  }
  const context = new Context(text);
  const { value, fields } = readDocument(slices(text, where.start, where.end), 0, context);
  const problem = decodingProblem(text, where) ?? context.firstMistake?.toProblem();
  if (problem !== undefined) return { data: undefined, fields, problem };
  const isNothing = value === null || (isList(value) && value.length === 0);
  return { data: isNothing ? new Map() : value, fields, problem: undefined };
}

function decodingProblem(text: string, where: Span): YamlProblem | undefined {
  const at = text.indexOf(REPLACEMENT, where.start);
  if (at === -1 || at >= where.end) return undefined;
  const symfony = 'The YAML value does not appear to be valid UTF-8.';
  return { kind: 'not-utf8', symfony, span: span(at, at + 1) };
}
