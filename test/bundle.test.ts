import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, matchesGlob } from 'node:path';
import { test } from 'node:test';
import { build, type Metafile } from 'esbuild';
import { bundles } from '../esbuild.mjs';
import { root } from '../scripts/machine/places.ts';
import { bundledPackages, notices } from '../scripts/notices.mjs';

/** The libraries that the core may use; each is pure, so that the core runs in every host. */
const libraries = new Set([
  '@csstools/css-tokenizer',
  'dom-serializer',
  'domhandler',
  'entities',
  'fastest-levenshtein',
  'gray-matter',
  'htmlparser2',
  'ignore',
  'image-size',
  'jsonc-parser',
  'markdown-it',
  'php-parser',
  're2js',
  'stopwords-iso',
  'valibot',
  'yaml',
]);

for (const [name, options] of Object.entries(bundles)) {
  test(`${name}: what it is made of`, async () => {
    const { metafile } = await build({ ...options, write: false, metafile: true });
    assert.deepEqual(foreignToCore(metafile), []);
    if (options.platform === 'browser') assert.deepEqual(nodeBuiltIns(metafile), []);
  });
}

test('everything that the extension loads is packaged', async () => {
  const rules = (await readFile(join(root, '.vscodeignore'), 'utf8')).split('\n');
  const shipped = rules.flatMap((rule) => (rule.startsWith('!') ? [rule.slice(1)] : []));
  const { cli: _terminal, ...loaded } = bundles;
  const built = Object.values(loaded).map((options) => build({ ...options, write: false, metafile: true }));
  const outputs = (await Promise.all(built)).flatMap(({ metafile }) => Object.keys(metafile.outputs));
  const missing = outputs.filter((path) => !shipped.some((glob) => matchesGlob(path, glob)));
  assert.deepEqual(missing, []);
});

test('what stands in the page of a preview doesn’t end where it stands', async () => {
  for (const name of ['preview', 'previewStyle', 'siteStyle']) {
    const { outputFiles } = await build({ ...bundles[name], minify: true, write: false });
    const texts = outputFiles.filter(({ path }) => /\.(?:js|css)$/.test(path));
    assert.ok(texts.length > 0);
    // Behind a comment’s start that has no end, a browser takes a second script's start into the first.
    for (const { path, text } of texts) assert.ok(!/<\/(?:script|style)|<!--(?!>|-->)/i.test(text), path);
  }
});

test('every package that is bundled has its notice', async () => {
  const built = Object.values(bundles).map((options) => build({ ...options, write: false, metafile: true }));
  const folders = bundledPackages((await Promise.all(built)).map(({ metafile }) => metafile));
  const text = notices(root, folders);
  for (const name of ['markdown-it', 'dompurify', '@fontsource/arimo', '@vscode/codicons']) {
    assert.ok(folders.includes(`node_modules/${name}`), name);
    assert.ok(text.includes(`\n${name} `), name);
  }
  assert.throws(() => notices(root, ['test/fixtures']));
});

/** Imports of the core's files that are neither the core's own nor a named library. */
function foreignToCore({ inputs }: Metafile): readonly string[] {
  return Object.entries(inputs)
    .filter(([file]) => file.startsWith('src/core/'))
    .flatMap(([file, { imports }]) =>
      imports
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('src/core/') && !libraries.has(packageOf(path)))
        .map((path) => `${file} → ${path}`),
    );
}

/** Node's modules that a bundle asks for while it runs. */
function nodeBuiltIns({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs)
    .flatMap(({ imports }) => imports.map(({ path }) => path))
    .filter((path) => path.startsWith('node:') || builtinModules.includes(path));
}

/** `node_modules/@scope/name/dist/x.js` → `@scope/name` */
function packageOf(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? path;
}
