import type { Fault, Rating } from './judgement.ts';
import {
  type Choice,
  COMMIT_PARTS,
  type CommitNode,
  type CommitOption,
  type CommitPart,
  type Condition,
  type DecisionNode,
  type ScenarioNode,
  type SharingNode,
} from './schema.ts';

/** A scene in which somebody decides. */
export type DecidingNode = DecisionNode | CommitNode | SharingNode;

export function isDeciding(node: ScenarioNode | undefined): node is DecidingNode {
  return node !== undefined && node.type !== 'brief' && node.type !== 'inject' && node.type !== 'outcome';
}

export function isDecision(node: ScenarioNode | undefined): node is DecisionNode {
  return node?.type === 'decision' || node?.type === 'disclosure';
}

/** One way through a scene of choices or a meeting's end, in one shape, so that the rest of the engine need not tell them apart. */
export interface Option {
  /** A choice's id; for a meeting's end the four options' ids with full stops between. */
  readonly id: string;
  readonly text: string;
  readonly when?: Condition | undefined;
  readonly set: Choice['set'];
  readonly discloses: Choice['discloses'];
  readonly reliesOn: readonly string[];
  readonly follows: string;
  readonly rating: Rating;
  readonly faults: readonly Fault[];
  readonly evidence: Choice['evidence'];
  readonly goto: Choice['goto'];
}

const known = new WeakMap<DecisionNode | CommitNode, ReadonlyMap<string, Option>>();

/** The options of a scene by id, in the scene's order. */
export function optionsOf(node: DecisionNode | CommitNode): ReadonlyMap<string, Option> {
  let options = known.get(node);
  if (!options) {
    const list = node.type === 'commit' ? commitments(node) : node.choices.map(fromChoice);
    options = new Map(list.map((option) => [option.id, option]));
    known.set(node, options);
  }
  return options;
}

function fromChoice(choice: Choice): Option {
  const discloses = choice.discloses.filter(({ later }) => !later);
  return { ...choice, discloses, faults: choice.fault ? [choice.fault] : [] };
}

/** What was picked of each part; undefined when the id names no such four options. */
export function pickedParts(node: CommitNode, id: string): Readonly<Record<CommitPart, CommitOption>> | undefined {
  const ids = id.split('.');
  const picked = COMMIT_PARTS.map((part, index) => node.parts[part].find((option) => option.id === ids[index]));
  const [responsible, next, fallback, citizen] = picked;
  if (ids.length !== COMMIT_PARTS.length || !responsible || !next || !fallback || !citizen) return undefined;
  return { responsible, next, fallback, citizen };
}

/** A meeting's end is as good as its weakest part: a plan without anybody responsible is no plan. */
function commitments(node: CommitNode): Option[] {
  let options: CommitOption[][] = [[]];
  for (const part of COMMIT_PARTS)
    options = options.flatMap((before) => node.parts[part].map((option) => [...before, option]));
  return options.map((parts) => ({
    id: parts.map(({ id }) => id).join('.'),
    text: parts.map(({ text }) => text).join(' '),
    set: Object.assign({}, ...parts.map(({ set }) => set)),
    discloses: [],
    reliesOn: [],
    follows: node.follows,
    rating: weakest(parts.map(({ rating }) => rating)),
    faults: parts.flatMap(({ fault }) => fault ?? []),
    evidence: Object.assign({}, ...parts.map(({ rating, evidence }) => (rating === 'best' ? evidence : {}))),
    goto: node.goto,
  }));
}

/** The poorest of several ratings; `best` of none. */
export function weakest(ratings: readonly Rating[]): Rating {
  if (ratings.includes('poor')) return 'poor';
  return ratings.includes('acceptable') ? 'acceptable' : 'best';
}
