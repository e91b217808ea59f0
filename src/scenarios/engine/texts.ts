import { MISSING_ID, MISSING_TEXT } from './draft.ts';
import type { Path } from './findings.ts';
import type { Condition, Scenario, ScenarioNode } from './schema.ts';

/** A text that somebody reads, and where it stands. */
export interface Placed {
  readonly at: Path;
  readonly text: string;
}

/** Fields whose words are ids or settings, and never shown as they stand. */
const NO_PROSE = new Set(
  'schema id version lang lawDate competences twinOf authority holder arises kind need recipients to fact facts seat present type goto auto basis rating fault verdict reliesOn valence start init values aim ground is var visited chose at form responsible choice rationale'.split(
    ' ',
  ),
);

/** Every text of a case that somebody reads. What is missing is no text. */
export function textsIn(scenario: Scenario): Placed[] {
  return leaves(scenario, []).filter(({ at }) => {
    const named = at.filter((key) => typeof key === 'string');
    return !NO_PROSE.has(named.at(-1) ?? '') && named.at(-2) !== 'set';
  });
}

/** Every text of a case, ids among them: what must not stand anywhere. */
export function leaves(value: unknown, at: Path): Placed[] {
  if (typeof value === 'string') return value === MISSING_TEXT || value === MISSING_ID ? [] : [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...at, key];
    // A name that the author chooses may hide a number.
    return [...(/\d{4}/.test(key) ? [{ at: here, text: key }] : []), ...leaves(one, here)];
  });
}

/** A condition, and where it stands. */
export interface PlacedCondition {
  readonly at: Path;
  readonly when: Condition;
}

const CONDITIONS = new Set(['when', 'that', 'danger', 'claims']);

/** Every condition of a case, wherever the format lets one stand. */
export function conditionsIn(scenario: Scenario): PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const look = (value: unknown, at: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      const here = [...at, Array.isArray(value) ? Number(key) : key];
      // A scene or a variable may have any name; a condition never stands as one.
      if (CONDITIONS.has(key) && here.length > 2 && isCondition(one)) found.push({ at: here, when: one });
      else look(one, here);
    }
  };
  look(scenario, []);
  return found;
}

const OPERATORS = ['var', 'knows', 'visited', 'chose', 'all', 'any', 'not'];

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && OPERATORS.some((name) => Object.hasOwn(value, name));
}

/** The scenes that a scene leads to directly, each once, with where that stands. */
export function waysOut(id: string, node: ScenarioNode): { readonly at: Path; readonly goto: string }[] {
  const at = ['nodes', id];
  if (node.type === 'outcome') return [];
  if ('choices' in node)
    return node.choices.flatMap((choice, index) => targets([...at, 'choices', index, 'goto'], choice.goto));
  return targets([...at, 'goto'], node.goto);
}

function targets(at: Path, goto: string | readonly { readonly goto: string }[]) {
  return typeof goto === 'string'
    ? [{ at, goto }]
    : goto.map((line, index) => ({ at: [...at, index], goto: line.goto }));
}
