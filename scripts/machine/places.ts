import { join } from 'node:path';

/** The project's own folder. */
export const root = join(import.meta.dirname, '..', '..');

/** Downloads and everything temporary; ignored by git. */
export const downloads = join(root, '.vscode-test');

/** The sample site. It is opened as a copy, so that trying things out leaves no trace in git. */
export const sampleSite = join(root, 'test', 'fixtures', 'newsroom');

/** The suite that runs inside the extension host, as one bundle for both kinds of host. */
export const hostSuite = join(root, 'out', 'test', 'host.cjs');
