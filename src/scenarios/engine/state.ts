import type { Choice, Condition, Fact, Scenario, ScenarioNode } from './schema.ts';

export type Scalar = string | number | boolean;

/** Somebody was told a fact. */
export interface Told {
  readonly fact: string;
  readonly from: string;
  readonly to: string;
  readonly form: 'full' | 'short';
  readonly node: string;
}

/** A choice that was taken, by the learner or, for another seat, by the case. */
export interface Step {
  readonly node: string;
  readonly choice: string;
  readonly seat: string;
  readonly own: boolean;
}

/** All that conditions can ask about; plain JSON. */
export interface Situation {
  readonly vars: Readonly<Record<string, Scalar>>;
  /** `seat:fact` */
  readonly knows: readonly string[];
  readonly told: readonly Told[];
  readonly visited: readonly string[];
  readonly trail: readonly Step[];
}

/** Before the first scene: every holder knows its own facts. */
export function openingSituation(scenario: Scenario): Situation {
  return {
    vars: Object.fromEntries(Object.entries(scenario.vars).map(([name, { init }]) => [name, init])),
    knows: Object.entries(scenario.facts).map(([fact, { holder }]) => `${holder}:${fact}`),
    told: [],
    visited: [],
    trail: [],
  };
}

/** Whether a condition holds. Unknown names hold nothing; the checker names them. */
export function holds(condition: Condition | undefined, situation: Situation): boolean {
  if (condition === undefined) return true;
  if ('var' in condition) {
    const value = situation.vars[condition.var];
    if ('is' in condition) return value === condition.is;
    if (typeof value !== 'number') return false;
    return 'gte' in condition ? value >= condition.gte : value <= condition.lte;
  }
  if ('knows' in condition) return situation.knows.includes(`${condition.knows.seat}:${condition.knows.fact}`);
  if ('visited' in condition) return situation.visited.includes(condition.visited);
  if ('chose' in condition) return situation.trail.some(({ node, choice }) => `${node}/${choice}` === condition.chose);
  if ('all' in condition) return condition.all.every((one) => holds(one, situation));
  if ('any' in condition) return condition.any.some((one) => holds(one, situation));
  return !holds(condition.not, situation);
}

/** What is needed of a choice to know what it does; so small that it can stand in a machine's configuration. */
export type Effect = Pick<Choice, 'id' | 'set' | 'discloses'> & {
  readonly node: string;
  /** `table`: whoever plays. */
  readonly seat: string;
};

export function effectOf(node: string, seat: string, { id, set, discloses }: Choice): Effect {
  return { id, set, discloses, node, seat };
}

/** The situation after a choice. @param by the seat that took it @param own whether the learner took it */
export function afterChoice(situation: Situation, effect: Effect, by: string, own: boolean): Situation {
  const told: Told[] = effect.discloses.flatMap(({ fact, to, form }) =>
    to.map((seat) => ({ fact, from: by, to: seat, form, node: effect.node })),
  );
  const learned = told.map(({ to, fact }) => `${to}:${fact}`).filter((one) => !situation.knows.includes(one));
  return {
    vars: { ...situation.vars, ...effect.set },
    knows: learned.length === 0 ? situation.knows : [...situation.knows, ...new Set(learned)],
    told: told.length === 0 ? situation.told : [...situation.told, ...told],
    visited: visiting(situation.visited, effect.node),
    trail: [...situation.trail, { node: effect.node, choice: effect.id, seat: by, own }],
  };
}

/** The situation after a scene that needs no decision. */
export function afterBrief(situation: Situation, node: string): Situation {
  return { ...situation, visited: visiting(situation.visited, node) };
}

function visiting(visited: readonly string[], node: string): readonly string[] {
  return visited.includes(node) ? visited : [...visited, node];
}

/** Where a goto leads in a situation: the first line that holds. Undefined when none does, which the checker refuses. */
export function targetIn(goto: Choice['goto'], situation: Situation): string | undefined {
  if (typeof goto === 'string') return goto;
  return goto.find(({ when }) => holds(when, situation))?.goto;
}

/** Whether a fact exists yet where a play stands. */
export function hasArisen(
  { arises }: Fact,
  { node, visited }: Pick<Situation, 'visited'> & { readonly node: string },
): boolean {
  return arises === undefined || arises.some((scene) => scene === node || visited.includes(scene));
}

/** What the case chooses for a seat that is not played. */
export function autoChoiceIn(node: ScenarioNode, situation: Situation): string | undefined {
  if (node.type === 'brief' || node.type === 'outcome' || node.auto === undefined) return undefined;
  if (typeof node.auto === 'string') return node.auto;
  return node.auto.find(({ when }) => holds(when, situation))?.choice;
}
