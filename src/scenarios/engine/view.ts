import type { CompiledScenario } from './compile.ts';
import type { Aim, Ground } from './judgement.ts';
import { type DecidingNode, isDeciding } from './options.ts';
import type { Happening, PlayState } from './play.ts';
import { decidesHere } from './play.ts';
import { hearersIn, type Shareable, shareablesIn } from './round.ts';
import { COMMIT_PARTS, type CommitPart, type Fact, type Scenario } from './schema.ts';
import { hasArisen, holds } from './state.ts';

/** A fact that the seat knows, as it knows it. */
export interface KnownFact {
  readonly fact: string;
  readonly text: string;
  readonly kind: Fact['kind'];
  /** Null: from the seat's own records. */
  readonly from: { readonly seat: string; readonly day: string | null } | null;
}

export interface SharedFact {
  readonly fact: string;
  readonly text: string;
  readonly to: readonly string[];
  readonly day: string | null;
}

export interface Offered {
  readonly id: string;
  readonly text: string;
}

/** What the seat is asked for. No judgement, no reason why, and only what is open. */
export type Asked =
  | { readonly kind: 'choice'; readonly options: readonly Offered[] }
  /** The second step: the choice stands, and the question is why. */
  | { readonly kind: 'reason'; readonly chosen: Offered; readonly options: readonly Offered[] }
  | {
      readonly kind: 'commitment';
      readonly parts: readonly { readonly part: CommitPart; readonly options: readonly Offered[] }[];
    }
  | {
      readonly kind: 'round';
      readonly facts: readonly Shareable[];
      readonly hearers: readonly string[];
      readonly aims: readonly { readonly aim: Aim; readonly text: string }[];
      readonly grounds: readonly { readonly ground: Ground; readonly text: string }[];
    };

/** What a seat is shown of a play: this and nothing else leaves the server. */
export interface SceneView {
  readonly scenario: { readonly id: string; readonly title: string; readonly version: string };
  readonly node: string;
  /** How many decisions the learner has behind, plus one. Never how many remain: nobody knows. */
  readonly decisionNumber: number;
  readonly day: string | null;
  readonly title: string;
  readonly happened: readonly Happening[];
  readonly question: string;
  readonly hint: string | null;
  /** Null where another seat decides, and at the end. */
  readonly asked: Asked | null;
  readonly allowsOwnLine: boolean;
  readonly caseFile: { readonly known: readonly KnownFact[]; readonly shared: readonly SharedFact[] };
  readonly finished: boolean;
}

/**
 * The scene as a seat may see it. Facts that the seat has not been told, judgements, reasons, other scenes and closed
 * choices are left out (security.md P1: keys and unknown facts are never sent before the answer).
 */
export function view({ scenario }: CompiledScenario, state: PlayState, seat: string): SceneView {
  const node = scenario.nodes[state.node];
  if (!node) throw new RangeError(`No scene ${state.node} in ${scenario.id}`);
  const isThere = node.type === 'outcome' || !node.present || node.present.includes(seat);
  const deciding = isDeciding(node) && decidesHere(node, seat) ? node : null;
  return {
    scenario: { id: scenario.id, title: scenario.title, version: scenario.version },
    node: state.node,
    decisionNumber: state.trail.filter(({ own }) => own).length + 1,
    // Who is not there is told nothing of the scene, not even that it is.
    day: isThere ? (node.day ?? null) : null,
    title: isThere ? node.title : '',
    // What the played seat has heard is not for the others.
    happened: seat === state.seat ? state.happened : [],
    question: deciding?.question ?? '',
    hint: deciding?.hint ?? null,
    asked: deciding && askedIn(scenario, deciding, state, seat),
    allowsOwnLine: deciding !== null && deciding.type !== 'commit' && deciding.rationale === 'optional',
    caseFile: caseFile(scenario, state, seat),
    finished: node.type === 'outcome',
  };
}

function askedIn(scenario: Scenario, node: DecidingNode, state: PlayState, seat: string): Asked {
  if (node.type === 'commit')
    return {
      kind: 'commitment',
      parts: COMMIT_PARTS.map((part) => ({ part, options: node.parts[part].map(offered) })),
    };
  if (node.type === 'sharing')
    return {
      kind: 'round',
      facts: shareablesIn(scenario, { id: state.node, node }, state, seat),
      hearers: hearersIn(node, seat),
      aims: node.aims,
      grounds: node.grounds,
    };
  // The reasons are for who has chosen, not for another seat that looks on.
  const chosen = seat === state.seat ? node.choices.find(({ id }) => id === state.pending) : undefined;
  if (chosen?.reasons) return { kind: 'reason', chosen: offered(chosen), options: chosen.reasons.map(offered) };
  return { kind: 'choice', options: node.choices.filter(({ when }) => holds(when, state)).map(offered) };
}

function offered({ id, text }: Offered): Offered {
  return { id, text };
}

function caseFile(scenario: Scenario, state: PlayState, seat: string): SceneView['caseFile'] {
  const dayOf = (node: string) => scenario.nodes[node]?.day ?? null;
  const known = Object.entries(scenario.facts).flatMap(([id, fact]): KnownFact[] => {
    if (!hasArisen(fact, state)) return [];
    if (fact.holder === seat) return [{ fact: id, text: fact.text, kind: fact.kind, from: null }];
    const told = state.told.filter((one) => one.to === seat && one.fact === id);
    const [first] = told;
    if (!first) return [];
    // Who has only been told the short form is shown only that.
    const isWhole = told.some(({ form }) => form === 'full');
    return [
      {
        fact: id,
        text: isWhole ? fact.text : (fact.short ?? fact.text),
        kind: fact.kind,
        from: { seat: first.from, day: dayOf(first.node) },
      },
    ];
  });
  const given = Map.groupBy(
    state.told.filter(({ from }) => from === seat),
    ({ fact }) => fact,
  );
  const shared = [...given].map(([id, told]): SharedFact => {
    const fact = scenario.facts[id];
    const isWhole = told.some(({ form }) => form === 'full');
    return {
      fact: id,
      text: (isWhole ? fact?.text : (fact?.short ?? fact?.text)) ?? id,
      to: [...new Set(told.map(({ to }) => to))],
      day: dayOf(told[0]?.node ?? ''),
    };
  });
  return { known, shared };
}
