import { basename, leftTrimPath, trimPath } from './php/paths.ts';

/** What a page's address is made of. */
export interface PageName {
  /** The folder, as Jigsaw has it: with or without slashes around. */
  readonly path: string;
  readonly name: string;
  /** The extension of the file that is written, without its dot; may be empty. */
  readonly type: string;
  /** Which page of a pagination it is, from 1. */
  readonly page?: number;
  /** What stands before the page's number. */
  readonly prefix?: string;
}

/** How Jigsaw makes file names and addresses: one of its two `PathResolvers`. */
export interface OutputPathResolver {
  /** The address of a page. */
  link(page: PageName): string;
  /** The file that holds it, not yet resolved. */
  path(page: PageName): string;
  /** The folder that is made for the file. */
  directory(page: PageName): string;
}

/** `3/`, or `page/3/` with a prefix; nothing for the first page. */
function number({ page = 1, prefix = '' }: PageName): string {
  return page > 1 ? `${trimPath(`${prefix}/${page}`)}/` : '';
}

/** `PrettyOutputPathResolver`: `about.html` becomes `about/index.html`. */
const pretty: OutputPathResolver = {
  link(page) {
    const { path, name, type } = page;
    const folder = `/${leftTrimPath(`${trimPath(path)}/`)}`;
    if (type !== 'html') return `${folder}${name}.${type}`;
    return folder + (name === 'index' ? '' : `${name}/`) + number(page);
  },
  path(page) {
    const { path, name, type } = page;
    const folder = `${trimPath(path)}/`;
    if (type === 'html') return `${folder}${name === 'index' ? '' : `${name}/`}${number(page)}index.html`;
    return folder + (type === '' || type === '0' ? name : `${name}.${type}`);
  },
  directory(page) {
    const { path, name, type } = page;
    const folder = trimPath(path);
    if (type !== 'html') return folder;
    return `${folder}/${name === 'index' ? '' : `${name}/`}${number(page)}`;
  },
};

/** `BasicOutputPathResolver`, for `'pretty' => false`. */
const basic: OutputPathResolver = {
  link({ path, name, type, page = 1 }) {
    const extension = type ? `.${type}` : '';
    const folder = page > 1 ? `/${path}/${page}/` : `/${path}/`;
    return (folder + basename(name, extension) + extension).replaceAll('//', '/');
  },
  path(page) {
    return basic.link(page);
  },
  directory({ path, page = 1 }) {
    return (page > 1 ? `${path}/${page}` : path).replaceAll('//', '/');
  },
};

export function outputPathResolver(isPretty: boolean): OutputPathResolver {
  return isPretty ? pretty : basic;
}
