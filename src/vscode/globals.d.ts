// What both extension hosts have beyond the language itself: Node's and the web worker's own types disagree.
declare function setTimeout(run: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare function fetch(
  address: string,
  options: Readonly<Record<string, unknown>>,
): Promise<{
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}>;
interface AbortSignal {
  readonly aborted: boolean;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
/** What Copydesk takes of Node's `fs/promises`. */
interface NodeDisk {
  open(
    path: string,
    flags: 'wx',
  ): Promise<{ writeFile(contents: Uint8Array): Promise<void>; close(): Promise<void> }>;
  rm(path: string): Promise<void>;
}
/** Not there in the web worker's host; Node can be asked for its modules since 20.16. */
declare const process: { getBuiltinModule?(id: 'node:fs/promises'): NodeDisk };
