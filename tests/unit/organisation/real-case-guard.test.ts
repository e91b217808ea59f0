import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';

// Numbers are made while the test runs: none that looks valid stands in a file.
const two = (number: number) => String(number).padStart(2, '0');
const sixFigures = (day: number, month: number, year: number) => `${two(day)}${two(month)}${two(year)}`;
const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const anyMonth = fc.integer({ min: 1, max: 12 });
const anyDate = anyMonth.chain((month) =>
  fc.tuple(fc.integer({ min: 1, max: LAST_DAY[month - 1] ?? 28 }), fc.constant(month), fc.integer({ min: 0, max: 99 })),
);
const anyEnd = fc.integer({ min: 0, max: 9999 }).map((end) => String(end).padStart(4, '0'));
const anyProse = fc.constantFrom('', 'Borgeren ', 'nr. ', '(', 'CPR:', 'æøå ', '12 ', '\n', '🙂');

/** What people and programs put between the figures, seen or unseen. */
const SEPARATORS = [
  '',
  '-',
  ' ',
  '\u2013',
  '\u2014',
  '\u2212',
  '\u2010',
  '\u2011',
  '\uFF0D',
  '\u00A0',
  ' - ',
  '/',
  '.',
  '_',
  '\u200B',
  '\u2060',
  '\u00AD',
  '\u202F',
  '\u034F',
  '\u3164',
  '\uFE0F',
  '\u180E',
  ':',
  ',',
];
/** The zero of each script whose figures somebody may paste. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7f6, 0x1e950];

const inScript = (text: string, zero: number) =>
  text.replace(/\d/g, (figure) => String.fromCodePoint(zero + Number(figure)));

describe('CPR-1', () => {
  test('a date and four figures are refused, with any separator, in any script, in any text', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyEnd,
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom(...ZEROS),
        anyProse,
        anyProse,
        fc.boolean(),
        ([day, month, year], end, separator, zero, before, after, isReplacement) => {
          const number = `${sixFigures(isReplacement ? day + 60 : day, month, year)}${separator}${end}`;
          // A figure right before or after makes it another number.
          return looksLikeCpr(`${before}${inScript(number, zero)} ${after}`);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('modulus 11 makes no difference', () => {
    const start = sixFigures(1, 1, 1);
    const refused = Array.from({ length: 10_000 }, (_, end) =>
      looksLikeCpr(`${start}-${String(end).padStart(4, '0')}`),
    );
    expect(refused.every(Boolean)).toBe(true);
  });

  test('a figure or unseen sign between the figures does not hide it', () => {
    const number = `${sixFigures(4, 5, 67)}-${8900 + 12}`;
    for (const unseen of ['\u200B', '\u200D', '\uFEFF', '\u00AD', '\u2063', '\u{E0020}'])
      expect(looksLikeCpr([...number].join(unseen))).toBe(true);
    expect(looksLikeCpr(number.replace(/^(..)(..)/, '$1-$2-'))).toBe(true);
    expect(looksLikeCpr(number.replace(/^(..)(..)/, '$1 $2 '))).toBe(true);
  });

  test('what is no date is let through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), anyEnd, (day, month, end) => {
        const real = day > 60 ? day - 60 : day;
        fc.pre(month < 1 || month > 12 || real < 1 || real > (LAST_DAY[month - 1] ?? 0));
        return !looksLikeCpr(`${two(day)}${two(month)}50-${end}`);
      }),
    );
  });

  test('ordinary text about a case is let through', () => {
    for (const text of [
      'Jeg har tavshedspligt, men retsplejelovens § 115, stk. 2, giver adgang her.',
      'Vi ses den 3. marts kl. 14.30 på 2. sal.',
      'Ring til 33 44 55 66 efter kl. 12.',
      'Bekendtgørelse nr. 1160 af 2. juli 2023',
      'Fra 2009 til 2026 steg tallet fra 1.234 til 56.789.',
      '',
    ])
      expect(looksLikeCpr(text), text).toBe(false);
  });

  test('a long text is read in time', () => {
    const began = performance.now();
    for (const long of [
      '0'.repeat(200_000),
      '01 '.repeat(70_000),
      '0101'.repeat(50_000),
      '-'.repeat(200_000),
      `${' '.repeat(100_000)}1`,
    ])
      looksLikeCpr(long);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
