import type { Reference } from '../post/references.ts';
import type { RemoteAnswer } from '../remote/answer.ts';
import { partsOf, questionOf, type RemoteQuestion } from '../remote/remote-address.ts';
import type { Use } from '../remote/web.ts';
import { resolveAddress } from '../site/address.ts';
import { homeOf } from '../site/home.ts';
import { servedAt } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from './rule.ts';

/** A place of a post where an address on another server stands. */
interface RemoteReference {
  readonly span: Span;
  readonly question: RemoteQuestion;
}

/** Every place whose address another server can be asked for. */
export function remoteReferences(context: RuleContext, use: Use): readonly RemoteReference[] {
  return meant(context, use).flatMap(({ address, addressSpan }) => {
    const target = resolveAddress(address ?? '', undefined, homeOf(context.site));
    if (!addressSpan || target.kind !== 'remote') return [];
    const question = questionOf(use, target.url);
    return question ? [{ span: addressSpan, question }] : [];
  });
}

/** What is asked is what readers look at: neither style sheets nor addresses that a browser only gets ready for. */
function meant({ images, references }: RuleContext, use: Use): readonly Reference[] {
  return use === 'image'
    ? images.map(({ reference }) => reference)
    : references.filter(({ kind }) => kind === 'link' || kind === 'media');
}

/** An answer that holds against an address, and where that stands. */
interface RemoteFault<Kind> {
  readonly span: Span;
  readonly host: string;
  readonly answer: RemoteAnswer & { readonly kind: Kind };
}

/** The places whose address got an answer of this kind; none while nobody is asked. */
export function* remoteFaults<Kind extends RemoteAnswer['kind']>(
  context: RuleContext,
  use: Use,
  kind: Kind,
): Iterable<RemoteFault<Kind>> {
  const { site } = context;
  if (!site?.remote) return;
  for (const { span, question } of remoteReferences(context, use)) {
    const answer = site.remote.get(question);
    if (!answer || !isOfKind(answer, kind)) continue;
    const { address } = partsOf(question);
    // The site itself, perhaps, where what is written here isn't published yet.
    if (!isBuiltHere(address, site)) yield { span, host: writtenHost(address), answer };
  }
}

function isOfKind<Kind extends RemoteAnswer['kind']>(
  answer: RemoteAnswer,
  kind: Kind,
): answer is RemoteAnswer & { readonly kind: Kind } {
  return answer.kind === kind;
}

/** The host as it stands in the address: not in Punycode, as few would know it again. */
function writtenHost(address: string): string {
  return /^https?:\/*([^/?#\\]*)/i.exec(address)?.[1] ?? '';
}

/** Whether this site has a page or a file at the path of an address. */
function isBuiltHere(address: string, site: Site): boolean {
  const target = resolveAddress(address.replace(/^https?:\/\/[^/?#]*/i, ''), undefined);
  if (target.kind !== 'local' || target.path === '') return false;
  const { kind } = servedAt(target.path, site);
  return kind === 'file' || kind === 'page';
}
