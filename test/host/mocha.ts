// Loaded before any test, so that `describe` and `it` are there. Mocha's browser build runs in both kinds of
// extension host; its own reporters want a page or a terminal, so nothing reports but run.ts.
import 'mocha/mocha.js';

export const suite = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Mocha.reporters.Base });
suite.suite.emit('pre-require', globalThis, '', suite);
