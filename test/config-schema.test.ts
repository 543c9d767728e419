import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { configJsonSchema } from '../scripts/config-schema.ts';

it('copydesk.schema.json is what the settings and the rules are; `npm run schema` writes it', () => {
  const written = readFileSync(join(import.meta.dirname, '..', 'copydesk.schema.json'), 'utf8');
  assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(configJsonSchema())));
});
