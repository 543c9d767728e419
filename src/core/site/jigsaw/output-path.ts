import { basename, leftTrimPath, trimPath } from './php/paths.ts';

/** How Jigsaw makes file names of addresses: one of its two `PathResolvers`, without pages of a pagination. */
export interface OutputPathResolver {
  /** The address of a page. */
  link(path: string, name: string, type: string): string;
  /** The file that holds it, not yet resolved. */
  path(path: string, name: string, type: string): string;
  /** The folder that is made for the file. */
  directory(path: string, name: string, type: string): string;
}

/** `PrettyOutputPathResolver`: `about.html` becomes `about/index.html`. */
const pretty: OutputPathResolver = {
  link(path, name, type) {
    const folder = `/${leftTrimPath(`${trimPath(path)}/`)}`;
    if (type !== 'html') return `${folder}${name}.${type}`;
    return name === 'index' ? folder : `${folder}${name}/`;
  },
  path(path, name, type) {
    if (type === 'html' && name !== 'index') return `${trimPath(path)}/${name}/index.html`;
    return type === '' || type === '0' ? `${trimPath(path)}/${name}` : `${trimPath(path)}/${name}.${type}`;
  },
  directory(path, name, type) {
    return type === 'html' && name !== 'index' ? `${trimPath(path)}/${name}` : trimPath(path);
  },
};

/** `BasicOutputPathResolver`, for `'pretty' => false`. */
const basic: OutputPathResolver = {
  link(path, name, type) {
    const extension = type ? `.${type}` : '';
    return `/${path}/${basename(name, extension)}${extension}`.replaceAll('//', '/');
  },
  path(path, name, type) {
    return basic.link(path, name, type);
  },
  directory(path) {
    return path.replaceAll('//', '/');
  },
};

export function outputPathResolver(isPretty: boolean): OutputPathResolver {
  return isPretty ? pretty : basic;
}
