import { nodeTestsApart } from './node-tests.ts';
import type { Part } from './part.ts';

/** The real workbench in Chromium, driven by mouse and keyboard. One window at a time: two would starve each other. */
export const workbench: Part = {
  name: 'workbench',
  title: 'Workbench',
  needsBuild: true,
  run: () => nodeTestsApart(['test/workbench/**/*.test.ts']),
};
