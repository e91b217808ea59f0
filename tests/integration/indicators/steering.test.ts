import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPublications } from '#db/learning/publication.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import type { Principal, Role, Scope } from '#db/principal.ts';
import { columns, states } from '#src/indicators/csv.da.ts';
import { steeringCsv } from '#src/indicators/csv.ts';
import { endOfMonth } from '#src/indicators/month.ts';
import { publishMonth } from '#src/indicators/publish.ts';
import { type SteeringPage, steeringPage } from '#src/indicators/steering.ts';
import { describeStores } from '#tests/support/stores.ts';
import { testContent } from './content.ts';
import { randomRows, writeRows } from './random-store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const MONTHS = ['2026-08', '2026-09', '2026-10'];
const catalogue = testContent();
const principal = (...grants: readonly (readonly [Role, Scope])[]): Principal => ({
  person: 'birgit',
  learner: null,
  session: 'session',
  grants: grants.map(([role, scope]) => ({ role, scope })),
});
const ofDistrict = (id: string) => principal(['steering', { kind: 'district', id }]);
const ofGroup = (id: string) => principal(['steering', { kind: 'group', id }]);
const ofNation = principal(['steering', { kind: 'nation' }]);

describeStores('The steering pages', (stores) => {
  let db: Kysely<LearningStore>;
  const publish = async () => {
    await writeRows(db, randomRows(31, 200, endOfMonth('2026-10')));
    for (const month of MONTHS)
      await inPublicationJob(db, (job) => publishMonth(job, { month, now: NOW, catalogue, isFictional: true }));
  };
  const pageFor = async (who: Principal, district: string): Promise<SteeringPage> => {
    const outcome = await steeringPage(createPublications(db), catalogue, who, district);
    if (outcome?.kind !== 'page') throw new Error('No page');
    return outcome.page;
  };
  beforeEach(async () => {
    db = await stores.learning();
  });

  describe('AUTHZ-1: the scope stands in the query', () => {
    test('a district scope sees its own district and the nation, and not one row of another', async () => {
      await publish();
      const months = (await createPublications(db).publishedFor(ofDistrict('kreds-1'), 'kreds-1', 6)) ?? [];
      expect(months.map(({ publication }) => publication.month)).toEqual(MONTHS.toReversed());
      const cells = months.flatMap((month) => month.cells);
      expect([...new Set(cells.map(({ police_district }) => police_district))].sort()).toEqual(['', 'kreds-1']);
      expect(cells.some(({ level }) => level === 'group')).toBe(true);
    });

    test('AUTHZ-2: a foreign district and one that does not exist look alike', async () => {
      await publish();
      const publications = createPublications(db);
      for (const district of ['kreds-2', 'findes-ikke', '', '%', "kreds-1' or '1'='1"]) {
        expect(await publications.publishedFor(ofDistrict('kreds-1'), district, 6)).toBeUndefined();
        expect(await steeringPage(publications, catalogue, ofDistrict('kreds-1'), district)).toBeUndefined();
      }
    });

    test('a group scope sees its own group and the nation only, and only where the group is', async () => {
      await publish();
      const publications = createPublications(db);
      const cells = ((await publications.publishedFor(ofGroup('gruppe-1-2'), 'kreds-1', 6)) ?? []).flatMap(
        (month) => month.cells,
      );
      expect(cells.length).toBeGreaterThan(0);
      expect(
        [
          ...new Set(cells.map(({ operative_group, police_district }) => `${police_district}/${operative_group}`)),
        ].sort(),
      ).toEqual(['/', 'kreds-1/gruppe-1-2']);
      expect(await publications.publishedFor(ofGroup('gruppe-1-2'), 'kreds-2', 6)).toBeUndefined();
      const page = await pageFor(ofGroup('gruppe-1-2'), 'kreds-1');
      expect(page.indicators.every(({ district }) => district === null)).toBe(true);
      expect(page.groups.map(({ place }) => place)).toEqual(['gruppe-1-2']);
    });

    test('the nation scope sees each district that has figures', async () => {
      await publish();
      const publications = createPublications(db);
      expect(await publications.districtsFor(ofNation)).toEqual(['kreds-1', 'kreds-2', 'kreds-3', 'kreds-4']);
      expect(await publications.publishedFor(ofNation, 'kreds-3', 6)).toBeDefined();
      expect(await publications.publishedFor(ofNation, 'findes-ikke', 6)).toBeUndefined();
      expect(await publications.districtsFor(ofDistrict('kreds-2'))).toEqual(['kreds-2']);
      expect(await publications.districtsFor(ofGroup('gruppe-4-1'))).toEqual(['kreds-4']);
    });

    test('no other role sees a figure', async () => {
      await publish();
      const publications = createPublications(db);
      for (const role of ['learner', 'trainer', 'reviewer', 'admin'] as const) {
        const who = principal([role, { kind: 'nation' }], [role, { kind: 'district', id: 'kreds-1' }]);
        expect(await publications.publishedFor(who, 'kreds-1', 6)).toBeUndefined();
        expect(await publications.districtsFor(who)).toEqual([]);
      }
    });
  });

  describe('STAT-7: page and export say the same', () => {
    test('the file holds every figure of the page and no other', async () => {
      await publish();
      const page = await pageFor(ofDistrict('kreds-1'), 'kreds-1');
      const csv = steeringCsv(page, catalogue, { districts: { 'kreds-1': 'Første kreds' }, groups: {} });
      const [head, ...lines] = parseCsv(csv);
      expect(head).toEqual([...columns]);
      const inFile = lines.map((line) =>
        [line[0], line[2], line[5], line[7], line[8], line[9], line[10], line[11], line[12], line[13]].join(';'),
      );
      expect(inFile.toSorted()).toEqual(figuresOn(page).toSorted());
      expect(lines.every((line) => line.at(-1) === 'Ja')).toBe(true);
      expect(lines.every((line) => line[6] === '' || line[6] === 'Første kreds')).toBe(true);
    });

    test('a hidden figure has a row with its reason and no number, and the page owes that explanation', async () => {
      await publish();
      const page = await pageFor(ofDistrict('kreds-1'), 'kreds-1');
      expect(page.reasons).toContain('too-few');
      const hidden = parseCsv(steeringCsv(page, catalogue, { districts: {}, groups: {} })).filter((line) =>
        line[9]?.startsWith('Skjult'),
      );
      expect(hidden.length).toBeGreaterThan(0);
      for (const line of hidden) expect(line.slice(10, 16)).toEqual(['', '', '', '', '', '']);
    });
  });

  test('the page shows the newest month, its breakdowns and the trend oldest first', async () => {
    await publish();
    const page = await pageFor(ofDistrict('kreds-1'), 'kreds-1');
    expect(page).toMatchObject({ month: '2026-10', isFictional: true, catalogueVersion: '1.0.0', publishedAt: NOW });
    expect(page.authorities.map(({ place }) => place)).toEqual(['politi', 'kommune', 'psykiatri', 'kif']);
    expect(page.authorities.map(({ figures }) => Object.keys(figures))).toEqual(
      Array.from({ length: 4 }, () => ['I01', 'I02']),
    );
    expect(page.nationalAuthorities.map(({ figures }) => Object.keys(figures))).toEqual(
      Array.from({ length: 4 }, () => ['I01', 'I02', 'I13']),
    );
    expect(page.groups.map(({ place }) => place)).toEqual(['gruppe-1-1', 'gruppe-1-2', 'gruppe-1-3']);
    for (const { indicator, trend, district, pairedWith } of page.indicators) {
      expect(trend.map(({ month }) => month)).toEqual(MONTHS);
      if (indicator.code === 'I13') expect(district?.state).toBe('not-applicable');
      if (indicator.code === 'I01') expect(pairedWith.map(({ code }) => code)).toEqual(['I13']);
    }
  });

  test('before the first publication there is a page without figures, for whom it will be', async () => {
    const publications = createPublications(db);
    expect(await steeringPage(publications, catalogue, ofDistrict('kreds-1'), 'kreds-1')).toEqual({
      kind: 'nothing-published',
    });
    expect(
      await steeringPage(publications, catalogue, principal(['learner', { kind: 'nation' }]), 'kreds-1'),
    ).toBeUndefined();
  });
});

/** Every figure that the page's data holds, one line each: month;indicator;level;group;authority;state;n;low;high;weeks. */
function figuresOn(page: SteeringPage): string[] {
  type Figure = SteeringPage['indicators'][number]['nation'];
  const line = (
    month: string,
    code: string,
    level: string,
    group: string,
    authority: string,
    figure: Figure | undefined,
  ) =>
    figure
      ? [
          [
            month,
            code,
            level,
            group,
            authority,
            states[figure.state],
            figure.about,
            figure.low,
            figure.high,
            figure.weeks,
          ]
            .map((value) => value ?? '')
            .join(';'),
        ]
      : [];
  const names = { politi: 'Politi', kommune: 'Kommune', psykiatri: 'Psykiatri', kif: 'Kriminalforsorgen i Friheden' };
  const breakdown = (
    rows: readonly { place: string; figures: Readonly<Record<string, NonNullable<Figure>>> }[],
    level: string,
  ) =>
    rows.flatMap(({ place, figures }) =>
      Object.entries(figures).flatMap(([code, figure]) =>
        line(
          page.month,
          code,
          level,
          level === 'Operativgruppe' ? place : '',
          level === 'Operativgruppe' ? '' : (names[place as keyof typeof names] ?? ''),
          figure,
        ),
      ),
    );
  return [
    ...page.indicators.flatMap(({ indicator, nation, district }) => [
      ...line(page.month, indicator.code, 'Landet', '', '', nation),
      ...line(page.month, indicator.code, 'Politikreds', '', '', district),
    ]),
    // The months before are drawn for one indicator only, and for the district.
    ...(page.drawn?.trend ?? [])
      .filter(({ month }) => month !== page.month)
      .flatMap(({ month, district }) => line(month, page.drawn?.indicator.code ?? '', 'Politikreds', '', '', district)),
    ...breakdown(page.authorities, 'Myndighed i politikreds'),
    ...breakdown(page.nationalAuthorities, 'Myndighed'),
    ...breakdown(page.groups, 'Operativgruppe'),
  ];
}

/** Reads what a spreadsheet would: quoted fields, doubled quotes, semicolons. */
function parseCsv(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:;|$)/g)].map(([, field = '']) => field.replaceAll('""', '"')));
}
