import type { FromPage, PageState } from '../protocol/messages.ts';

/** What VS Code gives the script of a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** What an earlier life of this page kept; not yet decoded. */
export function keptState(): unknown {
  return api.getState();
}

export function keepState(state: PageState): void {
  api.setState(state);
}
