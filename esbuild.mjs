// Builds everything that ships, and the suite for the extension host. `node esbuild.mjs [--watch] [--production]`
import { readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { context } from 'esbuild';
import { bundledPackages, notices } from './scripts/notices.mjs';

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  target: 'es2023',
  metafile: true,
  logLevel: 'warning',
  // Escapes of the stop words of languages in other scripts would take 100 KB more.
  charset: 'utf8',
  // gray-matter can evaluate JavaScript front matter; that engine is never asked, and a test shows that nothing runs.
  logOverride: { 'direct-eval': 'silent' },
  // Some libraries ship a Node flavour and one without Node; the core must run in both hosts, so it takes the latter.
  mainFields: ['browser', 'module', 'main'],
  // php-parser's browser flavour calls the global object by the name that it has there, and asks Node how long PHP's
  // integers are: 64 bits everywhere.
  define: { self: 'globalThis', 'process.arch': '"x64"' },
};

/** @type {Readonly<Record<string, import('esbuild').BuildOptions>>} */
export const bundles = {
  extension: {
    ...shared,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.cjs',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  web: {
    ...shared,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.web.cjs',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  preview: {
    ...shared,
    entryPoints: ['src/preview/main.ts'],
    outfile: 'dist/preview.js',
    platform: 'browser',
    format: 'iife',
  },
  previewStyle: {
    ...shared,
    entryPoints: ['src/preview/styles/preview.css'],
    outfile: 'dist/preview.css',
    loader: { '.woff2': 'file', '.svg': 'dataurl' },
    assetNames: 'fonts/[name]',
  },
  siteStyle: {
    ...shared,
    entryPoints: ['src/preview/styles/site.css'],
    outfile: 'dist/site.css',
  },
  cli: {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'esm',
    // CommonJS libraries inside an ES module still call require.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  },
};

/**
 * The tests that run inside the extension host: one bundle without Node, so that both kinds of host can load it.
 * @type {import('esbuild').BuildOptions}
 */
const hostSuite = {
  ...shared,
  stdin: {
    contents: ['mocha', ...hostTests(), 'run'].map((name) => `export * from './${name}.ts';`).join('\n'),
    resolveDir: join(import.meta.dirname, 'test', 'host'),
  },
  outfile: 'out/test/host.cjs',
  platform: 'browser',
  external: ['vscode'],
  // Mocha's browser build assigns module.exports at its top, so ours is assigned at the bundle's end.
  format: 'iife',
  globalName: 'hostSuite',
  footer: { js: 'module.exports = hostSuite;' },
};

function hostTests() {
  const files = readdirSync(join(import.meta.dirname, 'test', 'host')).sort();
  return files.filter((name) => name.endsWith('.test.ts')).map((name) => basename(name, '.ts'));
}

/**
 * Builds what ships, and the tests for the extension host when asked for.
 * Rejects when something can't be built; esbuild has printed why.
 * @param {{ readonly watch?: boolean, readonly production?: boolean, readonly tests?: boolean }} [options]
 */
export async function build({ watch = false, production = false, tests = false } = {}) {
  // What ships is built afresh: no source map and no leftover of a bundle that is gone gets into the package.
  if (production) rmSync(join(import.meta.dirname, 'dist'), { recursive: true, force: true });
  /** @type {import('esbuild').Metafile[]} */
  const metafiles = [];
  for (const bundle of [...Object.values(bundles), ...(tests ? [hostSuite] : [])]) {
    const built = await context({ ...bundle, sourcemap: !production, minify: production });
    if (watch) await built.watch();
    else {
      const { metafile } = await built.rebuild().finally(() => built.dispose());
      if (metafile) metafiles.push(metafile);
    }
  }
  if (!production) return;
  const text = notices(import.meta.dirname, bundledPackages(metafiles));
  writeFileSync(join(import.meta.dirname, 'dist', 'ThirdPartyNotices.txt'), `${text}\n`);
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '')) {
  const watch = process.argv.includes('--watch');
  const production = process.argv.includes('--production');
  await build({ watch, production, tests: !production }).catch(() => {
    process.exitCode = 1;
  });
  if (watch) console.log('Watching. Reload the VS Code window to run what has changed; Ctrl+C stops.');
}
