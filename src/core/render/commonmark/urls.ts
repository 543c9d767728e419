/** Half of a character: nothing can encode it. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * An address as League CommonMark writes it into an attribute: percent-encoded but for what may stand in one, with
 * what is encoded already left alone. League: `Util/UrlEncoder.php`.
 */
export function encodeAddress(address: string): string {
  return address.replace(/%(?![0-9a-fA-F]{2})|[^%A-Za-z0-9~!@#$&*()\-_=+;:,./?']+/g, (part) =>
    encodeURIComponent(part.replace(loneSurrogate, '\uFFFD')),
  );
}
