import { patternOf } from './address-pattern.ts';
import { objectIn, withValue } from './json-text.ts';
import { isSameAddress, type RedirectFormat } from './redirect-format.ts';

/** An object from old address to new. */
export const json: RedirectFormat = {
  read: (text) => entries(text)?.map(({ from, to }) => ({ from: patternOf(from), to })),
  isWritable: (text) => {
    const map = objectIn(text);
    return map !== undefined && entries(text)?.length === (map.children?.length ?? 0);
  },
  set(text, { from, to }) {
    const known = entries(text)?.find((each) => isSameAddress(each.from, from));
    return withValue(text, [known?.from ?? from], to);
  },
  remove(text, from) {
    const known = entries(text)?.filter((each) => isSameAddress(each.from, from)) ?? [];
    return known.reduce((now, each) => withValue(now, [each.from], undefined), text);
  },
};

function entries(text: string) {
  return objectIn(text)?.children?.flatMap(({ children: [key, value] = [] }) => {
    const [from, to]: readonly unknown[] = [key?.value, value?.value];
    return typeof from === 'string' && typeof to === 'string' ? [{ from, to }] : [];
  });
}
