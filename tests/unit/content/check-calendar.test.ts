import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCalendar, checkDated, checkProvisionDays } from '#src/content/check-calendar.ts';
import type { Provision } from '#src/content/schema.ts';
import { REGIONS } from '#src/organisation/geography.ts';

const calendar = (text: string, today: string) => checkCalendar([{ file: 'x', line: 3, text }], REGIONS, today);
const kinds = (text: string, today: string) => {
  const { errors, warnings } = calendar(text, today);
  return [...errors.map(() => 'error'), ...warnings.map(() => 'warning')];
};
const ENDS = 'I Region Hovedstadens aftale begynder kommunen tidligt.';
const BOTH = 'I aftalen fra Region Hovedstaden, som fra 1. januar 2027 er en del af Region Østdanmark.';

describe('a text that names a region that ends', () => {
  test.each([
    ['2026-10-31', []],
    ['2026-11-01', ['warning']],
    ['2026-12-31', ['warning']],
    ['2027-01-01', ['error']],
  ])('on %s: %j', (today, expected) => expect(kinds(ENDS, today)).toEqual(expected));

  test('is let be where it names the one that follows, before and after', () => {
    for (const today of ['2026-12-01', '2027-06-01']) expect(kinds(BOTH, today)).toEqual([]);
  });

  test('is told with its place, its last day and what to write', () => {
    expect(calendar(ENDS, '2026-12-01').warnings).toEqual([
      {
        file: 'x',
        line: 3,
        message:
          'Region Hovedstaden findes til og med 2026-12-31. Skriv det, så det er sandt både før og efter, for eksempel »Region Hovedstaden, som fra 2027-01-01 er en del af Region Østdanmark«',
      },
    ]);
  });

  test('a region that stays is no matter', () => expect(kinds('I Region Nordjylland.', '2027-01-01')).toEqual([]));
});

test('a region that has not begun is refused until then, unless its year is named', () => {
  expect(kinds('Region Østdanmark bestemmer.', '2026-12-01')).toEqual(['error']);
  expect(kinds('Region Østdanmark bestemmer fra 2027.', '2026-12-01')).toEqual([]);
  expect(kinds('Region Østdanmark bestemmer.', '2027-01-01')).toEqual([]);
});

test('a year that was to come is told 60 days ahead, and is history a year later', () => {
  expect(kinds('Det indføres frem til 2027.', '2026-11-01')).toEqual([]);
  expect(kinds('Det indføres frem til 2027.', '2026-11-02')).toEqual(['warning']);
  expect(kinds('Det indføres frem til 2027.', '2027-12-01')).toEqual(['warning']);
  expect(kinds('Det gjaldt indtil 1. juni 2024.', '2026-12-01')).toEqual([]);
  expect(kinds('Det gælder indtil 1. juni 2027.', '2026-12-01')).toEqual([]);
});

describe('a text with a day of its own', () => {
  const root = mkdtempSync(join(tmpdir(), 'dated-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const dated = (attributes: string, today: string) => {
    mkdirSync(join(root, 'src/content/modules/proeve'), { recursive: true });
    writeFileSync(
      join(root, 'src/content/modules/proeve/del.mdx'),
      `Linje.\n\n<Dated${attributes}>Sådan er det</Dated>`,
    );
    const { errors, warnings } = checkDated(root, today);
    return [...errors.map(({ line }) => `error:${line}`), ...warnings.map(({ line }) => `warning:${line}`)];
  };

  test.each([
    [' until="2026-12-31"', '2026-10-31', []],
    [' until="2026-12-31"', '2026-11-01', ['warning:3']],
    [' until="2026-12-31"', '2027-01-01', ['error:3']],
    [' from="2027-01-01"', '2026-10-01', []],
    [' from="2027-01-01"', '2026-12-01', ['warning:3']],
    [' from="2027-01-01"', '2027-02-01', []],
    [' from="2027-01-01"', '2027-04-01', ['warning:3']],
    ['', '2026-12-01', ['error:3']],
    [' from="2027-02-30"', '2026-12-01', ['error:3']],
    [' from="2027-01-02" until="2027-01-01"', '2026-12-01', ['error:3']],
  ])('%s on %s: %j', (attributes, today, expected) => expect(dated(attributes, today)).toEqual(expected));
});

describe('a provision whose validity turns', () => {
  const of = (validFrom: string | null, validTo: string | null) =>
    checkProvisionDays('/nowhere', { provisions: { a: { id: 'a', validFrom, validTo } as Provision } }, '2026-12-01');

  test.each([
    [null, '2026-12-31', 1],
    ['2027-01-01', null, 1],
    ['2027-06-01', null, 0],
    [null, '2026-11-30', 0],
    ['2024-01-01', null, 0],
  ])('from %s to %s: %d told', (from, to, count) => expect(of(from, to)).toHaveLength(count));
});
