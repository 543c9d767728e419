import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: string[];
}

const root = new URL('../../', import.meta.url);

/** The grammars that Copydesk contributes, as package.json lists them. */
export const contributed: readonly GrammarContribution[] = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
).contributes.grammars;

/** The grammars of VS Code that ours build on, and the Blade grammar that Blade extensions bring. */
const hosts: readonly GrammarContribution[] = [
  ...Object.entries({
    'text.html.markdown': 'markdown',
    'text.html.derivative': 'html-derivative',
    'text.html.basic': 'html',
    'text.html.php.blade': 'blade',
    'source.php': 'php',
    'source.yaml': 'yaml',
    'source.css': 'css',
    'source.js': 'javascript',
  }).map(([scopeName, name]) => ({
    scopeName,
    path: import.meta.resolve(`tm-grammars/grammars/${name}.json`),
  })),
  { scopeName: 'text.html.php', path: new URL('hosts/html-php.tmLanguage.json', import.meta.url).href },
  {
    scopeName: 'markdown.math.block',
    path: new URL('hosts/math.tmLanguage.json', import.meta.url).href,
    injectTo: ['text.html.markdown'],
  },
];

/** VS Code's grammars with Copydesk's injected into them. */
export const withCopydesk = registryOf([...hosts, ...contributed]);

/** VS Code's grammars alone. */
export const withoutCopydesk = registryOf(hosts);

function registryOf(grammars: readonly GrammarContribution[]) {
  return createRegistryFromGrammars(
    grammars.map((grammar) => {
      const path = fileURLToPath(new URL(grammar.path, root));
      return { grammar: { ...grammar, path }, content: readFileSync(path, 'utf8') };
    }),
  );
}
