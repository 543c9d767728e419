/** The last part of a path, without a suffix, as PHP's `basename` gives it. */
export function basename(path: string, suffix = ''): string {
  const trimmed = path.replace(/\/+$/, '');
  const base = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  return suffix !== '' && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

/** What stands before a path's last part, as PHP's `dirname` gives it: `.` or `/` when nothing does. */
export function dirname(path: string): string {
  if (path === '') return '';
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return '/';
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return '.';
  return trimmed.slice(0, slash).replace(/\/+$/, '') || '/';
}

/** What follows the last dot of a path's last part. */
export function extensionOf(path: string): string {
  const base = basename(path);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot + 1);
}

/** PHP's `urldecode`: `+` is a space; a byte that is no UTF-8 becomes U+FFFD. */
export function urldecode(text: string): string {
  return /[+%]/.test(text) ? text.replaceAll('+', ' ').replace(ESCAPED, decode) : text;
}

/** One escaped character of UTF-8, or else one escaped byte. */
const ESCAPED =
  /%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}|%[\da-f]{2}/gi;

function decode(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return '\ufffd';
  }
}

/** Jigsaw's `leftTrimPath`. */
export function leftTrimPath(path: string): string {
  return path.replace(/^[ \\/]+/, '');
}

/** Jigsaw's `rightTrimPath`. */
export function rightTrimPath(path: string): string {
  let end = path.length;
  while (end > 0 && ' .\\/'.includes(path[end - 1] ?? '-')) end -= 1;
  return path.slice(0, end);
}

/** Jigsaw's `trimPath`. */
export function trimPath(path: string): string {
  return rightTrimPath(leftTrimPath(path));
}

/** Jigsaw's `resolvePath`: backslashes are slashes, empty parts and dots go, `..` takes the part before it. */
export function resolvePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
