/** A share as it may be shown, in whole per cent. A count on a boundary belongs to the band above it. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Thirds for 5–9, fifths for 10–19, tenths from 20 (security.md STAT-4). */
function finest(persons: number): number {
  if (persons < 10) return 3;
  return persons < 20 ? 5 : 10;
}

/** Multiplies first, so that 1 of 3 does not fall on the wrong side of a third by rounding. */
function sliceOf(numerator: number, denominator: number, slices: number): number {
  return Math.min(Math.floor((numerator * slices) / denominator), slices - 1);
}

/**
 * The bands that a cell can be shown in, as runs of slices, lowest first. A slice that holds a single possible count is
 * joined with the next ones, for every value alike: joined only where the count fell, the joining would tell it.
 * @param persons people behind the share; they decide how fine the slices are
 * @param denominator at least 2, else there is no band
 */
export function possibleBands(persons: number, denominator: number): Band[] {
  const slices = finest(persons);
  const counts = new Array<number>(slices).fill(0);
  for (let numerator = 0; numerator <= denominator; numerator++) {
    const slice = sliceOf(numerator, denominator, slices);
    counts[slice] = (counts[slice] ?? 0) + 1;
  }
  const ends: number[] = [];
  let held = 0;
  for (const [slice, count] of counts.entries()) {
    held += count;
    if (held < 2) continue;
    ends.push(slice + 1);
    held = 0;
  }
  ends[ends.length - 1] = slices; // a lonely top count joins the band below it
  return ends.map((end, index) => ({ low: percent(ends[index - 1] ?? 0, slices), high: percent(end, slices) }));
}

function percent(slice: number, slices: number): number {
  return Math.round((slice * 100) / slices);
}

/**
 * The band of numerator / denominator (security.md STAT-4).
 * @throws {RangeError} when the denominator is under 2 or the share lies outside 0…1: such a cell has no band
 */
export function shareBand(numerator: number, denominator: number, persons: number): Band {
  if (denominator < 2 || numerator < 0 || numerator > denominator)
    throw new RangeError('No band: not a share of two or more');
  const slices = finest(persons);
  const low = percent(sliceOf(numerator, denominator, slices), slices);
  const band = possibleBands(persons, denominator).findLast((one) => one.low <= low);
  if (!band) throw new RangeError('No band: the lowest one begins at 0');
  return band;
}

/** To the nearest five, as every shown number of people is (security.md STAT-4). */
export function roundToFive(count: number): number {
  return Math.round(count / 5) * 5;
}
