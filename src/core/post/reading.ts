import type { Field, YamlProblem } from './post.ts';
import type { Value } from './value.ts';

/** What a YAML reader makes of a front matter, whatever the dialect. */
export interface Reading {
  /** The whole value; undefined when there is a problem. */
  readonly data: Value | undefined;
  /** The top level's entries, as many as can be read when there is a problem. */
  readonly fields: readonly Field[];
  /** The first mistake. */
  readonly problem: YamlProblem | undefined;
}
