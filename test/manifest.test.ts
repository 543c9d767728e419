import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { manifestTexts } from '../scripts/texts.ts';

const root = join(import.meta.dirname, '..');
const source = readFileSync(join(root, 'package.json'), 'utf8');
const { contributes } = JSON.parse(source) as {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly scope?: string; readonly tags?: readonly string[] }>
      >;
    };
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly when?: string }[]>
    >;
    readonly keybindings: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly svg: string } }[];
    }[];
  };
};

test('every text of package.json is in package.nls.json, and every one there is used', () => {
  const used = new Set(Array.from(source.matchAll(/"%([^%"]+)%"/g), ([, key]) => key));
  assert.deepEqual([...used].sort(), [...manifestTexts().english.keys()].sort());
});

test('what goes online without being asked each time is the writer’s own to allow, never a folder’s', () => {
  const online = Object.entries(contributes.configuration.properties).filter(([, { tags }]) =>
    tags?.includes('usesOnlineServices'),
  );
  assert.deepEqual(
    online.map(([name, { scope }]) => [name, scope]),
    [
      ['copydesk.preview.remoteImages', 'application'],
      ['copydesk.remote.check', 'application'],
    ],
  );
});

test('menus and keys lead to commands that have a name', () => {
  const named = new Set(contributes.commands.map(({ command }) => command));
  const entries = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
  for (const { command } of entries) {
    if (command?.startsWith('copydesk.')) assert.ok(named.has(command), command);
  }
  assert.equal(named.size, contributes.commands.length);
});

test('the palette offers each command only where it can do something', () => {
  const offered = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when !== undefined);
  assert.deepEqual(
    offered.map(({ command }) => command),
    contributes.commands.map(({ command }) => command),
  );
});

test('the walkthrough has its pictures', () => {
  const steps = contributes.walkthroughs.flatMap(({ steps }) => steps);
  assert.equal(steps.length, 4);
  for (const { media } of steps) assert.ok(existsSync(join(root, media.svg)), media.svg);
});
