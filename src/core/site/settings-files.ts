import { CONFIG_FILE } from '../config/copydesk-config.ts';
import type { ConfigReading } from '../config/read-config.ts';
import type { SitePath } from './files.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { SettingsFile } from './site.ts';

/** The texts of the files that say how a site is built and checked, as far as they are there. */
export type SettingsTexts = ReadonlyMap<SitePath, string>;

/** The files with what is wrong in them. */
export function settingsFiles(
  texts: SettingsTexts,
  jigsaw: JigsawSite | undefined,
  copydesk: ConfigReading['problems'],
): readonly SettingsFile[] {
  const php = [
    ...(jigsaw?.config.problems ?? []),
    ...(jigsaw?.bootstrap.problem ? [jigsaw.bootstrap.problem] : []),
  ];
  return Array.from(texts, ([path, text]) => ({
    path,
    text,
    problems: path === CONFIG_FILE ? copydesk : php.filter((problem) => problem.path === path),
  }));
}
