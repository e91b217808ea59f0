import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letters that look like figures. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 16;
const CODE_LENGTH = 26;

/** 128 random bits as text that a person can copy by hand. */
export function newCode(): string {
  return codeFrom(randomBytes(CODE_BYTES));
}

/** 128 bits as 26 letters and figures. */
export function codeFrom(bytes: Buffer): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let code = '';
  for (let index = 0; index < CODE_LENGTH; index += 1) {
    code = DIGITS.charAt(Number(value % 32n)) + code;
    value /= 32n;
  }
  return code;
}

/** A code as somebody typed it; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((digit) => DIGITS.includes(digit)) ? code : null;
}

/** In groups, so that it can be read aloud and copied. */
export function shownCode(code: string): string {
  return code.match(/.{1,6}/g)?.join('-') ?? code;
}
