import { describe, expect, test } from 'vitest';
import {
  capitalised,
  danishDate,
  danishDayOf,
  danishList,
  danishNumber,
  quoted,
  quotedLaw,
} from '#src/components/look/danish.ts';

describe('Danish formatting', () => {
  test.each([
    ['2023-07-03', '3. juli 2023'],
    ['2023-07', 'juli 2023'],
    ['2009', '2009'],
    ['2009 (2. udgave)', '2009 (2. udgave)'],
  ])('%s is read as %s', (date, shown) => expect(danishDate(date)).toBe(shown));

  test('a moment belongs to its Danish day, not to the day in Greenwich', () => {
    expect(danishDayOf(Date.UTC(2026, 10, 3, 23, 30))).toBe('4. november');
  });

  test('a quotation from the law says where it was cut', () => {
    expect(quotedLaw('Alle skal møde.')).toBe('»Alle skal møde.«');
    expect(quotedLaw('er ikke forpligtet til at svare.')).toBe('»… er ikke forpligtet til at svare.«');
    expect(quotedLaw('Politiet kan af hensyn til')).toBe('»Politiet kan af hensyn til …«');
  });

  test('quotation marks are not doubled', () => {
    expect(quoted('»Vi kender ham.«')).toBe('»Vi kender ham«');
    expect(quoted('Vi kender ham')).toBe('»Vi kender ham«');
    expect(quoted('Hun sagde: »Mor er syg.«')).toBe('»Hun sagde: ›Mor er syg‹«');
    expect(quoted('»Ja.« »Nej, ikke nu.« »Hvem?«')).toBe('»Ja«, »Nej, ikke nu« og »Hvem?«');
    expect(quoted('»Ja.« Så gik hun.')).toBe('»›Ja.‹ Så gik hun«');
  });

  test('lists and numbers are words', () => {
    expect(danishList(['politi', 'kommune', 'psykiatri'])).toBe('politi, kommune og psykiatri');
    expect(danishList(['politi'])).toBe('politi');
    expect(danishNumber(4)).toBe('fire');
    expect(danishNumber(13)).toBe('13');
    expect(capitalised('ét modul')).toBe('Ét modul');
  });
});
