import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '#src/content/load.ts';
import { buildSearch } from '#src/search/build.ts';
import { createCompounds } from '#src/search/compounds.ts';
import { searchRecords } from '#src/search/documents.ts';
import type { SearchFile } from '#src/search/records.ts';
import { createSearch, snippetOf } from '#src/search/search.ts';
import { fold, stem, wordsOf } from '#src/search/words.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { QUERIES } from './queries.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('the content is broken');
const { file, texts } = buildSearch(searchRecords(loaded.content, projectRoot));
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

  test.each([
    ['psykiatri', '/ordliste#behandlingspsykiatri'],
    ['underretningspligt', '/ordliste#underretning'],
  ])('%s leads to %s among the first', (query, href) => {
    expect(hrefs(query, 12)).toContain(href);
  });
});

test('irregular plurals, and the letters a keyboard lacks, find the same', () => {
  expect(hrefs('barn')).toEqual(['/scenarier/hvad-med-boernene']);
  expect(hrefs('børn')).toEqual(['/scenarier/hvad-med-boernene']);
  expect(hrefs('boern', 40)).toEqual(hrefs('børn', 40));
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
