import { Kysely } from 'kysely';
import { createPopulationWriter } from '#db/indicators/population.ts';
import * as m1 from '#db/learning/migrations/0001-learning.ts';
import * as m2 from '#db/learning/migrations/0002-publication.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import { postgresDialect } from '#db/postgres.ts';
import { sqliteDialect } from '#db/sqlite.ts';
import { writePopulation } from '#src/indicators/population.ts';
import { periodOf, publishMonth } from '#src/indicators/publish.ts';
import { testContent } from './content.ts';

const big = process.argv[2] === 'big';
const url = process.argv[3];
const db = new Kysely<any>({
  dialect: url ? postgresDialect(url, 'public') : sqliteDialect(big ? '/tmp/ind/pop.sqlite' : ':memory:'),
});
await m1.up(db);
await m2.up(db);
const content = testContent();
const now = Date.parse('2026-11-23T08:00:00Z');
const demo = [
  ...[18, 16, 15, 14, 13, 13, 12, 11, 9].map((members, i) => ({
    policeDistrict: 'eksempelkredsen',
    municipality: 'k',
    operativeGroup: `e-${i + 1}`,
    members,
  })),
  { policeDistrict: 'lillekredsen', municipality: 'k', operativeGroup: 'l-1', members: 6 },
  ...[9, 8, 7, 7].map((members, i) => ({
    policeDistrict: 'nabokredsen',
    municipality: 'k',
    operativeGroup: `n-${i + 1}`,
    members,
  })),
];
const groups = big
  ? Array.from({ length: 1000 }, (_, i) => ({
      policeDistrict: `kreds-${i % 12}`,
      municipality: `kommune-${i % 98}`,
      operativeGroup: `gruppe-${i}`,
      members: 10,
    }))
  : demo;
let t = performance.now();
console.log(
  await writePopulation(createPopulationWriter(db), content, {
    seed: 1,
    now,
    groups,
    eventsPerPerson: big ? 105 : null,
  }),
  Math.round(performance.now() - t),
  'ms',
);
for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) {
  t = performance.now();
  const out = await inPublicationJob(db, (job) =>
    publishMonth(job, { month, now: new Date(now), catalogue: content, isFictional: true }),
  );
  if (out.kind === 'refused') {
    console.log(out);
    break;
  }
  const count = Map.groupBy(out.cells, (c) => `${c.indicator} ${c.level} ${c.state}`);
  console.log(
    month,
    Math.round(performance.now() - t),
    'ms',
    [...count].map(([k, v]) => `${k} ${v.length}`).join(', '),
  );
  if (!big)
    for (const c of out.cells.filter((c) => c.police_district === 'eksempelkredsen' || c.police_district === ''))
      console.log(
        c.indicator,
        c.level,
        c.police_district,
        c.authority,
        c.operative_group,
        c.state,
        c.n_rounded,
        c.band_low,
        c.band_high,
        c.weeks,
        c.weeks_low,
        c.weeks_high,
        c.since,
      );
}
await db.destroy();
