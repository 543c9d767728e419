import { nodeTests } from './node-tests.ts';
import type { Part } from './part.ts';

/** Everything that needs no editor, beside the code and in test/. */
export const unit: Part = {
  name: 'unit',
  title: 'Unit tests',
  run: () =>
    nodeTests(['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/*.test.ts', 'test/agreement/**/*.test.ts']),
};

/** The grammars, as VS Code's own engine reads them. */
export const grammar: Part = {
  name: 'grammar',
  title: 'Grammar snapshots',
  run: () => nodeTests(['test/grammar/**/*.test.ts']),
};
