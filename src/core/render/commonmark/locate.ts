import type { Token } from 'markdown-it';
import { span } from '../../text/span.ts';
import { type Place, setPlace, setStretches } from '../place.ts';
import { definitionPlaceOf, inlinePlaceOf, labelOf } from './places.ts';
import { type ContentPlace, SourceLines } from './source-lines.ts';

/** Tells images, links, definitions and HTML where they stand in the source that these tokens were made of. */
export function locate(tokens: readonly Token[], source: string): void {
  const lines = new SourceLines(source);
  const definitions = locateDefinitions(tokens, lines);
  let firstLine = 0;
  let inCell = false;
  for (const token of tokens) {
    firstLine = token.map?.[0] ?? firstLine;
    if (token.type === 'html_block') {
      const where = lines.locate(token.content, firstLine);
      setStretches(token, where.stretches(span(0, token.content.length)));
    } else if (token.type === 'inline') {
      const where = inCell
        ? lines.locateCell(token.content, firstLine)
        : lines.locate(token.content, firstLine);
      locateInline(token.children ?? [], where, definitions);
    }
    inCell = token.type === 'td_open' || token.type === 'th_open';
  }
}

function locateInline(
  tokens: readonly Token[],
  where: ContentPlace,
  definitions: ReadonlyMap<string, Place>,
): void {
  for (const token of tokens) {
    const at = inlinePlaceOf(token);
    if (at === undefined) continue;
    if (token.type === 'html_inline') setStretches(token, where.stretches(at.whole));
    const whole = where.span(at.whole);
    const label = where.span(at.label ?? at.whole);
    const definition = definitions.get(labelOf(token) ?? '');
    if (at.address !== undefined) setPlace(token, { whole, label, address: where.span(at.address) });
    else if (definition)
      setPlace(token, { whole, label, address: definition.address, definition: definition.whole });
  }
}

/** Of two definitions with one label the first one counts. */
function locateDefinitions(tokens: readonly Token[], lines: SourceLines): Map<string, Place> {
  const definitions = new Map<string, Place>();
  for (const token of tokens) {
    const label = labelOf(token);
    const found = definitionPlaceOf(token);
    if (label === undefined || found === undefined) continue;
    const place = {
      whole: lines.denormalised(found.whole),
      label: lines.denormalised(found.label),
      address: lines.denormalised(found.address),
    };
    setPlace(token, place);
    if (!definitions.has(label)) definitions.set(label, place);
  }
  return definitions;
}
