import { cellName, type RawCell } from '#db/indicators/cell.ts';
import type { CellState } from '#db/learning/publication-schema.ts';
import { type Relation, relationsOf } from './relations.ts';
import { solvableHidden } from './solvable.ts';

export interface Limits {
  /** Fewest people behind a shown cell: 5, or 10 for test and case results (security.md STAT-2). */
  readonly persons: number;
  /** Fewest units where the denominator counts something else than people (operative groups); else 0. */
  readonly units: number;
}

/** Fewest people in the one crossing of the cube, authority × district (security.md STAT-1). */
const CROSSING_PERSONS = 10;
/** Fewest hidden cells per total (security.md STAT-3). */
const HIDDEN_CELLS = 2;

/**
 * Decides which cells of one indicator may be seen (security.md STAT-2, STAT-3): small ones are hidden, then further ones
 * until no hidden cell can be had by subtraction from a total, in any of the tables that share cells.
 * @param kept cells that keep last month's value, with its state: too few people have changed to show or hide them anew
 *   (security.md STAT-5). One that was shown can still be hidden to protect another.
 * @returns a state for each cell, by `cellName`
 */
export function protect(
  cells: readonly RawCell[],
  limits: Limits,
  kept: ReadonlyMap<string, CellState> = new Map(),
): Map<string, CellState> {
  const byName = new Map(cells.map((cell) => [cellName(cell), cell]));
  const state = new Map<string, CellState>(
    cells.map((cell) => [cellName(cell), kept.get(cellName(cell)) ?? (isSmall(cell, limits) ? 'too-few' : 'shown')]),
  );
  const relations = relationsOf(cells);
  const hide = (name: string) => state.set(name, 'protects-another');
  const isShown = (name: string) => state.get(name) === 'shown';

  for (;;) {
    const exposed = relations.find((relation) => exposes(relation, byName, isShown, limits));
    if (exposed) {
      hide(nextToHide(exposed.parts, byName, isShown) ?? exposed.total);
      continue;
    }
    // Each table is safe by itself; two tables that share cells may still be solved together.
    const hidden = cells
      .filter((cell) => !isShown(cellName(cell)) && cell.persons > 0)
      .map(cellName)
      .sort();
    const [solved] = solvableHidden(hidden, relations);
    if (solved === undefined) return state;
    const around = relations
      .filter(({ total, parts }) => total === solved || parts.includes(solved))
      .flatMap(({ total, parts }) => [...parts, total]);
    const next = nextToHide(around, byName, isShown) ?? nextToHide([...byName.keys()], byName, isShown);
    if (next === undefined) return state; // nothing is shown any more
    hide(next);
  }
}

/** Primary suppression. Nought is hidden as well: no figure here is expected to be nought by design (security.md STAT-2). */
function isSmall(cell: RawCell, limits: Limits): boolean {
  const isCrossing = cell.authority !== '' && cell.policeDistrict !== '';
  const fewest = isCrossing ? Math.max(CROSSING_PERSONS, limits.persons) : limits.persons;
  return cell.persons < fewest || cell.units < limits.units || cell.denominator < 2 || isDominated(cell);
}

/** The p % rule: the second largest contributor must not be able to tell the largest within a tenth (security.md STAT-4). */
function isDominated({ days }: RawCell): boolean {
  return days !== null && days.total - days.largest - days.secondLargest < days.largest / 10;
}

/** Whether a table gives a hidden cell away; cells without people protect nobody and need no protection. */
function exposes(
  { total, parts }: Relation,
  byName: ReadonlyMap<string, RawCell>,
  isShown: (name: string) => boolean,
  limits: Limits,
): boolean {
  const peopled = parts
    .map((name) => byName.get(name))
    .filter((cell) => cell !== undefined && cell.persons > 0) as RawCell[];
  const hidden = peopled.filter((cell) => !isShown(cellName(cell)));
  if (hidden.length === 0) return !isShown(total) && peopled.length > 0;
  const persons = hidden.reduce((sum, cell) => sum + cell.persons, 0);
  const units = hidden.reduce((sum, cell) => sum + cell.units, 0);
  if (hidden.length >= HIDDEN_CELLS && persons >= limits.persons && units >= limits.units) return false;
  return hidden.length < peopled.length || isShown(total);
}

/** The smallest shown cell that holds people; names decide between equals, so that a second run hides the same. */
function nextToHide(
  names: readonly string[],
  byName: ReadonlyMap<string, RawCell>,
  isShown: (name: string) => boolean,
): string | undefined {
  const shown = names.filter((name) => isShown(name) && (byName.get(name)?.persons ?? 0) > 0);
  return shown.sort((a, b) => (byName.get(a)?.persons ?? 0) - (byName.get(b)?.persons ?? 0) || (a < b ? -1 : 1))[0];
}
