import type { CST } from 'yaml';

/** How many collections lie within one another in a token of the concrete syntax tree; stops counting beyond `limit`. */
export function depth(token: CST.Token, limit: number): number {
  let level: CST.Token[] = [token];
  for (let deep = 0; ; deep++) {
    if (level.length === 0 || deep > limit) return deep;
    const below: CST.Token[] = [];
    for (const outer of level) collect(outer, below);
    level = below;
  }
}

function collect(token: CST.Token, into: CST.Token[]): void {
  if (token.type === 'document') {
    if (token.value) into.push(token.value);
  } else if ('items' in token) {
    for (const { key, value } of token.items) {
      if (key) into.push(key);
      if (value) into.push(value);
    }
  }
}
