import { readFile } from 'node:fs/promises';
import { parsePost } from '../../src/core/post/parse-post.ts';
import type { SitePath } from '../../src/core/site/files.ts';
import { readJigsawConfig } from '../../src/core/site/jigsaw/config.ts';
import { itemOf } from '../../src/core/site/jigsaw/item.ts';
import { outputsOf } from '../../src/core/site/jigsaw/output.ts';
import { findView } from '../../src/core/site/jigsaw/views.ts';
import { Unknown } from '../../src/core/site/unknown.ts';

/** One case of `test/golden/paths.json`: a post, its collection and what Jigsaw wrote for it. */
export interface PathCase {
  readonly name: string;
  readonly collection: { readonly name: string; readonly path: string | null };
  readonly file: string;
  readonly source: string;
  readonly config?: string;
  readonly collectionSettings?: string;
  readonly outputPath: string | null;
  readonly url: string | null;
  readonly outputs?: readonly { readonly outputPath: string; readonly url: string }[];
  readonly writtenFiles?: readonly string[];
  readonly error?: { readonly class: string; readonly message: string };
}

/** How a case compares: `unknown` is right where the path is a function, and nowhere else. */
export interface Comparison {
  readonly verdict: 'agrees' | 'unknown' | 'differs';
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The cases of a golden file. */
export async function readCases(path: URL): Promise<readonly PathCase[]> {
  return JSON.parse(await readFile(path, 'utf8'));
}

const LAYOUTS = ['post.blade.php', 'print.blade.php', 'feed.blade.xml', 'data.blade.json'];

/** The config that the case was built with, in the words of a `config.php`. */
function configOf({ collection, config = '', collectionSettings = '' }: PathCase): string {
  const { name, path } = collection;
  const expression = path?.startsWith('php:') ? path.slice('php:'.length) : phpString(path ?? '');
  const settings = [path === null ? '' : `'path' => ${expression}`, collectionSettings]
    .filter(Boolean)
    .join(', ');
  return `<?php return ['collections' => [${phpString(name)} => [${settings}]]${config && `, ${config}`}];`;
}

function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** Works out a case's addresses and sets them against what Jigsaw wrote. */
export function compare(golden: PathCase): Comparison {
  const config = readJigsawConfig({
    env: 'local',
    config: { path: 'config.php' as SitePath, text: configOf(golden) },
  });
  const [collection] = config.collections instanceof Unknown ? [] : config.collections;
  if (!collection) return { verdict: 'differs', expected: 'a collection', actual: config };
  const path = `${collection.folder}/${golden.file}` as SitePath;
  const files = new Set<string>(LAYOUTS.map((layout) => `source/_layouts/${layout}`));
  const { frontMatter } = parsePost(path, golden.source);
  const expected = expectationOf(golden);
  if (frontMatter?.problem) return verdict(expected, { error: frontMatter.problem.symfony });
  const item = itemOf(path, frontMatter?.data, golden.source, collection, config);
  const outputs = outputsOf(item, (name) => findView(name, config, (view) => files.has(view)));
  if (outputs instanceof Unknown) return { verdict: 'unknown', expected, actual: outputs.reason };
  if (outputs.error !== undefined) return verdict(expected, { error: outputs.error });
  const baseUrl = config.defaults.get('baseUrl') ?? '';
  return verdict(expected, {
    outputs: outputs.outputs.map(({ path: file, url }) => ({
      outputPath: file,
      url: `${String(baseUrl)}${url}`,
    })),
    writtenFiles: [...new Set(outputs.outputs.map(({ path: file }) => file))].sort(),
  });
}

/** What Jigsaw made of the case: an error, or its files with their addresses. */
function expectationOf({ error, outputs, outputPath, url, writtenFiles }: PathCase): unknown {
  if (error) return { error: error.message.replaceAll('<site>/build_local/', '') };
  const single = outputPath === null ? [] : [{ outputPath, url }];
  return { outputs: outputs ?? single, writtenFiles: writtenFiles?.toSorted() };
}

function verdict(expected: unknown, actual: unknown): Comparison {
  const agrees = JSON.stringify(expected) === JSON.stringify(actual);
  return { verdict: agrees ? 'agrees' : 'differs', expected, actual };
}
