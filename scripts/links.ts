// `npm run links -- SITE…`: holds what Copydesk says of images and links against a list that a second, simple model
// makes from each site's files, and prints precision and recall with every disagreement.
import { resolve } from 'node:path';
import { type Broken, compareLinks, type LinkFigures } from '../test/agreement/links.ts';
import { command } from './machine/command.ts';
import { Fault } from './machine/fault.mjs';

await command(async () => {
  const sites = process.argv.slice(2);
  if (sites.length === 0) throw new Fault('Say which sites: npm run links -- FOLDER…');
  const all: LinkFigures[] = [];
  for (const site of sites) {
    const figures = await compareLinks(resolve(site));
    all.push(figures);
    console.log(`\n${site}`);
    for (const kind of ['image', 'link'] as const) print(kind, [figures]);
    for (const each of figures.wrong) console.log(`  only Copydesk: ${each.file}: ${each.address}`);
    for (const each of figures.missed) console.log(`  only the model: ${each.file}: ${each.address}`);
  }
  console.log('\nAll sites');
  for (const kind of ['image', 'link'] as const) print(kind, all);
  return 0;
});

function print(kind: Broken['kind'], all: readonly LinkFigures[]): void {
  const count = (of: keyof LinkFigures) =>
    all.flatMap((each) => each[of]).filter((each) => each.kind === kind).length;
  const [said, holds] = [count('said'), count('holds')];
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  const precision = share(said - count('wrong'), said);
  const recall = share(holds - count('missed'), holds);
  console.log(`  ${kind}s: ${said} reported, ${holds} broken; precision ${precision}, recall ${recall}`);
}
