import type { Files, SitePath } from '../site/files.ts';

/** Runs Jigsaw in any shell: a name without a program before it is none to Windows' own, which knows no `#!`. */
export const JIGSAW = 'php vendor/bin/jigsaw';

/** How a package names its scripts; anything else in the file is nobody's business here. */
type Scripts = Readonly<Record<string, unknown>>;

/** Names that a shell takes as they are: the command is shown to be typed, and any text may name a script. */
const PLAIN = /^\w[\w:./-]*$/;

/**
 * The command that builds a site, as its own `package.json` or `composer.json` names it, or Jigsaw's own.
 * A script that builds the local version goes first, as that is quicker and needs nothing of a server.
 */
export async function buildCommand(files: Files): Promise<string> {
  const candidates = [
    ...(await scriptsOf(files, 'package.json')).map(([name, script]) => [`npm run ${name}`, script] as const),
    ...(await scriptsOf(files, 'composer.json')).map(
      ([name, script]) => [`composer ${name}`, script] as const,
    ),
  ].filter(([, script]) => /\bjigsaw\s+build\b/.test(script));
  const local = candidates.find(([, script]) => /\bjigsaw\s+build(?:\s+local)?\s*(?:$|&|;)/.test(script));
  return (local ?? candidates[0])?.[0] ?? `${JIGSAW} build`;
}

async function scriptsOf(files: Files, path: string): Promise<(readonly [string, string])[]> {
  try {
    const { scripts }: { scripts?: Scripts } = JSON.parse((await files.read(path as SitePath)) ?? '{}') ?? {};
    return Object.entries(scripts ?? {}).flatMap(([name, script]) =>
      PLAIN.test(name) ? [[name, [script].flat().join(' && ')] as const] : [],
    );
  } catch {
    return []; // Half-written; the site's own tools will say so.
  }
}
