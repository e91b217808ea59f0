import { isDecision, type Option } from './options.ts';
import type { Choice, Condition, Fact, Scenario, ScenarioNode } from './schema.ts';
import { readShareText, shareText } from './share-text.ts';

export type Scalar = string | number | boolean;

/** A condition that asks one thing. */
type Question = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** What a condition asks about, one thing at a time. */
export function questionsIn(condition: Condition | undefined): Question[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  return 'not' in condition ? questionsIn(condition.not) : [condition];
}

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
  /** Why, where the scene asks. */
  readonly reason?: string;
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

/** What leaving a scene does; so small that it can stand in a machine's configuration. */
export interface Effect {
  /** The option that was taken; null for a scene without a decision. */
  readonly id: string | null;
  readonly node: string;
  readonly set: Option['set'];
  readonly discloses: Option['discloses'];
  /** A scene that brings an answer: what each choice of the scene that asked had put off. */
  readonly answers?: Answers;
}

/** What an answer lets through of what was put off in the scene that asked. */
export interface Answers {
  readonly scene: string;
  /** By choice; a round says itself what it put off. */
  readonly later: Readonly<Record<string, Option['discloses']>>;
  readonly allows: readonly { readonly facts: readonly string[]; readonly to: readonly string[] }[] | null;
}

/** What leaving a scene without a decision does: null for an outcome and a scene in which somebody decides. */
export function effectOfScene(scenario: Scenario, id: string): Effect | null {
  const node = scenario.nodes[id];
  if (node?.type !== 'brief' && node?.type !== 'inject') return null;
  const effect = { id: null, node: id, set: node.type === 'inject' ? node.set : {}, discloses: [] };
  if (!node.answers) return effect;
  const { scene, allows } = node.answers;
  const asked = scenario.nodes[scene];
  const later = isDecision(asked)
    ? Object.fromEntries(
        asked.choices.map((choice) => [choice.id, choice.discloses.filter((one) => one.later === true)] as const),
      )
    : {};
  return { ...effect, answers: { scene, later, allows: allows ?? null } };
}

/** What an answer tells, and from whom: nothing where nobody asked. */
function answered(
  { trail }: Situation,
  { scene, later, allows }: Answers,
): { by: string; discloses: Option['discloses'] } {
  const step = trail.findLast(({ node }) => node === scene);
  if (!step) return { by: '', discloses: [] };
  const sharing = readShareText(step.choice);
  const put = sharing ? (sharing.ground === 'ask-lawyer' ? sharing.shares : []) : (later[step.choice] ?? []);
  const isAllowed = (fact: string, to: string) =>
    allows === null || allows.some((one) => one.facts.includes(fact) && one.to.includes(to));
  const discloses = put.flatMap((share) => {
    const to = share.to.filter((one) => isAllowed(share.fact, one));
    return to.length > 0 ? [{ ...share, to }] : [];
  });
  return { by: step.seat, discloses };
}

/** The situation that the texts of a scene are told in: a scene that brings an answer tells of it, so it has come. */
export function situationTold(scenario: Scenario, id: string, situation: Situation): Situation {
  const effect = effectOfScene(scenario, id);
  if (!effect?.answers) return situation;
  const { knows, told } = afterEffect(situation, effect, '', false);
  return { ...situation, knows, told };
}

/** Whether a step put something off until an answer: only that need be remembered of it. */
export function isAwaiting({ choice }: Pick<Step, 'choice'>, later: Answers['later']): boolean {
  const sharing = readShareText(choice);
  return sharing ? sharing.ground === 'ask-lawyer' && sharing.shares.length > 0 : (later[choice] ?? []).length > 0;
}

export function effectOf(node: string, { id, set, discloses }: Pick<Option, 'id' | 'set' | 'discloses'>): Effect {
  return { id, node, set, discloses };
}

/**
 * The situation after a scene.
 * @param effect null for an inject that does not come: nothing happens, and the scene has not been visited
 * @param by the seat that took the option
 * @param own whether the learner took it
 */
export function afterEffect(
  situation: Situation,
  effect: Effect | null,
  by: string,
  own: boolean,
  reason?: string,
): Situation {
  // A new object also when nothing happens: the same one means to the player that no way was open.
  if (effect === null) return { ...situation };
  const { id, node, set } = effect;
  const answer = effect.answers && answered(situation, effect.answers);
  const tells = [{ by, discloses: effect.discloses }, ...(answer ? [answer] : [])];
  const told: Told[] = tells.flatMap((one) =>
    one.discloses.flatMap(({ fact, to, form }) => to.map((seat) => ({ fact, from: one.by, to: seat, form, node }))),
  );
  const learned = told.map(({ to, fact }) => `${to}:${fact}`).filter((one) => !situation.knows.includes(one));
  const step = id === null ? null : { node, choice: id, seat: by, own, ...(reason === undefined ? {} : { reason }) };
  return {
    vars: { ...situation.vars, ...set },
    knows: learned.length === 0 ? situation.knows : [...situation.knows, ...new Set(learned)],
    told: told.length === 0 ? situation.told : [...situation.told, ...told],
    visited: situation.visited.includes(node) ? situation.visited : [...situation.visited, node],
    trail: step ? [...situation.trail, step] : situation.trail,
  };
}

/** Whether a scene is told here: an inject comes only when its condition holds. */
export function isTold(node: ScenarioNode, situation: Situation): boolean {
  return node.type !== 'inject' || holds(node.when, situation);
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
  if (node.type === 'commit') return node.auto;
  if (node.type === 'sharing') return node.auto && shareText(node.auto);
  if (!isDecision(node) || node.auto === undefined) return undefined;
  if (typeof node.auto === 'string') return node.auto;
  return node.auto.find(({ when }) => holds(when, situation))?.choice;
}
