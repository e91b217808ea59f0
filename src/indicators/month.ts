/** A calendar month in Denmark, `YYYY-MM`. */
export type Month = string;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const zone = 'Europe/Copenhagen';

export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** @throws {RangeError} when month is no `YYYY-MM` */
function parts(month: Month): { year: number; number: number } {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (!year || !number) throw new RangeError(`Not a month: ${month}`);
  return { year: Number(year), number: Number(number) };
}

/** `2026-11` and -1 give `2026-10`. */
export function addMonths(month: Month, months: number): Month {
  const { year, number } = parts(month);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The first instant of the month in Denmark, epoch milliseconds. */
export function startOfMonth(month: Month): number {
  const { year, number } = parts(month);
  const utc = Date.UTC(year, number - 1, 1);
  // Summer time changes on the last Sunday of a month at 01:00 UTC, never at a month's first midnight, so the offset there is sure.
  return utc - offsetAt(utc);
}

/** The first instant after the month: what happened before it belongs to the month or an earlier one. */
export function endOfMonth(month: Month): number {
  return startOfMonth(addMonths(month, 1));
}

/** The month in Denmark in which an instant lies. */
export function monthOf(at: number): Month {
  return new Date(at + offsetAt(at)).toISOString().slice(0, 7);
}

/** What Danish clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: number): number {
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, hours] = /^GMT\+(\d{2}):00$/.exec(name ?? '') ?? [];
  if (!hours) throw new RangeError(`Unexpected offset of ${zone}: ${name}`);
  return Number(hours) * 3_600_000;
}
