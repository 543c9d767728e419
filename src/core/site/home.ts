import type { Site } from './site.ts';
import { isKnown, type Known } from './unknown.ts';

/** Where a site is on the web, as far as its config says. */
export interface Home {
  /** Whether `baseUrl` surely ends in a slash, so that `{{ $page->baseUrl }}assets/x.png` is an address of the site. */
  readonly endsInSlash: boolean;
  /** The hosts at which it is, in lower case. */
  readonly hosts: readonly string[];
  /** What an absolute address of the site itself is below its web root, with query and fragment; undefined for others. */
  pathOf(url: string): string | undefined;
  /** A root-relative address without the folder that the site lies in on its host. */
  withoutBase(address: string): string;
}

/** A site whose address isn't known. */
export const NO_HOME: Home = {
  hosts: [],
  endsInSlash: false,
  pathOf: () => undefined,
  withoutBase: (address) => address,
};

const homes = new WeakMap<object, Home>();

/** Where a site is on the web: by the `baseUrl` of the config that is built, and of `config.production.php`. */
export function homeOf(site: Site | undefined): Home {
  const jigsaw = site?.jigsaw;
  if (!jigsaw) return NO_HOME;
  const known = homes.get(jigsaw);
  if (known) return known;
  // Where the production config sets none, the other one's holds.
  const base = jigsaw.config.defaults.get('baseUrl');
  const home = makeHome([base, jigsaw.productionUrl ?? base]);
  homes.set(jigsaw, home);
  return home;
}

function makeHome(settings: readonly (Known<unknown> | undefined)[]): Home {
  const bases = settings.filter((base) => typeof base === 'string').map((base) => base.trim());
  const isSure = settings.every((base) => base !== undefined && isKnown(base));
  // `http://x.org/blog/`: the host in lower case, and the folder without slashes at its ends.
  const own = bases.flatMap((base) => {
    const [, host, folder = ''] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(base) ?? [];
    return host === undefined ? [] : [{ host: host.toLowerCase(), folder: folder.replace(/^\/+|\/+$/g, '') }];
  });
  const folders = [...new Set(own.map(({ folder }) => folder))].filter((folder) => folder !== '');
  return {
    endsInSlash: isSure && bases.length > 0 && bases.every((base) => base.endsWith('/')),
    hosts: [...new Set(own.map(({ host }) => host))],
    pathOf(url) {
      const [, host = '', rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
      for (const each of own) {
        if (each.host !== host.toLowerCase()) continue;
        const path = below(rest.startsWith('/') ? rest : `/${rest}`, each.folder);
        if (path !== undefined) return path;
      }
      return undefined;
    },
    withoutBase(address) {
      for (const folder of folders) {
        const path = below(address, folder);
        if (path !== undefined) return path;
      }
      return address;
    },
  };
}

function below(address: string, folder: string): string | undefined {
  if (folder === '') return address;
  if (!address.startsWith(`/${folder}`)) return undefined;
  const rest = address.slice(folder.length + 1);
  return /^(?:$|[/?#])/.test(rest) ? `/${rest.replace(/^\//, '')}` : undefined;
}
