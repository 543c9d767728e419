import * as v from 'valibot';

/** What the suite tells the runner while it runs, as JSON by HTTP POST, in order. */
export const ReportSchema = v.variant('type', [
  v.object({ type: v.literal('start'), host: v.picklist(['node', 'web worker']), version: v.string() }),
  v.object({ type: v.literal('pass'), title: v.string(), milliseconds: v.number() }),
  v.object({ type: v.literal('fail'), title: v.string(), error: v.string() }),
  v.object({ type: v.literal('end') }),
]);
export type Report = v.InferOutput<typeof ReportSchema>;

/** What the runner tells the suite, as the user's setting `copydeskTests`: neither host has the other's means. */
export interface SuiteSettings {
  /** Where reports go. */
  readonly report: string;
  /** The sample site as it came, to take fresh files from: the path of its URI. */
  readonly pristine: string;
  /** Only tests whose full title has this text in it. */
  readonly only?: string;
}
