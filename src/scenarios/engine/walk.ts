import type { Choice, Condition, Scenario } from './schema.ts';
import {
  afterBrief,
  afterChoice,
  autoChoiceIn,
  effectOf,
  holds,
  openingSituation,
  type Situation,
  targetIn,
} from './state.ts';

/** A place in the state space: a scene and the situation in it. Walked over our own data, without the machine: it is some twenty times faster. */
export interface Place {
  readonly node: string;
  readonly situation: Situation;
}

/** What can happen at a place. `choice` is null for a scene without a decision. */
export interface Way {
  readonly choice: Choice | null;
  readonly own: boolean;
  readonly to: Place | null;
}

export function openingPlace(scenario: Scenario): Place {
  return { node: scenario.start, situation: openingSituation(scenario) };
}

/** The ways on from a place for who plays a seat; empty at an outcome and at a dead end. */
export function waysFrom(scenario: Scenario, seat: string, { node: id, situation }: Place): Way[] {
  const node = scenario.nodes[id];
  if (!node || node.type === 'outcome') return [];
  const arrive = (goto: Choice['goto'], next: Situation): Place | null => {
    const target = targetIn(goto, next);
    return target !== undefined && scenario.nodes[target] ? { node: target, situation: next } : null;
  };
  if (node.type === 'brief') return [{ choice: null, own: false, to: arrive(node.goto, afterBrief(situation, id)) }];
  const own = node.seat === seat || node.seat === 'table';
  const by = node.seat === 'table' ? seat : node.seat;
  const open = node.choices.filter(({ when }) => holds(when, situation));
  const taken = own ? open : open.filter(({ id: choice }) => choice === autoChoiceIn(node, situation));
  return taken.map((choice) => ({
    choice,
    own,
    to: arrive(choice.goto, afterChoice(situation, effectOf(id, node.seat, choice), by, own)),
  }));
}

/** What the scenario's conditions ask about; the rest need not tell states apart. */
export interface Asked {
  readonly vars: ReadonlySet<string>;
  readonly knows: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly chose: ReadonlySet<string>;
}

/** Collects what any condition of the scenario reads, so that facts that nothing later reads stay out of the state space. */
export function askedBy(scenario: Scenario): Asked {
  const asked = {
    vars: new Set<string>(),
    knows: new Set<string>(),
    visited: new Set<string>(),
    chose: new Set<string>(),
  };
  const collect = (condition: Condition | undefined): void => {
    if (!condition) return;
    if ('var' in condition) asked.vars.add(condition.var);
    else if ('knows' in condition) asked.knows.add(`${condition.knows.seat}:${condition.knows.fact}`);
    else if ('visited' in condition) asked.visited.add(condition.visited);
    else if ('chose' in condition) asked.chose.add(condition.chose);
    else if ('all' in condition) condition.all.forEach(collect);
    else if ('any' in condition) condition.any.forEach(collect);
    else collect(condition.not);
  };
  const gotos = (goto: Choice['goto']) =>
    typeof goto !== 'string' &&
    goto.forEach(({ when }) => {
      collect(when);
    });
  for (const node of Object.values(scenario.nodes)) {
    if (node.type === 'outcome') continue;
    if (node.type === 'brief') gotos(node.goto);
    else {
      if (node.auto && typeof node.auto !== 'string')
        node.auto.forEach(({ when }) => {
          collect(when);
        });
      for (const choice of node.choices) {
        collect(choice.when);
        gotos(choice.goto);
        // Epistemic check: a choice may only rely on, and tell, what its seat knows.
        for (const fact of [...choice.reliesOn, ...choice.discloses.map((one) => one.fact)])
          for (const seat of Object.keys(scenario.roles)) asked.knows.add(`${seat}:${fact}`);
      }
    }
  }
  for (const { that } of scenario.assert) collect(that);
  return asked;
}

/** Places with the same key behave alike from here on. */
export function placeKey({ node, situation }: Place, asked: Asked): string {
  const vars = [...asked.vars].map((name) => situation.vars[name]).join(',');
  const knows = situation.knows
    .filter((one) => asked.knows.has(one))
    .toSorted()
    .join(',');
  const visited = situation.visited
    .filter((one) => asked.visited.has(one))
    .toSorted()
    .join(',');
  const chose = situation.trail
    .map((step) => `${step.node}/${step.choice}`)
    .filter((one) => asked.chose.has(one))
    .toSorted()
    .join(',');
  return `${node}|${vars}|${knows}|${visited}|${chose}`;
}
