import { type CellKey, cellName } from '#db/indicators/cell.ts';

/** A total and the cells that add up to it. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * The sums of the cube: nation = authorities = districts, district = its groups = its authorities, authority = that
 * authority in each district. A sum whose parts the indicator does not have is left out.
 */
export function relationsOf(cells: readonly CellKey[]): Relation[] {
  const totals = new Map<string, string[]>();
  const names = new Set(cells.map(cellName));
  const add = (total: CellKey, table: string, part: CellKey) => {
    if (!names.has(cellName(total))) return;
    const key = `${cellName(total)}#${table}`;
    totals.set(key, [...(totals.get(key) ?? []), cellName(part)]);
  };
  const nation: CellKey = { level: 'nation', authority: '', policeDistrict: '', operativeGroup: '' };
  for (const cell of cells) {
    const district: CellKey = { ...nation, level: 'district', policeDistrict: cell.policeDistrict };
    if (cell.level === 'district') add(nation, 'district', cell);
    if (cell.level === 'group') add(district, 'group', cell);
    if (cell.level !== 'authority') continue;
    if (cell.policeDistrict === '') {
      add(nation, 'authority', cell);
    } else {
      add(district, 'authority', cell);
      add({ ...nation, level: 'authority', authority: cell.authority }, 'district', cell);
    }
  }
  // In a fixed order, since the order decides which of two tables is mended first.
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, parts]) => ({ total: key.slice(0, key.indexOf('#')), parts: parts.sort() }));
}
