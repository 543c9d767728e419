// What the licences of the bundled packages ask for: their names and texts, in one file beside the bundles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that the bundles are made from, pictures within style sheets included: their folders below the project's, in alphabetical order.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {readonly string[]}
 */
export function bundledPackages(metafiles) {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * The notices of packages, as one text.
 * @param {string} root the project's own folder
 * @param {readonly string[]} folders
 * @throws when a package names no licence: then it must not be shipped
 */
export function notices(root, folders) {
  return [
    'Copydesk contains parts of these packages. Each is under the licence that follows its name.',
    ...folders.map((folder) => noticeOf(join(root, folder))),
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  /** @type {{ name: string, version: string, license?: string, homepage?: string, author?: string | { name: string } }} */
  const { name, version, license, homepage, author } = manifest;
  if (license === undefined) throw new Error(`${name} names no licence.`);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?!-code)/i.test(each));
  const by = typeof author === 'object' ? author.name : author;
  const text =
    file === undefined
      ? `The package brings no text of its licence${by === undefined ? '' : `; it is by ${by}`}.`
      : readFileSync(join(folder, file), 'utf8').trim();
  return [`${name} ${version} (${license})`, ...(homepage ? [homepage] : []), '', text].join('\n');
}
