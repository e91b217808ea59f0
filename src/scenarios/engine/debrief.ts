import type { CompiledScenario } from './compile.ts';
import { type Counterfactual, smallestChange } from './counterfactual.ts';
import { type Duty, dutiesLeft, unmetDuties } from './duties.ts';
import { endingOf, traced } from './ending.ts';
import type { Fault, Rating, Verdict } from './judgement.ts';
import { isDeciding, pickedParts } from './options.ts';
import { advance, type Happening, type Move, optionAt, type PlayState, replay, startPlay } from './play.ts';
import { type JudgedShare, type JudgedSilence, judgeRound } from './round.ts';
import {
  type Choice,
  COMMIT_PARTS,
  type CommitOption,
  type CommitPart,
  type DecisionNode,
  type Fact,
  type OutcomeNode,
  type Reason,
  type Scenario,
  type SharingNode,
} from './schema.ts';
import { readShareText } from './share-text.ts';
import { hasArisen, holds } from './state.ts';

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

/** Why the learner said the choice was made, and what else could have been said. */
export interface DebriefReason {
  readonly chosen: JudgedReason;
  readonly others: readonly JudgedReason[];
}
export type JudgedReason = Pick<Judged, 'id' | 'text' | 'rating' | 'fault' | 'why'>;

/** How a panel spread over the choices that were offered; credit is the choice's share over the largest (scenario-format.md). */
export interface DebriefPanel {
  /** No real panel has answered yet. */
  readonly constructed: boolean;
  readonly votes: readonly { readonly id: string; readonly text: string; readonly votes: number }[];
  readonly credit: number;
}

/** One of the learner's own decisions, looked back on. */
export interface DebriefDecision {
  readonly node: string;
  readonly title: string;
  readonly day: string | null;
  /** What the seat had seen and heard since its decision before, without what followed from that one. */
  readonly before: readonly Happening[];
  /** Of a meeting's end and of a round only the rating counts; what it was stands in `detail`. */
  readonly chosen: Judged;
  readonly follows: string;
  readonly verdict: Verdict | null;
  /** Ids of provisions. */
  readonly basis: readonly string[];
  /** What else could have been chosen, in the order of the scene. */
  readonly alternatives: readonly Judged[];
  readonly reason: DebriefReason | null;
  readonly panel: DebriefPanel | null;
  /** What had to be told by law, that another choice would have told. */
  readonly duties: readonly Duty[];
  readonly detail:
    | { readonly kind: 'choice' }
    | {
        readonly kind: 'commitment';
        readonly parts: readonly {
          readonly part: CommitPart;
          readonly chosen: Judged;
          readonly alternatives: readonly Judged[];
        }[];
      }
    | {
        readonly kind: 'round';
        readonly aim: string;
        readonly ground: string;
        /**
         * A lawyer was asked first: what stands in `told` was not said here. `came`: a later scene brought the answer, and
         * something was told by it; `refused`: by it nothing could be told.
         */
        readonly asked: 'no' | 'came' | 'refused' | 'never';
        readonly told: readonly (JudgedShare & { readonly text: string })[];
        readonly kept: readonly (JudgedSilence & { readonly text: string })[];
      };
}

/** What a seat knew of a fact when the case ended. */
export type Knowledge =
  | { readonly kind: 'knew' }
  /** Its own, since some day of the case. */
  | { readonly kind: 'met'; readonly day: string | null }
  | { readonly kind: 'told'; readonly from: string; readonly day: string | null }
  /** Told, and only ever in its short form. */
  | { readonly kind: 'short'; readonly from: string; readonly day: string | null }
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
  /** `text` is the ending of this play, its lines as paragraphs with an empty line between. */
  readonly outcome: Pick<OutcomeNode, 'title' | 'text' | 'valence'> & { readonly day: string | null };
  readonly decisions: readonly DebriefDecision[];
  /** By scene: what the ending tells because of the own choice there. */
  readonly ledTo: Readonly<Record<string, readonly string[]>>;
  /** What happened between the last decision and the end. */
  readonly last: readonly Happening[];
  /** The seat's own facts (psp-praksis C-5). `partly`: those that reached somebody, and not all who needed them. */
  readonly under: SharingCount & { readonly partly: SharingCount['facts'] };
  readonly over: SharingCount;
  /** The seat's duties that were never met in this play. */
  readonly duties: readonly Duty[];
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
  const decisions = decisionsOf(compiled, seat, moves, end);
  const arisen = (fact: string) => scenario.facts[fact] !== undefined && hasArisen(scenario.facts[fact], end);
  return {
    scenario: { id: scenario.id, title: scenario.title, version: scenario.version, lawDate: scenario.lawDate },
    seat,
    outcome: {
      title: outcome.title,
      text: endingOf(outcome, end).join('\n\n'),
      valence: outcome.valence,
      day: outcome.day ?? null,
    },
    decisions,
    ledTo: traced(outcome, end),
    last: apartFromFollows(end),
    ...sharing(scenario, end, seat),
    duties: unmetDuties(scenario, seat, end).filter(({ fact }) => arisen(fact)),
    knowledge: knowledge(scenario, end),
    counterfactual: outcome.valence === 'good' ? null : smallestChange(scenario, seat, moves),
    basis: [...new Set(decisions.flatMap(({ basis, duties }) => [...basis, ...duties.flatMap((one) => one.basis)]))],
  };
}

/** Every own decision with what the case looked like when it was made. */
function decisionsOf(
  compiled: CompiledScenario,
  seat: string,
  moves: readonly Move[],
  end: PlayState,
): DebriefDecision[] {
  const decisions: DebriefDecision[] = [];
  let state = startPlay(compiled, seat);
  for (const move of moves) {
    const advanced = advance(compiled, state, move);
    if (advanced.kind === 'refused') throw new RangeError(`${advanced.reason}: ${move.node}/${move.choice}`);
    // A choice that waits for its reason is told once, with the reason.
    if (advanced.state.pending === undefined) decisions.push(decisionOf(compiled.scenario, state, move, end));
    state = advanced.state;
  }
  return decisions;
}

function decisionOf(
  scenario: Scenario,
  state: PlayState,
  { node: id, choice, reason }: Move,
  end: PlayState,
): DebriefDecision {
  const node = scenario.nodes[id];
  const option = optionAt(scenario, state, choice, state.seat);
  if (!isDeciding(node) || !option) throw new RangeError(`No decision ${id}/${choice}`);
  const head = {
    node: id,
    title: node.title,
    day: node.day ?? null,
    before: apartFromFollows(state),
    follows: option.follows,
  };
  const whole: Judged = {
    id: option.id,
    text: option.text,
    rating: option.rating,
    fault: option.faults[0] ?? null,
    contestable: false,
    why: '',
    missing: null,
  };
  const none = { verdict: null, alternatives: [], reason: null, panel: null, duties: [] };
  if (node.type === 'sharing') {
    const detail = roundDetail(scenario, state, { id, node }, option.id, end);
    return { ...head, ...none, chosen: whole, basis: basisOf(node, detail), detail };
  }
  if (node.type === 'commit') {
    const picked = pickedParts(node, option.id);
    const parts = COMMIT_PARTS.flatMap((part) =>
      picked
        ? [
            {
              part,
              chosen: judged(picked[part]),
              alternatives: node.parts[part].filter((one) => one.id !== picked[part].id).map(judged),
            },
          ]
        : [],
    );
    const basis = picked ? [...new Set(COMMIT_PARTS.flatMap((part) => picked[part].basis))] : [];
    return { ...head, ...none, chosen: whole, basis, detail: { kind: 'commitment', parts } };
  }
  // What was not on the screen was not passed over.
  const offered = node.choices.filter((one) => holds(one.when, state));
  const taken = offered.find((one) => one.id === choice);
  if (!taken) throw new RangeError(`No choice ${choice} in ${id}`);
  return {
    ...head,
    chosen: judged(taken),
    verdict: taken.verdict ?? null,
    basis: taken.basis,
    alternatives: offered.filter((one) => one.id !== choice).map(judged),
    reason: reasonOf(taken, reason),
    panel: panelOf(node.panel, offered, choice),
    duties: dutiesLeft(scenario, node, choice, state.seat).filter(({ fact, to }) =>
      to.some((one) => !state.knows.includes(`${one}:${fact}`)),
    ),
    detail: { kind: 'choice' },
  };
}

/** What followed from a choice is told with that choice. */
function apartFromFollows({ happened }: PlayState): Happening[] {
  return happened.filter(({ kind }) => kind !== 'follows');
}

function roundDetail(
  scenario: Scenario,
  state: PlayState,
  at: { readonly id: string; readonly node: SharingNode },
  text: string,
  end: PlayState,
): Extract<DebriefDecision['detail'], { kind: 'round' }> {
  const sharing = readShareText(text);
  if (!sharing) throw new RangeError(`No round in ${at.id}`);
  const { told, kept } = judgeRound(scenario, at, state, state.seat, sharing);
  const wording = (fact: string, form: 'full' | 'short') =>
    (form === 'short' ? scenario.facts[fact]?.short : undefined) ?? scenario.facts[fact]?.text ?? fact;
  return {
    kind: 'round',
    aim: at.node.aims.find(({ aim }) => aim === sharing.aim)?.text ?? sharing.aim,
    ground: at.node.grounds.find(({ ground }) => ground === sharing.ground)?.text ?? sharing.ground,
    asked: sharing.ground === 'ask-lawyer' ? answerTo(scenario, at.id, end) : 'no',
    told: told.map((one) => ({ ...one, text: wording(one.fact, one.form) })),
    kept: kept.map((one) => ({
      ...one,
      text: wording(one.fact, scenario.facts[one.fact]?.need === 'part' ? 'short' : 'full'),
    })),
  };
}

/** What came of asking a lawyer in a scene. */
function answerTo({ nodes }: Scenario, asked: string, { visited, told }: PlayState): 'came' | 'refused' | 'never' {
  const scenes = Object.entries(nodes).flatMap(([id, node]) =>
    (node.type === 'brief' || node.type === 'inject') && node.answers?.scene === asked && visited.includes(id)
      ? [id]
      : [],
  );
  if (scenes.length === 0) return 'never';
  return told.some(({ node }) => scenes.includes(node)) ? 'came' : 'refused';
}

function basisOf(node: SharingNode, { told, kept }: Extract<DebriefDecision['detail'], { kind: 'round' }>): string[] {
  return [...new Set([...node.basis, ...[...told, ...kept].flatMap(({ judgement }) => judgement.basis)])];
}

function reasonOf({ reasons }: Choice, id: string | undefined): DebriefReason | null {
  const chosen = reasons?.find((one) => one.id === id);
  if (!reasons || !chosen) return null;
  const plain = ({ id: name, text, rating, fault, why }: Reason): JudgedReason => ({
    id: name,
    text,
    rating,
    fault: fault ?? null,
    why,
  });
  return { chosen: plain(chosen), others: reasons.filter((one) => one.id !== id).map(plain) };
}

function panelOf(panel: DecisionNode['panel'], offered: readonly Choice[], chosen: string): DebriefPanel | null {
  if (!panel) return null;
  const votes = offered.map(({ id, text }) => ({ id, text, votes: panel.votes[id] ?? 0 }));
  const most = Math.max(1, ...votes.map((one) => one.votes));
  return { constructed: panel.constructed, votes, credit: (panel.votes[chosen] ?? 0) / most };
}

function judged({
  id,
  text,
  rating,
  fault,
  contestable = false,
  verdict,
  why,
  missing,
}: Pick<CommitOption, 'id' | 'text' | 'rating' | 'fault' | 'why' | 'missing'> &
  Partial<Pick<Choice, 'contestable' | 'verdict'>>): Judged {
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
 * yet) needed, or the long form of one whose short form is enough; too little is a needed fact that nobody got. Besides
 * C-5, what somebody without a need for it was told is too much, as a round judges it.
 */
function sharing(scenario: Scenario, end: PlayState, seat: string): Pick<Debrief, 'under' | 'over'> {
  const { told } = end;
  const own = Object.entries(scenario.facts).filter(([, fact]) => fact.holder === seat && hasArisen(fact, end));
  const given = (fact: string, form?: 'full') =>
    told.some((one) => one.fact === fact && one.from === seat && (form === undefined || one.form === form));
  const named = (entries: typeof own) => entries.map(([fact, { text }]) => ({ fact, text }));
  const isNeeded = ({ need }: Fact) => need === 'yes' || need === 'part';
  const needed = own.filter(([, fact]) => isNeeded(fact));
  const lacks = (fact: string) => (to: string) => !end.knows.includes(`${to}:${fact}`);
  const astray = (fact: string, { recipients }: Fact) =>
    told.some((one) => one.fact === fact && one.from === seat && !recipients.includes(one.to));
  const limited = own.filter(([id, fact]) => fact.need !== 'yes' || astray(id, fact));
  return {
    under: {
      facts: named(needed.filter(([fact]) => !given(fact))),
      of: needed.length,
      partly: named(needed.filter(([fact, { recipients }]) => given(fact) && recipients.some(lacks(fact)))),
    },
    over: {
      facts: named(
        limited.filter(([id, fact]) =>
          isNeeded(fact) ? astray(id, fact) || (fact.need === 'part' && given(id, 'full')) : given(id),
        ),
      ),
      of: limited.length,
    },
  };
}

function knowledge(scenario: Scenario, end: PlayState): Debrief['knowledge'] {
  const seats = Object.keys(scenario.roles);
  const dayOf = (node: string) => scenario.nodes[node]?.day ?? null;
  const cell = (id: string, fact: Fact, seat: string): Knowledge => {
    const arose = fact.arises?.find((node) => node === end.node || end.visited.includes(node));
    if (fact.holder === seat) return arose === undefined ? { kind: 'knew' } : { kind: 'met', day: dayOf(arose) };
    const told = end.told.filter((one) => one.fact === id && one.to === seat);
    const [first] = told;
    const isNeeded = (fact.need === 'yes' || fact.need === 'part') && fact.recipients.includes(seat);
    if (!first) return { kind: isNeeded ? 'missed' : 'unaware' };
    const isTooMuch = !isNeeded || (fact.need === 'part' && told.some(({ form }) => form === 'full'));
    const got = { from: first.from, day: dayOf(first.node) };
    if (isTooMuch) return { kind: 'needless', ...got };
    return { kind: told.some(({ form }) => form === 'full') ? 'told' : 'short', ...got };
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
