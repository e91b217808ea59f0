import { initialTransition, transition } from 'xstate';
import type { CompiledScenario } from './compile.ts';
import { isDeciding, isDecision, type Option, optionsOf } from './options.ts';
import { heardIn, roundOption } from './round.ts';
import type { Passage, Scenario, ScenarioNode } from './schema.ts';
import { autoChoiceIn, holds, isTold, type Situation, situationTold } from './state.ts';

/** A decision of the learner: an option (compile.ts) or a round (share-text.ts), and then, where the scene asks, why. */
export interface Move {
  readonly node: string;
  readonly choice: string;
  /** Only in the second step of a decision whose choice has reasons. */
  readonly reason?: string | undefined;
}

/** Something that has happened since the learner's last decision. */
export type Happening =
  /** What followed from the learner's own choice. */
  | { readonly kind: 'follows'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'say'; readonly seat: string; readonly name: string; readonly text: string }
  /** What the case chose for another seat, and what followed. `said`: the text is what was told or said, not what was done. */
  | {
      readonly kind: 'other';
      readonly seat: string;
      readonly text: string;
      readonly said: boolean;
      readonly follows: string;
    };

/** Where a play stands; plain JSON, a cache of the moves (design.md). */
export interface PlayState extends Situation {
  /** The seat that is played. */
  readonly seat: string;
  readonly node: string;
  readonly happened: readonly Happening[];
  /** The choice that waits for its reason; it can no longer be changed. */
  readonly pending?: string;
}

export type Refusal = 'finished' | 'wrong-node' | 'unknown-choice' | 'closed-choice' | 'unknown-reason';
export type Advanced =
  | { readonly kind: 'moved'; readonly state: PlayState }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** The play before the first decision. @throws {RangeError} for a seat that nobody can take */
export function startPlay(compiled: CompiledScenario, seat: string): PlayState {
  if (!compiled.scenario.roles[seat]?.playable)
    throw new RangeError(`Seat ${seat} is not playable in ${compiled.scenario.id}`);
  const [opening] = initialTransition(compiled.machine);
  return settle(compiled, { ...opening.context, seat, node: compiled.scenario.start, happened: [] });
}

/** The play after a decision, up to the next one or the end; never throws on what a browser sends. */
export function advance(compiled: CompiledScenario, state: PlayState, move: Move): Advanced {
  const node = compiled.scenario.nodes[state.node];
  if (!node || node.type === 'outcome') return { kind: 'refused', reason: 'finished' };
  if (move.node !== state.node || !isDeciding(node)) return { kind: 'refused', reason: 'wrong-node' };
  const option = optionAt(compiled.scenario, state, move.choice, state.seat);
  if (!option) return { kind: 'refused', reason: 'unknown-choice' };
  const reasons = isDecision(node) ? node.choices.find(({ id }) => id === option.id)?.reasons : undefined;
  if (state.pending === undefined && reasons) {
    if (move.reason !== undefined) return { kind: 'refused', reason: 'unknown-reason' };
    if (!holds(option.when, state)) return { kind: 'refused', reason: 'closed-choice' };
    return { kind: 'moved', state: { ...state, pending: option.id } };
  }
  if (state.pending !== undefined && state.pending !== option.id) return { kind: 'refused', reason: 'wrong-node' };
  const isReasoned = reasons === undefined ? move.reason === undefined : reasons.some(({ id }) => id === move.reason);
  if (!isReasoned) return { kind: 'refused', reason: 'unknown-reason' };
  const { pending: _, ...waiting } = state;
  const next = step(compiled, waiting, option, state.seat, true, move.reason);
  if (!next) return { kind: 'refused', reason: 'closed-choice' };
  return { kind: 'moved', state: settle(compiled, { ...next, happened: [{ kind: 'follows', text: option.follows }] }) };
}

/** An option of the scene where a play stands, for the seat that decides; undefined when there is none of that name. */
export function optionAt(
  scenario: Scenario,
  state: Situation & { readonly node: string },
  choice: string,
  seat: string,
): Option | undefined {
  const node = scenario.nodes[state.node];
  if (!isDeciding(node)) return undefined;
  return node.type === 'sharing'
    ? roundOption(scenario, { id: state.node, node }, state, seat, choice)
    : optionsOf(node).get(choice);
}

/** The moves that lead to where a play stands, a reason as a move of its own: what a replay needs. */
export function movesOf(state: PlayState): Move[] {
  const moves = state.trail
    .filter(({ own }) => own)
    .flatMap(({ node, choice, reason }): Move[] => [
      { node, choice },
      ...(reason === undefined ? [] : [{ node, choice, reason }]),
    ]);
  return state.pending === undefined ? moves : [...moves, { node: state.node, choice: state.pending }];
}

/**
 * The state after all moves, from the beginning.
 * @throws {RangeError} when a move is not possible: the moves are not of this scenario and version
 */
export function replay(compiled: CompiledScenario, seat: string, moves: readonly Move[]): PlayState {
  let state = startPlay(compiled, seat);
  for (const move of moves) {
    const advanced = advance(compiled, state, move);
    if (advanced.kind === 'refused')
      throw new RangeError(`${advanced.reason}: ${move.node}/${move.choice} in ${compiled.scenario.id}`);
    state = advanced.state;
  }
  return state;
}

/** Whether the learner at this seat decides here. */
export function decidesHere(node: ScenarioNode, seat: string): boolean {
  return isDeciding(node) && (node.seat === seat || node.seat === 'table');
}

/** Plays on through scenes without a decision and through other seats' decisions. */
function settle(compiled: CompiledScenario, start: PlayState): PlayState {
  let state = start;
  // A circle of scenes without a decision would never end; the checker refuses it, and so does this bound.
  for (let scenes = 0; scenes <= Object.keys(compiled.scenario.nodes).length; scenes += 1) {
    const node = compiled.scenario.nodes[state.node];
    if (!node || node.type === 'outcome' || decidesHere(node, state.seat))
      return withPassages(compiled.scenario, state);
    state = withPassages(compiled.scenario, state);
    if (!isDeciding(node)) {
      const next = step(compiled, state, null, state.seat, false);
      if (!next) throw new RangeError(`No way on from ${state.node} in ${compiled.scenario.id}`);
      state = next;
      continue;
    }
    const auto = autoChoiceIn(node, state);
    const option = auto === undefined ? undefined : optionAt(compiled.scenario, state, auto, node.seat);
    const next = option && step(compiled, state, option, node.seat, false);
    if (!option || !next) throw new RangeError(`No way on from ${state.node} in ${compiled.scenario.id}`);
    const isHeard = !node.present || node.present.includes(state.seat);
    const isRound = node.type === 'sharing';
    const text = isRound ? heardIn(compiled.scenario, option, state.seat) : option.text;
    const said = isRound || text.startsWith('»');
    const other = { kind: 'other' as const, seat: node.seat, text, said, follows: option.follows };
    state = isHeard ? { ...next, happened: [...next.happened, other] } : next;
  }
  throw new RangeError(`The scenes of ${compiled.scenario.id} go in a circle at ${state.node}`);
}

/** One transition of the machine; undefined when it is closed. @param option null leaves a scene without a decision */
function step(
  { machine, scenario }: CompiledScenario,
  state: PlayState,
  option: Option | null,
  by: string,
  own: boolean,
  reason?: string | undefined,
): PlayState | undefined {
  const { vars, knows, told, visited, trail } = state;
  const snapshot = machine.resolveState({ value: state.node, context: { vars, knows, told, visited, trail } });
  const isRound = scenario.nodes[state.node]?.type === 'sharing';
  const type = option === null ? 'continue' : isRound ? 'share' : option.id;
  const [next] = transition(machine, snapshot, {
    type,
    by,
    own,
    reason,
    ...(isRound && option ? { round: { id: option.id, discloses: option.discloses } } : {}),
  });
  // Every transition of ours leaves a new context; the same one means that no way was open.
  if (next.context === snapshot.context) return undefined;
  return { ...next.context, seat: state.seat, node: String(next.value), happened: state.happened };
}

function withPassages(scenario: Scenario, state: PlayState): PlayState {
  const node = scenario.nodes[state.node];
  if (!node || node.type === 'outcome' || !isTold(node, state)) return state;
  if (node.present && !node.present.includes(state.seat)) return state;
  const situation = situationTold(scenario, state.node, state);
  const heard = node.passages.filter(({ when }) => holds(when, situation)).map(happening);
  return heard.length === 0 ? state : { ...state, happened: [...state.happened, ...heard] };
}

function happening(passage: Passage): Happening {
  return 'say' in passage ? { kind: 'say', ...passage.say } : { kind: 'text', text: passage.text };
}
