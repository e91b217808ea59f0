import type { Relation } from './relations.ts';

/**
 * The hidden cells whose number follows from the shown ones: every sum is an equation, a shown cell is known, and a cell
 * is solved when elimination leaves an equation that holds it alone. Knows nothing of what a number can be (no cell under
 * nought), so it finds exact solutions, not narrow ranges.
 * @param hidden names of hidden cells that hold people
 */
export function solvableHidden(hidden: readonly string[], relations: readonly Relation[]): string[] {
  const column = new Map(hidden.map((name, index) => [name, index]));
  const rows = relations.map(({ total, parts }) => {
    const row = new Array<number>(hidden.length).fill(0);
    for (const name of parts) setIn(row, column.get(name), 1);
    setIn(row, column.get(total), -1);
    return row;
  });
  reduce(rows, hidden.length);
  return rows.flatMap((row) => {
    const held = hidden.filter((_, index) => !isNought(row[index] ?? 0));
    return held.length === 1 ? held : [];
  });
}

function setIn(row: number[], index: number | undefined, value: number): void {
  if (index !== undefined) row[index] = value;
}

/** Gauss–Jordan in place: afterwards each leading column stands in one row only. */
function reduce(rows: number[][], columns: number): void {
  let lead = 0;
  for (let column = 0; column < columns && lead < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= lead && !isNought(row[column] ?? 0));
    if (found === -1) continue;
    const pivot = rows[found] ?? [];
    rows[found] = rows[lead] ?? [];
    rows[lead] = pivot;
    const scale = pivot[column] ?? 1;
    for (let index = 0; index < columns; index++) pivot[index] = (pivot[index] ?? 0) / scale;
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (row === pivot || isNought(factor)) continue;
      for (let index = 0; index < columns; index++) row[index] = (row[index] ?? 0) - factor * (pivot[index] ?? 0);
    }
    lead++;
  }
}

/** The sums hold ±1 only, so what elimination leaves is far from this bound or is nought. */
function isNought(value: number): boolean {
  return Math.abs(value) < 1e-7;
}
