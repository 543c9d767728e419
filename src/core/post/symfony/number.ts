import { Float, type Value } from '../value.ts';

/** The range of PHP's integers. */
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

const OCTAL = /^([+-]?)0o([0-7_]+)$/;
const DIGITS = /^[+-]?[0-9][0-9_]*$/;
/** `is_numeric`, for a text that starts with a sign, a dot or a digit. */
const NUMERIC = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const HEXADECIMAL = /^0x[0-9a-f_]+$/i;
const GROUPED = /^[+-]?[0-9][0-9_]*(?:\.[0-9_]+)?$/;
/** What of a text a cast to float takes. */
const FLOAT_START = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/;

/**
 * The number that an unquoted text stands for, as `Inline::evaluateScalar` tests for it, or undefined. Some texts come
 * back as texts without their underscores: `0_17` is `017`.
 */
export function readNumber(scalar: string): Value | undefined {
  const octal = OCTAL.exec(scalar);
  if (octal !== null) return fromRadix(octal[1] === '-', '0o', octal[2] ?? '');
  if (!/^[-+.0-9]/.test(scalar)) return undefined;

  const plain = DIGITS.test(scalar) ? scalar.replaceAll('_', '') : scalar;
  if (/^-?\d+$/.test(plain)) return integer(plain) ?? plain;
  if (NUMERIC.test(plain)) return new Float(Number(plain));
  if (HEXADECIMAL.test(plain)) {
    // `hexdec` is for `0x` alone; a cast of `0X1F` to float stops at the X.
    return plain.startsWith('0x') ? fromRadix(false, '0x', plain.slice(2)) : new Float(0);
  }
  const lower = plain.toLowerCase();
  if (lower === '.inf' || lower === '.nan') return new Float(Number.POSITIVE_INFINITY);
  if (lower === '-.inf') return new Float(Number.NEGATIVE_INFINITY);
  return GROUPED.test(plain) ? new Float(Number(plain.replaceAll('_', ''))) : undefined;
}

/** `(float) $text`: the number at its start, or 0. */
export function castToFloat(text: string): Float {
  return new Float(Number(FLOAT_START.exec(text)?.[1] ?? 0));
}

/** The integer, if PHP would print it as it is written: `007` and what is out of range stay texts. */
function integer(digits: string): number | bigint | undefined {
  if (/^-?0./.test(digits) || digits === '-0') return undefined;
  const value = BigInt(digits);
  return value < SMALLEST || value > LARGEST ? undefined : narrow(value);
}

/** `octdec` and `hexdec`: an integer, or a float when it is out of range. */
function fromRadix(negative: boolean, prefix: string, digits: string): Value {
  const bare = digits.replaceAll('_', '');
  const value = bare === '' ? 0n : BigInt(prefix + bare);
  const signed = negative ? -value : value;
  return value > LARGEST ? new Float(Number(signed)) : narrow(signed);
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
