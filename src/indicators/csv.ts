import { stringify } from 'csv-stringify/sync';
import type { PublishedCell } from '#db/learning/publication.ts';
import { type Catalogue, findIndicator } from './catalogue.ts';
import { authorities, columns, levels, no, states, yes } from './csv.da.ts';
import type { SteeringPage } from './steering.ts';

/** Names as the page writes them; an id without a name is written as it is. */
export interface PlaceNames {
  readonly districts: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * The page's published rows as a file for a Danish spreadsheet: semicolons, a byte order mark for æ, ø and å, every field
 * quoted and none of them a formula (security.md CSV-1). The page and the file come from the same rows, so neither says
 * more than the other (STAT-7).
 */
export function steeringCsv(page: SteeringPage, catalogue: Pick<Catalogue, 'indicators'>, names: PlaceNames): string {
  const rows = page.rows.map(({ month, cell }) => [
    month,
    cell.since,
    cell.indicator,
    findIndicator(catalogue, cell.indicator)?.name ?? cell.indicator,
    cell.indicator_version,
    levels[levelOf(cell)],
    names.districts[cell.police_district] ?? cell.police_district,
    names.groups[cell.operative_group] ?? cell.operative_group,
    authorities[cell.authority],
    states[cell.state],
    cell.n_rounded,
    cell.band_low,
    cell.band_high,
    cell.weeks,
    cell.weeks_low,
    cell.weeks_high,
    page.isFictional ? yes : no,
  ]);
  return toCsv([columns, ...rows]);
}

/** @param rows null becomes an empty field */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const fields = rows.map((row) => row.map((value) => harmless(value === null ? '' : String(value))));
  return stringify(fields, {
    bom: true,
    delimiter: ';',
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
  });
}

/** A spreadsheet runs a field that begins like this as a formula; the apostrophe makes it text. */
function harmless(field: string): string {
  return /^[=+\-@\t\r\0]/.test(field) ? `'${field}` : field;
}

function levelOf({ level, police_district }: PublishedCell): keyof typeof levels {
  return level === 'authority' && police_district !== '' ? 'crossing' : level;
}
