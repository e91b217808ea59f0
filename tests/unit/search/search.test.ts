import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryOf, searchAddress } from '#src/components/search/search.da.ts';
import { loadContent } from '#src/content/load.ts';
import { buildSearch } from '#src/search/build.ts';
import { createCompounds } from '#src/search/compounds.ts';
import { searchRecords } from '#src/search/documents.ts';
import { grouped } from '#src/search/grouped.ts';
import type { SearchFile } from '#src/search/records.ts';
import { createSearch } from '#src/search/search.ts';
import { snippetOf } from '#src/search/snippet.ts';
import { checkSynonyms, readSynonyms } from '#src/search/synonyms.ts';
import { fold, stem, wordsOf } from '#src/search/words.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { answersTo, LATER_QUERIES, NATURAL_QUERIES } from './natural-queries.ts';
import { ONCE_MISSED, QUERIES } from './queries.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('the content is broken');
const sources = searchRecords(loaded.content, projectRoot);
const { file, texts } = buildSearch(sources, readSynonyms(projectRoot));
/** As the browser has it: after a way through JSON. */
const search = createSearch(JSON.parse(JSON.stringify(file)) as SearchFile, (place) => texts[place]);
const hrefs = (query: string, count = 1) =>
  search
    .find(query)
    .slice(0, count)
    .map(({ record }) => record.href);

describe('a Danish query finds first what it asks for', () => {
  test('there are at least sixty of them', () => expect(QUERIES.length).toBeGreaterThanOrEqual(60));

  test.each(QUERIES)('%s', (query, href) => {
    expect(hrefs(query)).toEqual([href]);
  });

  test.each(ONCE_MISSED)('%s, once missed', (query, href) => {
    expect(hrefs(query)).toEqual([href]);
  });

  test('there are at least sixty natural ones', () => expect(NATURAL_QUERIES.length).toBeGreaterThanOrEqual(60));

  test.each([
    ['first', NATURAL_QUERIES],
    ['later', LATER_QUERIES],
  ])('of the natural queries written %s, four in five are answered first and nearly all among five', (_, queries) => {
    const places = queries.map(([query, ...answers]) => hrefs(query, 40).findIndex((href) => answersTo(answers, href)));
    const within = (most: number) => places.filter((place) => place >= 0 && place < most).length / places.length;
    expect(within(1)).toBeGreaterThanOrEqual(0.8);
    expect(within(5)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['psykiatri', '/ordliste#behandlingspsykiatri'],
    ['underretningspligt', '/ordliste#underretning'],
  ])('%s leads to %s among the first', (query, href) => {
    expect(hrefs(query, 12)).toContain(href);
  });
});

test('irregular plurals, and the letters a keyboard lacks, find the same', () => {
  // A module explains; a case of the same name comes after it.
  expect(hrefs('barn')).toEqual(['/moduler/boern-og-unge']);
  expect(hrefs('børn')).toEqual(['/moduler/boern-og-unge']);
  expect(hrefs('hvad med børnene')).toEqual(['/scenarier/hvad-med-boernene']);
  expect(hrefs('boern', 40)).toEqual(hrefs('børn', 40));
});

describe('the order of what was found', () => {
  const kinds = (query: string) => grouped(search.find(query)).map(({ kind }) => kind);

  test('modules stand before cases, and questions after all else that matches', () => {
    let both = 0;
    for (const [query] of [...QUERIES, ...NATURAL_QUERIES, ...LATER_QUERIES]) {
      const all = kinds(query);
      const [modules, cases, questions] = ['modul', 'sag', 'spoergsmaal'].map((kind) =>
        all.indexOf(kind as (typeof all)[number]),
      ) as [number, number, number];
      if (questions >= 0) expect(all.slice(questions + 1), query).toEqual(all.includes('near') ? ['near'] : []);
      // A case that is called just so may stand first.
      if (modules >= 0 && cases > 0) expect(modules, query).toBeLessThan(cases);
      if (modules >= 0 && cases >= 0) both += 1;
    }
    expect(both).toBeGreaterThan(10);
  });

  test('what is only near is called so and stands last', () => {
    expect(search.find('tavshedsplight').every(({ isNear }) => isNear)).toBe(true);
    expect(kinds('tavshedsplight')).toEqual(['near']);
    expect(search.find('tavshedspligt')[0]?.isNear).toBe(false);
    // What has most of the words is found, what has one of them is near.
    const hits = search.find('brudaftale handlingsansvar operativgruppen møde');
    const firstNear = hits.findIndex(({ isNear }) => isNear);
    expect(firstNear).toBeGreaterThan(0);
    expect(hits.slice(firstNear).every(({ isNear }) => isNear)).toBe(true);
  });
});

describe('the synonyms', () => {
  test('each leads to places that exist, and no word stands twice', () => {
    expect(checkSynonyms(projectRoot, sources)).toEqual([]);
  });

  test('a place that is gone is told with its line', () => {
    const [found] = checkSynonyms(
      projectRoot,
      sources.filter(({ href }) => href !== '/ordliste#stedfortraeder'),
    );
    expect(found).toMatchObject({ file: 'src/search/synonyms.yaml' });
    expect(found?.line).toBeGreaterThan(5);
    expect(found?.message).toContain('/ordliste#stedfortraeder findes ikke');
  });

  test('a compound that only begins like a row never stands above what our texts say of it', () => {
    const [first] = search.find('akutmodtagelse');
    expect(first?.record.href).not.toBe('/ordliste#nummer-112');
  });
});

test('the index stays small enough for a phone in a car: 110 kB on the wire', () => {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  expect(brotliCompressSync(JSON.stringify(file), options).length).toBeLessThan(110_000);
});

describe('the address of a search', () => {
  test('holds the query after the #, which no server is sent', () => {
    expect(searchAddress(' § 115, stk. 2 ')).toBe('/soeg#q=%C2%A7%20115%2C%20stk.%202');
    expect(new URL(searchAddress('må jeg?'), 'https://x.test').search).toBe('');
  });

  test('is read back as it was, whatever was searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        const { hash } = new URL(searchAddress(query), 'https://x.test');
        expect(queryOf(hash)).toBe(query.trim());
      }),
    );
  });

  test('what cannot be read is no query', () => {
    for (const fragment of ['', '#', '#q', '#indhold', '#q=%E0%A4%A']) expect(queryOf(fragment)).toBeUndefined();
  });
});

describe('the words', () => {
  test('a provision is one word, and so is its paragraph', () => {
    expect(wordsOf('Se § 115, stk. 2, nr. 3, og § 13 d.')).toEqual(['se', '§115', 'stk2', 'nr3', 'og', '§13d']);
    expect(wordsOf('§§ 40-43')).toEqual(['§40', '43']);
  });

  test('irregular plurals share a stem, and -pligt keeps its end', () => {
    expect(stem('børn')).toBe(stem('barnet'));
    expect(stem('mænd')).toBe('mand');
    expect(stem('underretningspligten')).toBe('underretningspligt');
    expect(fold('århusærø é')).toBe('aarhusaeroe e');
  });

  test('compounds are made of words that stand alone elsewhere', () => {
    const { partsOf } = createCompounds(['behandling', 'psykiatri', 'tvang', 'indlæggelse']);
    expect(partsOf('behandlingspsykiatri')).toEqual([fold(stem('behandling')), fold(stem('psykiatri'))]);
    expect(partsOf('psykiatri')).toEqual([]);
    expect(partsOf('xyzzyorganisation')).toEqual([]);
  });

  test('a snippet begins near the hit and marks it in every form', () => {
    const text = `${'Her står noget andet. '.repeat(20)}Borgerens samtykke kan trækkes tilbage, og samtykket gælder kun så længe.`;
    const snippet = snippetOf(text, new Set([fold(stem('samtykke'))]));
    expect(snippet[0]).toEqual({ text: '… ', isHit: false });
    expect(snippet.filter(({ isHit }) => isHit).map((one) => one.text)).toEqual(['samtykke', 'samtykket']);
    expect(snippet.map((one) => one.text).join('').length).toBeLessThan(200);
  });
});

describe('whatever is typed', () => {
  test('an empty query, or one of spaces and signs, finds nothing', () => {
    for (const query of ['', '   ', '?!', '§', '***', '+-^~:']) expect(search.find(query)).toEqual([]);
  });

  test('nothing throws, and lunr’s own query language is never heard', () => {
    const signs = fc.constantFrom('title:', '^9', '~1', '*', '+', '-', 'kif', '§', 'æ', ':', '115');
    const wild = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(signs, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(wild, (query) => search.find(query).length <= 40),
      { numRuns: 300 },
    );
    expect(hrefs('title:kif')).toEqual(hrefs('title kif'));
  });

  test('a hit leads within the site', () => {
    expect(file.records.length).toBeGreaterThan(150);
    for (const { href, title } of file.records) {
      expect(href).toMatch(/^\/[a-z0-9-]/);
      expect(title.length).toBeGreaterThan(0);
    }
  });
});
