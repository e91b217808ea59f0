import { describe, expect, test } from 'vitest';
import { buildSearch } from '#src/search/build.ts';
import { grouped } from '#src/search/grouped.ts';
import { synonymIndex, unitsOf } from '#src/search/query.ts';
import type { SearchGroup, SearchSource } from '#src/search/records.ts';
import { createSearch } from '#src/search/search.ts';
import type { Synonyms } from '#src/search/synonyms.ts';
import { phraseKey, wordsOf } from '#src/search/words.ts';

const record = (title: string, text: string, more: Partial<SearchSource> = {}): SearchSource => ({
  group: 'modul',
  href: `/${title.toLowerCase().replaceAll(' ', '-')}`,
  title,
  within: '',
  text,
  ...more,
});
/** Titles in the order in which they are found. */
function found(query: string, records: readonly SearchSource[], synonyms: Synonyms = []): string[] {
  const { file, texts } = buildSearch(records, synonyms);
  return createSearch(file, (place) => texts[place])
    .find(query)
    .map(({ record: { title } }) => title);
}

test('signs that cannot be seen are no part of a word and do not divide it', () => {
  for (const sign of ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff'])
    expect(wordsOf(`tavsheds${sign}pligt`)).toEqual(['tavshedspligt']);
});

describe('a query is taken apart', () => {
  const rows = synonymIndex([{ says: [phraseKey('hvor tit'), phraseKey('selvmord')], means: [], to: [0] }]);
  const words = (query: string, known: readonly string[] = []) =>
    unitsOf(query, rows, (key) => known.includes(key)).map((unit) => unit.words.join(' '));

  test('two words that are one in our texts are joined, others are not', () => {
    expect(words('kriminal forsorgen', [phraseKey('kriminalforsorgen')])).toEqual(['kriminalforsorgen']);
    expect(words('kriminal forsorgen')).toEqual(['kriminal', 'forsorgen']);
  });

  test('a phrase with a row of its own is one, before words that tell nothing are left out', () => {
    expect(words('hvor tit mødes gruppen')).toEqual(['hvor tit', 'mødes', 'gruppen']);
    expect(words('hvor er gruppen')).toEqual(['gruppen']);
  });

  test('a compound that begins like a row is a guess', () => {
    expect(unitsOf('selvmordsplaner', rows, () => false)).toMatchObject([{ isGuess: true, to: [0] }]);
    expect(unitsOf('selvmord', rows, () => false)).toMatchObject([{ isGuess: false, to: [0] }]);
  });
});

describe('what comes first', () => {
  test('what stands in the module about one of the words, before the same elsewhere', () => {
    const other = record('Et', 'ansvar', { within: 'KiF' });
    const home = record('To', 'ansvar', { within: 'Kommunen' });
    expect(found('kommunens ansvar', [other, home])).toEqual(['To', 'Et']);
  });

  test('a word that tells something, before a rarer one that holds the question together', () => {
    const records = [
      record('Løst', 'det betyder noget'),
      record('Først', 'mandat'),
      record('Andet', 'mandat'),
      record('Tredje', 'mandat'),
    ];
    expect(found('betyder mandat', records)[0]).toBe('Først');
  });

  test('what our texts say of a word, before what a row says of its beginning', () => {
    const records = [record('Rækken', 'fare'), record('Teksten', 'her står selvmordsforsker')];
    const synonyms = [{ says: ['selvmord'], means: [], to: ['/rækken'] }];
    expect(found('selvmordsforsker', records, synonyms)).toEqual(['Teksten']);
    expect(found('selvmordsplaner', records, synonyms)[0]).toBe('Rækken');
  });

  test('what explains, before a question that is called just so', () => {
    const question = record('Mandat i hverdagen', 'mandat hverdagen', { group: 'spoergsmaal', href: '/moduler/x' });
    expect(found('mandat i hverdagen', [question, record('Et', 'mandat i hverdagen')])[0]).toBe('Et');
  });

  test('a module before a case that is called by one word of it', () => {
    const sag = record('Bænken', 'bænken', { group: 'sag' });
    expect(found('bænk', [sag, record('Bænken ved stationen', 'bænken')])[0]).toBe('Bænken ved stationen');
    expect(found('bænken', [sag, record('Ved stationen', 'bænken')])[0]).toBe('Bænken');
  });
});

test('questions stand last and near hits after them, whatever was the best', () => {
  const hit = (group: SearchGroup, { isNear = false, isNamed = false } = {}) => ({
    record: record('x', '', { group }),
    isNear,
    isNamed,
    snippet: [],
  });
  const kinds = (...hits: ReturnType<typeof hit>[]) => grouped(hits).map(({ kind }) => kind);
  expect(kinds(hit('spoergsmaal'), hit('ord'), hit('modul'))).toEqual(['ord', 'modul', 'spoergsmaal']);
  expect(kinds(hit('sag', { isNamed: true }), hit('spoergsmaal'), hit('modul'))).toEqual([
    'sag',
    'modul',
    'spoergsmaal',
  ]);
  expect(kinds(hit('sag'), hit('modul'))).toEqual(['modul', 'sag']);
  expect(kinds(hit('modul'), hit('sag'), hit('ord', { isNear: true }))).toEqual(['modul', 'sag', 'near']);
});
