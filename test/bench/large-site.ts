import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sampleSite } from '../../scripts/machine/places.ts';
import type { Texts } from '../memory-files.ts';

const posts = 'source/_posts';

/** A site with so many posts: the sample site's own, again and again, each with a title and a name of its own. */
export function largeSite(count: number): Texts {
  const texts: Record<string, string> = {};
  for (const path of filesOf(sampleSite)) texts[path] = readFileSync(join(sampleSite, path), 'utf8');
  const originals = Object.entries(texts).filter(([path]) => path.startsWith(`${posts}/`));
  for (let number = originals.length; number < count; number += 1) {
    const [path, text] = originals[number % originals.length] ?? ['', ''];
    const name = path.slice(posts.length + 1).replace(/\./, `-${number}.`);
    texts[`${posts}/${name}`] = text.replace(/^title: (?:>\n +|')?/m, `$&${number} `);
  }
  return texts;
}

function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(site, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('build_'));
}
