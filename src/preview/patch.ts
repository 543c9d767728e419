import morphdom from 'morphdom';
import { align } from './align.ts';

/**
 * Makes the children of `live` equal to those of `next` and touches only what differs, so that nothing flickers, the
 * reader's place stays, and a picture that is still wanted keeps its element. `next` is used up.
 */
export function patch(live: HTMLElement, next: HTMLElement): void {
  morphdom(live, next, {
    childrenOnly: true,
    // Elements are matched by what they hold (see lineUp); ids of a post may be anything, even twice the same.
    getNodeKey: () => undefined,
    onBeforeElUpdated: (from, to) => {
      if (from.isEqualNode(to)) return false;
      // The page's policy forbids style attributes that are set as text.
      if (from.style !== undefined && from.style.cssText !== to.style.cssText) {
        from.style.cssText = to.style.cssText;
      }
      if (from instanceof HTMLDetailsElement) to.toggleAttribute('open', from.open);
      return true;
    },
    onBeforeElChildrenUpdated: (from, to) => {
      lineUp(from, to);
      return true;
    },
  });
}

/**
 * Removes the children of `from` that `to` has no counterpart for, and inserts copies of those that only `to` has.
 * Afterwards morphdom, which compares by position, finds each child beside its counterpart.
 */
function lineUp(from: Element, to: Element): void {
  const old = [...from.childNodes];
  const wanted = [...to.childNodes];
  let start = 0;
  while (start < old.length && old[start]?.isEqualNode(wanted[start] ?? null)) start++;
  let oldEnd = old.length;
  let wantedEnd = wanted.length;
  while (oldEnd > start && wantedEnd > start && old[oldEnd - 1]?.isEqualNode(wanted[wantedEnd - 1] ?? null)) {
    oldEnd--;
    wantedEnd--;
  }

  const changed = old.slice(start, oldEnd);
  const replacing = wanted.slice(start, wantedEnd);
  const equal = align(changed.map(keyOf), replacing.map(keyOf));
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...equal, [changed.length, replacing.length] as const]) {
    fillGap(from, changed.slice(i, nextI), replacing.slice(j, nextJ), changed[nextI] ?? old[oldEnd]);
    i = nextI + 1;
    j = nextJ + 1;
  }
}

/** Lines up a run of children in which nothing is equal: those of the same name are taken for versions of each other. */
function fillGap(
  parent: Element,
  old: readonly Node[],
  wanted: readonly Node[],
  end: Node | undefined,
): void {
  let i = 0;
  for (const node of wanted) {
    const found = old.findIndex((candidate, index) => index >= i && candidate.nodeName === node.nodeName);
    if (found < 0) {
      parent.insertBefore(document.importNode(node, true), old[i] ?? end ?? null);
    } else {
      for (const gone of old.slice(i, found)) parent.removeChild(gone);
      i = found + 1;
    }
  }
  for (const gone of old.slice(i)) parent.removeChild(gone);
}

function keyOf(node: Node): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeName} ${node.nodeValue ?? ''}`;
}
