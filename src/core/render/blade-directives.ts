import type { Span } from '../text/span.ts';

/** Directives that print nothing themselves: what they repeat or choose is shown once, as it is written. */
const silent = new Set(
  (
    'if elseif else endif unless endunless isset endisset empty endempty auth endauth guest endguest env endenv ' +
    'production endproduction for endfor foreach endforeach forelse endforelse while endwhile switch case default ' +
    'endswitch break continue once endonce include includeIf includeWhen includeUnless includeFirst each yield stack ' +
    'extends props inject use hasSection sectionMissing parent csrf method vite endsection stop show append overwrite ' +
    'endpush endprepend endphp'
  ).split(' '),
);

/** Directives whose content goes elsewhere, and how it ends. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  php: /@endphp\b/g,
  section: /@(?:endsection|stop|append|overwrite)\b/g,
  push: /@endpush\b/g,
  prepend: /@endprepend\b/g,
};

const directive = /\B@(@?[A-Za-z]+)/g;

/** A stretch that vanishes when Blade has run. */
export function findDirectives(text: string): Span[] {
  const found: Span[] = [];
  directive.lastIndex = 0;
  for (let match = directive.exec(text); match !== null; match = directive.exec(text)) {
    const [whole, name = ''] = match;
    const start = match.index;
    let end = start + whole.length;
    if (name.startsWith('@')) {
      // An escaped directive only loses its first @.
      found.push({ start, end: start + 1 });
      continue;
    }
    const argument = argumentEnd(text, end);
    const close = elsewhere[name];
    const isInline = argument !== undefined && (name === 'php' || text.slice(end, argument).includes(','));
    if (close !== undefined && !isInline) {
      close.lastIndex = end;
      const closing = close.exec(text);
      if (closing === null) continue;
      end = close.lastIndex;
    } else if (silent.has(name) || close !== undefined) {
      end = argument ?? end;
    } else {
      continue;
    }
    // PHP drops a line break right behind its closing tag.
    if (text.startsWith('\r\n', end)) end += 2;
    else if (text[end] === '\n') end++;
    found.push({ start, end });
    directive.lastIndex = end;
  }
  return found;
}

/** Where the parentheses behind a directive are closed, quotes and others in them heeded. */
function argumentEnd(text: string, from: number): number | undefined {
  const token = /[ \t]*\(|[()]|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"/g;
  token.lastIndex = from;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (depth === 0 && match.index !== from) return undefined;
    if (match[0].endsWith('(')) depth++;
    else if (match[0] === ')' && --depth === 0) return token.lastIndex;
    if (depth === 0) return undefined;
  }
  return undefined;
}
