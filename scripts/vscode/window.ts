import { pathToFileURL } from 'node:url';

/** What a window of VS Code is opened with. */
export interface WindowOptions {
  /** The folder to work in, or a `.code-workspace` file that names several: an absolute path on this machine. */
  readonly folder: string;
  /** Absolute paths of the extensions under development. */
  readonly extensions: readonly string[];
  /** A module whose `run()` the extension host calls, inside the folder of one of the extensions. */
  readonly tests?: string;
}

/** A path on this machine as the path of a URI, not encoded: on Windows `/c:/…`. */
export function uriPath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

/**
 * The path and query that open such a window.
 * @param host what the browser calls the server, with its port: `127.0.0.1:8080`
 * @param token the server's connection token; the server swaps it for a cookie
 */
export function windowPath(host: string, token: string, window: WindowOptions): string {
  const remote = (path: string) => `vscode-remote://${host}${pathToFileURL(path).pathname}`;
  const payload = window.extensions.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (window.tests !== undefined) payload.push(['extensionTestsPath', remote(window.tests)]);
  const kind = window.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ tkn: token, [kind]: uriPath(window.folder) });
  return `/?${query}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
