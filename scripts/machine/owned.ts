// Whatever must not outlive this process: servers, browsers, temporary folders. Each is closed by `await using`,
// or, when the run is interrupted half-way, by `closeAll`.

const open = new Set<() => Promise<void>>();

/** Registers how to close something; it is closed once, at the end of the scope or of the process, and awaited by both. */
export function owned<T extends object>(thing: T, close: () => Promise<void>): T & AsyncDisposable {
  let closing: Promise<void> | undefined;
  const once = () => {
    closing ??= close().finally(() => open.delete(once));
    return closing;
  };
  open.add(once);
  return Object.assign(thing, { [Symbol.asyncDispose]: once });
}

/** Closes all that is still open, the newest first, whatever fails on the way. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) await close().catch((error: unknown) => console.error(error));
}
