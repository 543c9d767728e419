// Builds everything that ships. `node esbuild.mjs [--watch] [--production]`
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  target: 'es2023',
  sourcemap: !production,
  minify: production,
  metafile: true,
  logLevel: 'warning',
  // gray-matter can evaluate JavaScript front matter; we replace that engine, and a test shows that nothing runs.
  logOverride: { 'direct-eval': 'silent' },
  // Some libraries ship a Node flavour and one without Node; the core must run in both hosts, so it takes the latter.
  mainFields: ['browser', 'module', 'main'],
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
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
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
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

if (import.meta.filename === process.argv[1]) {
  for (const options of Object.values(bundles)) {
    const built = await context(options);
    if (watch) await built.watch();
    else {
      await built.rebuild();
      await built.dispose();
    }
  }
}
