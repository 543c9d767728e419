import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

test('the seed post, opened by hand, shows its one mistake', async () => {
  await using desk = await Workbench.open();
  await desk.openFile('us-blames-iran.md');
  const problems = await desk.problems();
  const mistakes = problems.filter(({ severity }) => severity !== 'info');
  assert.deepEqual(
    mistakes.map(({ severity, rule, place }) => [severity, rule, place]),
    [['error', 'image/no-source', '[Ln 32, Col 1]']],
  );
  assert.match(mistakes[0]?.message ?? '', /no source/);
  assert.deepEqual(ours(desk.consoleErrors), []);
});

/** Errors that speak of Copydesk; VS Code has some of its own here, such as the extension gallery out of reach. */
function ours(errors: readonly string[]): readonly string[] {
  return errors.filter((error) => /copydesk\.copydesk|\/dist\/extension/.test(error));
}
