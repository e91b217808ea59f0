import type { Condition, Scenario } from './schema.ts';
import { questionsIn, type Scalar } from './state.ts';

/** More combinations than this are not tried: what is not known to be impossible counts as possible. */
const MOST_COMBINATIONS = 4096;

/** What can ever be so in a case, whatever is chosen. */
export interface Possible {
  /** Values by variable: the first one, and all that anything sets. */
  readonly values: ReadonlyMap<string, ReadonlySet<Scalar>>;
  /** `seat:fact` that the seat has from the start, and that it can ever have. */
  readonly held: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Gathers what can ever be so, from all that a case sets and tells. */
export function possibleIn(scenario: Scenario): Possible {
  const values = new Map(Object.entries(scenario.vars).map(([name, { init }]) => [name, new Set<Scalar>([init])]));
  const held = new Set(Object.entries(scenario.facts).map(([fact, { holder }]) => `${holder}:${fact}`));
  const known = new Set(held);
  const set = (all: Readonly<Record<string, Scalar>>) => {
    for (const [name, value] of Object.entries(all)) values.get(name)?.add(value);
  };
  const tell = (facts: readonly string[], to: readonly string[]) => {
    for (const fact of facts) for (const seat of to) known.add(`${seat}:${fact}`);
  };
  for (const node of Object.values(scenario.nodes)) {
    if (node.type === 'inject') set(node.set);
    else if (node.type === 'commit') for (const option of Object.values(node.parts).flat()) set(option.set);
    else if (node.type === 'sharing') tell(node.facts, node.recipients);
    else if (node.type === 'decision' || node.type === 'disclosure')
      for (const choice of node.choices) {
        set(choice.set);
        for (const { fact, to } of choice.discloses) tell([fact], to);
      }
  }
  return { values, held, known };
}

/**
 * Whether a condition can be shown never to hold, from what the case sets and tells alone. Names that do not exist are
 * another rule's.
 */
export function neverHolds(condition: Condition, { values, held, known }: Possible): boolean {
  const asked = new Map<string, readonly Scalar[]>();
  for (const one of questionsIn(condition)) {
    if ('var' in one) {
      const all = values.get(one.var);
      if (!all) return false;
      asked.set(keyOf(one), [...all]);
    } else if ('knows' in one) {
      const pair = `${one.knows.seat}:${one.knows.fact}`;
      asked.set(keyOf(one), held.has(pair) ? [true] : known.has(pair) ? [true, false] : [false]);
    } else asked.set(keyOf(one), [true, false]);
  }
  const count = [...asked.values()].reduce((product, { length }) => product * length, 1);
  if (count > MOST_COMBINATIONS) return false;
  let combinations: ReadonlyMap<string, Scalar>[] = [new Map()];
  for (const [key, all] of asked)
    combinations = combinations.flatMap((before) => all.map((value) => new Map([...before, [key, value]])));
  return !combinations.some((one) => holdsWith(condition, one));
}

function keyOf(one: ReturnType<typeof questionsIn>[number]): string {
  if ('var' in one) return `var ${one.var}`;
  if ('knows' in one) return `knows ${one.knows.seat}:${one.knows.fact}`;
  return 'visited' in one ? `visited ${one.visited}` : `chose ${one.chose}`;
}

function holdsWith(condition: Condition, given: ReadonlyMap<string, Scalar>): boolean {
  if ('all' in condition) return condition.all.every((one) => holdsWith(one, given));
  if ('any' in condition) return condition.any.some((one) => holdsWith(one, given));
  if ('not' in condition) return !holdsWith(condition.not, given);
  const value = given.get(keyOf(condition));
  if (!('var' in condition)) return value === true;
  if ('is' in condition) return value === condition.is;
  if (typeof value !== 'number') return false;
  return 'gte' in condition ? value >= condition.gte : value <= condition.lte;
}
