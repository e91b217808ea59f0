import { Kysely } from 'kysely';
import { cellName } from '#db/indicators/cell.ts';
import { i01 } from '#db/indicators/i01.ts';
import { i02 } from '#db/indicators/i02.ts';
import { i04 } from '#db/indicators/i04.ts';
import { i13 } from '#db/indicators/i13.ts';
import * as m1 from '#db/learning/migrations/0001-learning.ts';
import * as m2 from '#db/learning/migrations/0002-publication.ts';
import { postgresDialect } from '#db/postgres.ts';
import { sqliteDialect } from '#db/sqlite.ts';
import { periodOf } from '#src/indicators/publish.ts';
import { MODULES, randomRows, writeRows } from './random-store.ts';
import { recountI01, recountI02, recountI04, recountI13 } from './recount.ts';

const url = process.argv[2];
const db = new Kysely<any>({ dialect: url ? postgresDialect(url, 'public') : sqliteDialect(':memory:') });
await m1.up(db);
await m2.up(db);
const period = periodOf('2026-10', MODULES);
for (let seed = 1; seed <= 20; seed++) {
  const rows = randomRows(seed, 60, period.end);
  await writeRows(db, rows);
  for (const [n, q, r] of [
    ['i01', i01, recountI01],
    ['i02', i02, recountI02],
    ['i04', i04, recountI04],
    ['i13', i13, recountI13],
  ] as const) {
    const sqlCells = new Map(
      (await q.cells(db, period)).map(({ level, authority, policeDistrict, operativeGroup, ...c }) => [
        cellName({ level, authority, policeDistrict, operativeGroup }),
        c,
      ]),
    );
    const hand = r(rows, period);
    const s = (m: Map<string, any>) =>
      JSON.stringify(
        [...m]
          .sort((a, b) => (a[0] < b[0] ? -1 : 1))
          .map(([k, v]) => [
            k,
            v.persons,
            v.units,
            v.numerator,
            v.denominator,
            v.days && [
              v.days.median,
              v.days.lowerQuartile,
              v.days.upperQuartile,
              v.days.total,
              v.days.largest,
              v.days.secondLargest,
            ],
          ]),
      );
    if (s(sqlCells) !== s(hand)) {
      console.log(seed, n, 'DIFF');
      console.log(s(sqlCells));
      console.log(s(hand));
      process.exit(1);
    }
    if (seed === 1) console.log(n, hand.size, hand.get('nation|||'));
  }
}
console.log('same');
await db.destroy();
