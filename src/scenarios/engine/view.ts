import type { CompiledScenario } from './compile.ts';
import type { Happening, PlayState } from './play.ts';
import { decidesHere } from './play.ts';
import type { Fact } from './schema.ts';
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
  /** Only choices that are open; no judgement, no reason. */
  readonly options: readonly { readonly id: string; readonly text: string }[];
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
  const isDecision = node.type === 'decision' || node.type === 'disclosure';
  const decides = isDecision && decidesHere(node, seat);
  return {
    scenario: { id: scenario.id, title: scenario.title, version: scenario.version },
    node: state.node,
    decisionNumber: state.trail.filter(({ own }) => own).length + 1,
    day: node.day ?? null,
    title: node.title,
    // What the played seat has heard is not for the others.
    happened: seat === state.seat ? state.happened : [],
    question: decides ? node.question : '',
    hint: (decides && node.hint) || null,
    options: decides ? node.choices.filter(({ when }) => holds(when, state)).map(({ id, text }) => ({ id, text })) : [],
    allowsOwnLine: decides && node.rationale === 'optional',
    caseFile: caseFile(scenario, state, seat),
    finished: node.type === 'outcome',
  };
}

function caseFile(scenario: CompiledScenario['scenario'], state: PlayState, seat: string): SceneView['caseFile'] {
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
