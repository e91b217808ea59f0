import { type CellKey, cellName, type DaysOfCell } from '#db/indicators/cell.ts';
import type { Period } from '#db/indicators/period.ts';
import type { Rows } from './random-store.ts';

/** A cell counted by hand; the oracle of the SQL. Written person by person, with nothing taken from the code under test. */
export interface Counted {
  readonly persons: number;
  readonly units: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly days: DaysOfCell | null;
}
type Affiliation = Rows['affiliations'][number];

const DAY = 86_400_000;
const NATION: CellKey = { level: 'nation', authority: '', policeDistrict: '', operativeGroup: '' };

/** One person's part of a share. */
interface Share {
  readonly learner: string;
  readonly at: Affiliation;
  readonly numerator: number;
  readonly denominator: number;
}

export function recountI01(rows: Rows, period: Period): Map<string, Counted> {
  return sums(partsOfI01(rows, period));
}

export function recountI13(rows: Rows, period: Period): Map<string, Counted> {
  return sums(partsOfI13(rows, period));
}

/** `cell#learner#numerator#denominator` for every person in every cell. */
export function sharesI01(rows: Rows, period: Period): Set<string> {
  return entries(partsOfI01(rows, period));
}

export function sharesI13(rows: Rows, period: Period): Set<string> {
  return entries(partsOfI13(rows, period));
}

function entries(shares: readonly Share[]): Set<string> {
  return new Set(
    shares.flatMap(({ learner, at, numerator, denominator }) =>
      placesOf(at).map((place) => [place, learner, numerator, denominator].join('#')),
    ),
  );
}

function partsOfI01(rows: Rows, period: Period): Share[] {
  const shares: Share[] = [];
  for (const [learner, { at, joined }] of members(rows, period)) {
    if (joined <= period.from - 90 * DAY || joined > period.end - 90 * DAY) continue;
    const done = completedAt(rows, learner, period);
    shares.push({ learner, at, numerator: done !== null && done - joined <= 90 * DAY ? 1 : 0, denominator: 1 });
  }
  return shares;
}

function partsOfI13(rows: Rows, period: Period): Share[] {
  const shares: Share[] = [];
  for (const [learner, { at }] of members(rows, period)) {
    let [numerator, denominator] = [0, 0];
    for (const scenario of new Set(rows.decisions.map((one) => one.scenario))) {
      const own = rows.decisions
        .filter((one) => one.learner === learner && one.scenario === scenario && one.received_at < period.end)
        .sort((a, b) => a.received_at - b.received_at || (a.attempt < b.attempt ? -1 : 1));
      for (const decision of own.filter(
        ({ attempt, received_at }) => attempt === own[0]?.attempt && received_at >= period.from,
      )) {
        numerator += decision.rating === 'best' ? 2 : decision.rating === 'acceptable' ? 1 : 0;
        denominator += 2;
      }
    }
    if (denominator > 0) shares.push({ learner, at, numerator, denominator });
  }
  return shares;
}

export function recountI02(rows: Rows, period: Period): Map<string, Counted> {
  const all = new Map<string, number[]>();
  for (const [learner, { at, joined }] of members(rows, period)) {
    const done = completedAt(rows, learner, period);
    if (done === null || done < period.from) continue;
    for (const name of placesOf(at))
      all.set(name, [...(all.get(name) ?? []), Math.max(0, Math.floor((done - joined) / DAY))]);
  }
  return new Map(
    [...all].map(([name, unsorted]) => {
      const days = unsorted.sort((a, b) => a - b);
      const at = (index: number) => days[index] ?? Number.NaN;
      const n = days.length;
      const median = n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
      return [
        name,
        {
          ...{ persons: n, units: n, numerator: 0, denominator: n },
          days: {
            median,
            // The smallest value that at least a quarter, three quarters, lie at or below.
            lowerQuartile: at(Math.ceil(n / 4) - 1),
            upperQuartile: at(Math.ceil((n * 3) / 4) - 1),
            total: days.reduce((sum, one) => sum + one, 0),
            largest: at(n - 1),
            secondLargest: n > 1 ? at(n - 2) : 0,
          },
        },
      ];
    }),
  );
}

export function recountI04(rows: Rows, period: Period): Map<string, Counted> {
  const active = rows.affiliations.filter(
    ({ valid_from, valid_to }) => valid_from < period.end && (valid_to === null || (valid_to ?? 0) >= period.end),
  );
  const cells = new Map<string, Counted>();
  const add = (key: CellKey, inside: readonly Affiliation[]) => {
    const groups = new Set(inside.map(({ operative_group }) => operative_group));
    const covered = [...groups].filter((group) =>
      ['politi', 'kommune', 'psykiatri'].every((authority) =>
        inside.some(
          (one) =>
            one.operative_group === group &&
            one.authority === authority &&
            completedAt(rows, one.learner, period) !== null,
        ),
      ),
    );
    const persons = new Set(inside.map(({ learner }) => learner)).size;
    if (persons > 0)
      cells.set(cellName(key), {
        persons,
        units: groups.size,
        numerator: covered.length,
        denominator: groups.size,
        days: null,
      });
  };
  add(NATION, active);
  for (const policeDistrict of new Set(active.map(({ police_district }) => police_district)))
    add(
      { ...NATION, level: 'district', policeDistrict },
      active.filter(({ police_district }) => police_district === policeDistrict),
    );
  return cells;
}

/** Where each person stood at the end, and when they first joined. */
function members(rows: Rows, { end }: Period): Map<string, { at: Affiliation; joined: number }> {
  const found = new Map<string, { at: Affiliation; joined: number }>();
  for (const one of rows.affiliations) {
    if (one.valid_from >= end) continue;
    const known = found.get(one.learner);
    const isLater =
      !known ||
      one.valid_from > known.at.valid_from ||
      (one.valid_from === known.at.valid_from && one.id > known.at.id);
    found.set(one.learner, {
      at: isLater ? one : known.at,
      joined: Math.min(one.valid_from, known?.joined ?? Number.POSITIVE_INFINITY),
    });
  }
  return found;
}

/** When the last of the modules was first completed, or null. */
function completedAt(rows: Rows, learner: string, { modules, end }: Period): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const module of modules) {
    const times = rows.progress.flatMap((one) =>
      one.learner === learner && one.module === module && typeof one.completed_at === 'number' && one.completed_at < end
        ? [one.completed_at]
        : [],
    );
    if (times.length === 0) return null;
    last = Math.max(last, Math.min(...times));
  }
  return last;
}

function placesOf({ authority, police_district, operative_group }: Affiliation): string[] {
  const keys: CellKey[] = [
    NATION,
    { ...NATION, level: 'authority', authority },
    { ...NATION, level: 'authority', authority, policeDistrict: police_district },
    { ...NATION, level: 'district', policeDistrict: police_district },
    { ...NATION, level: 'group', policeDistrict: police_district, operativeGroup: operative_group },
  ];
  return keys.map(cellName);
}

function sums(shares: readonly Share[]): Map<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const { at, numerator, denominator } of shares) {
    for (const name of placesOf(at)) {
      const before = cells.get(name) ?? { persons: 0, units: 0, numerator: 0, denominator: 0 };
      const persons = before.persons + 1;
      cells.set(name, {
        persons,
        units: persons,
        numerator: before.numerator + numerator,
        denominator: before.denominator + denominator,
        days: null,
      });
    }
  }
  return cells;
}
