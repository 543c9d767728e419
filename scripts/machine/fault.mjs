// What went wrong, in words for the person at the terminal. Printed without a stack; anything else is a bug.

export class Fault extends Error {}

/** @type {readonly (readonly [RegExp, string])[]} npm's and the system's codes, and what to do about each. */
const causes = [
  [
    /\bENOSPC\b/,
    'The disk is full. Free about 2 GB and run the same command again; it goes on where it stopped.',
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EPROTO)\b/,
    'The npm registry can’t be reached. Check the network (and npm’s proxy setting), then run the same command again.',
  ],
  [
    /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED)\b/,
    'The npm registry’s certificate isn’t trusted here. Behind a company proxy, set NODE_EXTRA_CA_CERTS.',
  ],
  [/\b(E404|ETARGET)\b/, 'The npm registry that this machine uses doesn’t have a package that is needed.'],
  [/\b(E401|E403)\b/, 'The npm registry that this machine uses refused to hand out a package.'],
  [/\b(EACCES|EPERM|EROFS)\b/, 'A file can’t be written. Check who owns this folder and npm’s cache.'],
  [/\bEMFILE\b/, 'Too many files are open at once. Raise the limit (ulimit -n 4096) and try again.'],
];

/**
 * The plain sentence for a failure's text (npm's output, or an exception's code and message).
 * @param {string} text
 * @returns {string | undefined}
 */
export function causeOf(text) {
  return causes.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * Prints any thrown value: a Fault as its sentence, a known system error as what to do, the rest with its stack.
 * @param {unknown} thrown
 */
export function printFailure(thrown) {
  if (thrown instanceof Fault) return console.error(`\n✖ ${thrown.message}\n`);
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error ? String(error.code) : '';
  const cause = causeOf(code);
  console.error(cause ? `\n✖ ${cause}\n  (${error.message})\n` : `\n✖ ${error.stack ?? error.message}\n`);
}
