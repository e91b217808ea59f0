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

/** Something by which a living person could be found. */
export interface PersonalDatum {
  readonly what: string;
  readonly found: string;
}

const ISO_OR_DANISH_DATE = /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}/g;
/** Eight figures, as Danish numbers are written: in pairs, in fours, or in a row. */
const PHONE = /(?<![\d.,])(?:\+45[ ]?)?[2-9]\d[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?![\d.,]*\d)/u;
const MAIL = /[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/u;
const STREET =
  /(?<!\p{L})\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*(?: [Aa]ll[eé]| [Vv]ej| [Gg]ade|vej|gade|all[eé]|stræde|boulevard|vænget|toften|bakken|torvet|pladsen) \d{1,3}(?!\d|[.:]\d)(?: ?[A-ZÆØÅ](?!\p{L}))?/u;
/** Most Danish surnames end so, and no first name does. */
const FULL_NAME = /(?<!\p{L})\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}* )?\p{Lu}\p{Ll}+sen(?!\p{L})/u;

/** A telephone number, a street with its number or a mail address in a text; undefined when there is none. */
export function contactIn(text: string): PersonalDatum | undefined {
  const plain = text.replace(ISO_OR_DANISH_DATE, '');
  const found = (what: string, pattern: RegExp) => {
    const match = pattern.exec(plain)?.[0];
    return match === undefined ? [] : [{ what, found: match }];
  };
  return [...found('en mailadresse', MAIL), ...found('et telefonnummer', PHONE), ...found('en gadeadresse', STREET)][0];
}

/** A first name with a surname; undefined when there is none that can be told. */
export function fullNameIn(text: string): string | undefined {
  return FULL_NAME.exec(text)?.[0];
}
