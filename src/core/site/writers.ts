import { buildIndexOf, handOnIndex, hasIndex } from './build-index.ts';
import type { SitePath } from './files.ts';
import { fateOf } from './jigsaw/fate.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** A file of the built site that several sources write: the last of them stays, and nothing says so. */
export interface Rivalry {
  /** The file, below the build's folder. */
  readonly output: string;
  readonly others: readonly SitePath[];
  /** The one that is written last. */
  readonly winner: SitePath;
}

/** The files that this source and others write. What can't be known of a source is taken for no file. */
export function rivalriesOf(path: SitePath, site: Site): readonly Rivalry[] {
  const { jigsaw } = site;
  if (!jigsaw) return [];
  const index = buildIndexOf(site, jigsaw);
  return index.outputsOf(path).flatMap((output) => {
    const others = sourcesOf(output, site).filter((each) => each !== path);
    // Jigsaw builds its files in the order of their names' bytes (`File/Filesystem`, Symfony's `sortByName`).
    const winner = others.reduce((last, each) => (each > last ? each : last), path);
    return others.length > 0 ? [{ output, others, winner }] : [];
  });
}

/** The sources that write a file of the built site. What can't be known of a source is taken for no file. */
export function sourcesOf(output: string, site: Site): readonly SitePath[] {
  const { jigsaw } = site;
  if (!jigsaw) return [];
  return [...buildIndexOf(site, jigsaw).writersOf(output), ...copiesOf(output, site, jigsaw)];
}

/** The posts whose rivals are others after these have changed, come or gone. Keeps the index, which is large. */
export function rivalsOfChange(paths: ReadonlySet<SitePath>, before: Site, after: Site): Set<SitePath> {
  const rivals = new Set<SitePath>();
  // As long as nobody has asked for rivals, nobody has been told of any.
  if (!hasIndex(before)) return rivals;
  const add = (site: Site) => {
    for (const path of paths) {
      for (const { others } of rivalriesOf(path, site)) for (const other of others) rivals.add(other);
    }
  };
  add(before);
  handOnIndex(paths, before, after);
  add(after);
  return rivals;
}

/** The file that is copied to this place as it is, if there is one. */
function copiesOf(output: string, { files }: Site, { config }: JigsawSite): readonly SitePath[] {
  const path = `${config.source}/${output}` as SitePath;
  if (!files.has(path)) return [];
  const fate = fateOf(path, config, (each) => files.has(each));
  return isKnown(fate) && fate.kind === 'copied' ? [path] : [];
}
