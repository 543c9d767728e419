// `npm run schema`: writes copydesk.schema.json from the schema that checks copydesk.json. A test says when it is due.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configJsonSchema } from './config-schema.ts';
import { command } from './machine/command.ts';
import { root } from './machine/places.ts';
import { runNode } from './machine/run.ts';

await command(async () => {
  const file = join(root, 'copydesk.schema.json');
  await writeFile(file, JSON.stringify(configJsonSchema(), null, 2));
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { code, output } = await runNode(biome, ['format', '--write', file], { cwd: root });
  console.log(code === 0 ? 'copydesk.schema.json is written.' : output.trim());
  return code;
});
