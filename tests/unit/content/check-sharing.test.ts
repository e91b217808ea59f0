import { describe, expect, test } from 'vitest';
import { sharingRows } from '#src/components/content/sharing.da.ts';
import { checkSharing } from '#src/content/check-sharing.ts';
import { loadContent } from '#src/content/load.ts';
import { FIRM } from '#src/content/primitives.ts';
import { ALL_CELLS, cellsOf, type SharingRule, sharingFileSchema } from '#src/content/sharing-schema.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-12-01');
if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
const { sharing, provisions } = loaded.content;
const messages = (rules: readonly SharingRule[]) => checkSharing(rules, provisions).map(({ message }) => message);

describe('the matrix of sharing', () => {
  test('has seven givers, six recipients each and four kinds of facts', () => {
    expect(ALL_CELLS).toHaveLength(7 * 6 * 4);
  });

  test('has no empty cell and none with two answers', () => {
    expect(messages(sharing)).toEqual([]);
    expect(sharing.flatMap(cellsOf)).toHaveLength(ALL_CELLS.length);
  });

  test('is firm on verified provisions alone', () => {
    for (const rule of sharing.filter(({ open }) => !open))
      for (const id of rule.provisions) {
        expect(FIRM, id).toContain(provisions[id]?.certainty);
        expect(provisions[id]?.redField, id).toBe(false);
      }
  });

  test('is never firm for KiF as giver or recipient with police, municipality or psychiatry', () => {
    const firm = sharing.filter(({ open }) => !open).flatMap(cellsOf);
    expect(firm.filter(({ from }) => from === 'kif')).toEqual([]);
    expect(firm.filter(({ from, to }) => to === 'kif' && from !== 'laege')).toEqual([]);
  });

  test('is shown row by row with every cell, in the same order for all', () => {
    const rows = sharingRows(sharing);
    expect(rows[0]).toMatchObject({
      from: 'politi',
      to: 'kommune',
      kinds: 'Helbred, strafbare forhold og sociale forhold',
    });
    const shown = rows.flatMap(({ from, to, rule }) => cellsOf({ ...rule, from: [from], to: [to] }));
    expect(shown).toHaveLength(ALL_CELLS.length);
  });
});

describe('the check of it refuses', () => {
  const changed = (place: number, change: Partial<SharingRule>) =>
    sharing.map((rule, index) => (index === place ? ({ ...rule, ...change } as SharingRule) : rule));
  const firmPlace = sharing.findIndex(({ open }) => !open);
  const placeOf = (from: string, to: string) =>
    sharing.findIndex((rule) => rule.from.some((one) => one === from) && rule.to.some((one) => one === to));

  test('an empty cell', () => {
    expect(messages(sharing.slice(1))).toContainEqual(
      expect.stringContaining('Feltet politi → kommune, helbred er tomt'),
    );
  });

  test('a cell with two answers', () => {
    expect(messages([...sharing, ...sharing.slice(0, 1)])).toContainEqual(
      expect.stringContaining('Feltet politi → kommune, helbred er besvaret to gange'),
    );
  });

  test('a firm cell on a provision that nobody has verified, or in the red field', () => {
    for (const id of ['fvl-31', 'psl-udkoersel'])
      expect(messages(changed(firmPlace, { provisions: [id] }))).toContainEqual(
        `Bestemmelsen ${id} er ikke sikker. Sæt open: true, eller find en anden`,
      );
  });

  test('a firm cell for one outside under § 115 no. 2', () => {
    const place = placeOf('laege', 'politi');
    for (const id of ['rpl-115-1', 'rpl-115-1-2', 'rpl-115-2'])
      expect(messages(changed(place, { provisions: [id] }))).toContain(
        `${id} er ikke sikker for KiF, læge, boligorganisation eller skole. Sæt open: true`,
      );
  });

  test('a certainty that is not that of the weakest provision', () => {
    expect(messages(changed(firmPlace, { certainty: 'one-source' }))).toContain(
      'Den svageste bestemmelse er two-sources, men feltet siger one-source. Ret certainty',
    );
  });

  test('a provision that is not in the register', () => {
    expect(messages(changed(firmPlace, { provisions: ['findes-ikke'] }))).toContainEqual(
      expect.stringContaining('Bestemmelsen findes-ikke findes ikke'),
    );
  });

  test('a giver who gives to himself', () => {
    expect(messages([...sharing, { ...sharing[0], from: ['kif'], to: ['kif'] } as SharingRule])).toContain(
      'Reglen dækker intet felt. Ingen deler med sig selv',
    );
  });

  test.each([
    ['without a provision', { provisions: [] }],
    ['without a certainty', { certainty: undefined }],
  ])('a firm rule %s', (_, change) => {
    expect(sharingFileSchema.safeParse({ rules: [{ ...sharing[firmPlace], ...change }] }).success).toBe(false);
  });

  test.each([
    ['that does not say so', { text: 'Måske.' }],
    ['without what to do', { do: undefined }],
  ])('an open rule %s', (_, change) => {
    const open = sharing.find((rule) => rule.open);
    expect(sharingFileSchema.safeParse({ rules: [open] }).success).toBe(true);
    expect(sharingFileSchema.safeParse({ rules: [{ ...open, ...change }] }).success).toBe(false);
  });
});
