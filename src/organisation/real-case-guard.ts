/** Days in each month of a leap year: 29 February is a date in some year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a text may hold a CPR number: six figures that are a date (replacement numbers add 60 to the day), an optional
 * separator, four figures. Modulus 11 does not matter, since valid numbers without it exist since 2007 (security.md
 * CPR-1). Written for browser and server alike.
 */
export function looksLikeCpr(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    // Whatever shows nothing: zero-width and direction marks, soft hyphens, fillers, variation selectors.
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\p{Pd}\u2212\u2043\u00B7\u2022_./\\:,;+*~|]/gu, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  for (const [, day = '', month = ''] of plain.matchAll(
    /(?<!\d)(?=(\d\d)[ -]?(\d\d)[ -]?\d\d[\s-]{0,3}\d{4}(?!\d))/g,
  )) {
    const number = Number(day) > 60 ? Number(day) - 60 : Number(day);
    const days = DAYS[Number(month) - 1];
    if (days !== undefined && number >= 1 && number <= days) return true;
  }
  return false;
}

/** The value of a decimal digit of any script: Unicode lays each script's ten digits in a row from a multiple of ten on or at a known zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return code - 48;
  // Walk back to the first digit of the run; runs have ten.
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
