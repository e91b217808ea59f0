import type { CompiledScenario } from './compile.ts';
import { type Counterfactual, smallestChange } from './counterfactual.ts';
import type { Fault, Rating, Verdict } from './judgement.ts';
import { type Move, type PlayState, replay } from './play.ts';
import type { Choice, Fact, OutcomeNode, Scenario } from './schema.ts';
import { hasArisen } from './state.ts';

/** How a choice is judged, with its reason. */
export interface Judged {
  readonly id: string;
  readonly text: string;
  readonly rating: Rating;
  readonly fault: Fault | null;
  /** Reasonable professionals disagree. */
  readonly contestable: boolean;
  readonly why: string;
  /** "Hvad mangler der?" */
  readonly missing: string | null;
}

/** One of the learner's own decisions, looked back on. */
export interface DebriefDecision {
  readonly node: string;
  readonly title: string;
  readonly day: string | null;
  readonly chosen: Judged;
  readonly follows: string;
  readonly verdict: Verdict | null;
  /** Ids of provisions. */
  readonly basis: readonly string[];
  /** What else could have been chosen, in the order of the scene. */
  readonly alternatives: readonly Judged[];
}

/** What a seat knew of a fact when the case ended. */
export type Knowledge =
  | { readonly kind: 'knew' }
  | { readonly kind: 'told'; readonly from: string; readonly day: string | null }
  | { readonly kind: 'unaware' }
  /** Needed, and never arrived. */
  | { readonly kind: 'missed' }
  /** Given without need, or in more detail than needed. */
  | { readonly kind: 'needless'; readonly from: string; readonly day: string | null };

/** Facts counted one way: over- or under-shared, of those that could have been. */
export interface SharingCount {
  readonly facts: readonly { readonly fact: string; readonly text: string }[];
  readonly of: number;
}

/** What happened, why, and next time. Plain JSON. */
export interface Debrief {
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly lawDate: string;
  };
  readonly seat: string;
  readonly outcome: Pick<OutcomeNode, 'title' | 'text' | 'valence'> & { readonly day: string | null };
  readonly decisions: readonly DebriefDecision[];
  /** The seat's own facts (psp-praksis C-5). */
  readonly under: SharingCount;
  readonly over: SharingCount;
  readonly knowledge: {
    readonly seats: readonly string[];
    readonly rows: readonly { readonly fact: string; readonly text: string; readonly cells: readonly Knowledge[] }[];
  };
  /** Null when the case ended well, or when nothing would have led there. */
  readonly counterfactual: Counterfactual | null;
  /** All provisions that the decisions rest on, each once. */
  readonly basis: readonly string[];
}

/**
 * Looks back on a play.
 * @throws {RangeError} when the moves do not lead to an end of this scenario: the debrief is never shown before it
 */
export function debrief(compiled: CompiledScenario, seat: string, moves: readonly Move[]): Debrief {
  const { scenario } = compiled;
  const end = replay(compiled, seat, moves);
  const outcome = scenario.nodes[end.node];
  if (outcome?.type !== 'outcome') throw new RangeError(`${scenario.id} has not ended`);
  const decisions = end.trail.filter(({ own }) => own).map(({ node, choice }) => decisionOf(scenario, node, choice));
  return {
    scenario: { id: scenario.id, title: scenario.title, version: scenario.version, lawDate: scenario.lawDate },
    seat,
    outcome: { title: outcome.title, text: outcome.text, valence: outcome.valence, day: outcome.day ?? null },
    decisions,
    ...sharing(scenario, end, seat),
    knowledge: knowledge(scenario, end),
    counterfactual: outcome.valence === 'good' ? null : smallestChange(scenario, seat, moves),
    basis: [...new Set(decisions.flatMap(({ basis }) => basis))],
  };
}

function decisionOf(scenario: Scenario, id: string, choiceId: string): DebriefDecision {
  const node = scenario.nodes[id];
  if (!node || node.type === 'brief' || node.type === 'outcome') throw new RangeError(`No decision ${id}`);
  const choice = node.choices.find((one) => one.id === choiceId);
  if (!choice) throw new RangeError(`No choice ${choiceId} in ${id}`);
  return {
    node: id,
    title: node.title,
    day: node.day ?? null,
    chosen: judged(choice),
    follows: choice.follows,
    verdict: choice.verdict ?? null,
    basis: choice.basis,
    alternatives: node.choices.filter((one) => one.id !== choiceId).map(judged),
  };
}

function judged({ id, text, rating, fault, contestable, verdict, why, missing }: Choice): Judged {
  return {
    id,
    text,
    rating,
    fault: fault ?? null,
    contestable: contestable || verdict === 'contestable',
    why,
    missing: missing ?? null,
  };
}

/**
 * Over- and under-sharing of the seat's own facts as psp-praksis C-5 defines them: too much is a fact that is not (or not
 * yet) needed, or the long form of one whose short form is enough; too little is a needed fact that nobody got.
 */
function sharing(scenario: Scenario, end: PlayState, seat: string): Pick<Debrief, 'under' | 'over'> {
  const { told } = end;
  const own = Object.entries(scenario.facts).filter(([, fact]) => fact.holder === seat && hasArisen(fact, end));
  const given = (fact: string, form?: 'full') =>
    told.some((one) => one.fact === fact && one.from === seat && (form === undefined || one.form === form));
  const named = (entries: typeof own) => entries.map(([fact, { text }]) => ({ fact, text }));
  const needed = own.filter(([, { need }]) => need === 'yes' || need === 'part');
  const limited = own.filter(([, { need }]) => need !== 'yes');
  return {
    under: { facts: named(needed.filter(([fact]) => !given(fact))), of: needed.length },
    over: {
      facts: named(limited.filter(([fact, { need }]) => given(fact, need === 'part' ? 'full' : undefined))),
      of: limited.length,
    },
  };
}

function knowledge(scenario: Scenario, end: PlayState): Debrief['knowledge'] {
  const seats = Object.keys(scenario.roles);
  const dayOf = (node: string) => scenario.nodes[node]?.day ?? null;
  const cell = (id: string, fact: Fact, seat: string): Knowledge => {
    if (fact.holder === seat) return { kind: 'knew' };
    const told = end.told.filter((one) => one.fact === id && one.to === seat);
    const [first] = told;
    const isNeeded = (fact.need === 'yes' || fact.need === 'part') && fact.recipients.includes(seat);
    if (!first) return { kind: isNeeded ? 'missed' : 'unaware' };
    const isTooMuch = !isNeeded || (fact.need === 'part' && told.some(({ form }) => form === 'full'));
    return { kind: isTooMuch ? 'needless' : 'told', from: first.from, day: dayOf(first.node) };
  };
  return {
    seats,
    rows: Object.entries(scenario.facts)
      .filter(([, fact]) => hasArisen(fact, end))
      .map(([id, fact]) => ({
        fact: id,
        text: fact.text,
        cells: seats.map((seat) => cell(id, fact, seat)),
      })),
  };
}
