import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallExpression, type Expression, parse, type SpreadElement } from 'acorn';
import { simple } from 'acorn-walk';
import { transformSync } from 'esbuild';
import { globSync } from 'tinyglobby';
import { Fault } from './machine/fault.mjs';
import { root } from './machine/places.ts';

/** The languages besides English that the interface speaks. */
export const languages = ['de', 'es', 'fr', 'ja'] as const;

/** What one kind of text is translated by: the English texts by key, and the file of a language. */
export interface Texts {
  readonly english: ReadonlyMap<string, string>;
  fileOf(language: string): string;
}

/** The texts of package.json (its commands, settings and views), by their keys in package.nls.json. */
export function manifestTexts(): Texts {
  const texts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  return {
    english: new Map(Object.entries(texts)),
    fileOf: (language) => join(root, `package.nls.${language}.json`),
  };
}

/**
 * The texts in the code: the templates of `message(…)` and `vscode.l10n.t(…)`, each its own key as VS Code's l10n
 * bundles want it. Throws a Fault when one isn't written out, since it could not be found here.
 */
export function codeTexts(): Texts {
  const files = globSync(['src/core/**/*.ts', 'src/vscode/**/*.ts', '!**/*.test.ts'], { cwd: root }).sort();
  const texts = files.flatMap((file) => templatesIn(readFileSync(join(root, file), 'utf8'), file));
  return {
    english: new Map(texts.map((text) => [text, text])),
    fileOf: (language) => join(root, 'l10n', `bundle.l10n.${language}.json`),
  };
}

/** The templates in one TypeScript text, in their order. */
export function templatesIn(text: string, file: string): string[] {
  const found: string[] = [];
  const { code } = transformSync(text, { loader: 'ts', charset: 'utf8' });
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  simple(program, {
    CallExpression(call) {
      if (!isTranslated(call)) return;
      const [template] = call.arguments;
      // The two places that hand on a template from a Message.
      if (template?.type === 'Identifier' && template.name === 'template') return;
      const texts = literals(template);
      if (!texts) {
        const written = code.slice(call.start, call.end);
        throw new Fault(`${file}: the text of ${written} isn’t written out, so it can’t be translated.`);
      }
      found.push(...texts);
    },
  });
  return found;
}

function isTranslated({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'message';
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 't' &&
    callee.object.type === 'MemberExpression' &&
    callee.object.property.type === 'Identifier' &&
    callee.object.property.name === 'l10n'
  );
}

/** What an expression of literals may be: one text, or either side of a condition. */
function literals(expression: Expression | SpreadElement | undefined): string[] | undefined {
  if (expression?.type === 'Literal' && typeof expression.value === 'string') return [expression.value];
  if (expression?.type === 'TemplateLiteral' && expression.expressions.length === 0) {
    return expression.quasis.map(({ value }) => value.cooked ?? value.raw);
  }
  if (expression?.type !== 'ConditionalExpression') return undefined;
  const yes = literals(expression.consequent);
  const no = literals(expression.alternate);
  return yes && no && [...yes, ...no];
}
