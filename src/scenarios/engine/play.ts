import { initialTransition, transition } from 'xstate';
import type { CompiledScenario } from './compile.ts';
import type { Passage, ScenarioNode } from './schema.ts';
import { autoChoiceIn, holds, type Situation } from './state.ts';

/** A decision of the learner. */
export interface Move {
  readonly node: string;
  readonly choice: string;
}

/** Something that has happened since the learner's last decision. */
export type Happening =
  /** What followed from the learner's own choice. */
  | { readonly kind: 'follows'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'say'; readonly seat: string; readonly name: string; readonly text: string }
  /** What the case chose for another seat, and what followed. */
  | { readonly kind: 'other'; readonly seat: string; readonly text: string; readonly follows: string };

/** Where a play stands; plain JSON, a cache of the moves (design.md). */
export interface PlayState extends Situation {
  /** The seat that is played. */
  readonly seat: string;
  readonly node: string;
  readonly happened: readonly Happening[];
}

export type Refusal = 'finished' | 'wrong-node' | 'unknown-choice' | 'closed-choice';
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
  if (move.node !== state.node || node.type === 'brief') return { kind: 'refused', reason: 'wrong-node' };
  const choice = node.choices.find(({ id }) => id === move.choice);
  if (!choice) return { kind: 'refused', reason: 'unknown-choice' };
  const next = step(compiled, state, choice.id, state.seat, true);
  if (!next) return { kind: 'refused', reason: 'closed-choice' };
  return { kind: 'moved', state: settle(compiled, { ...next, happened: [{ kind: 'follows', text: choice.follows }] }) };
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
  return (node.type === 'decision' || node.type === 'disclosure') && (node.seat === seat || node.seat === 'table');
}

/** Plays on through scenes without a decision and through other seats' decisions. */
function settle(compiled: CompiledScenario, start: PlayState): PlayState {
  let state = start;
  // A circle of scenes without a decision would never end; the checker refuses it, and so does this bound.
  for (let scenes = 0; scenes <= Object.keys(compiled.scenario.nodes).length; scenes += 1) {
    const node = compiled.scenario.nodes[state.node];
    if (!node || node.type === 'outcome' || decidesHere(node, state.seat)) return withPassages(state, node);
    state = withPassages(state, node);
    const auto = autoChoiceIn(node, state);
    const type = node.type === 'brief' ? 'continue' : auto;
    const next =
      type === undefined
        ? undefined
        : step(compiled, state, type, node.type === 'brief' ? state.seat : node.seat, false);
    if (!next) throw new RangeError(`No way on from ${state.node} in ${compiled.scenario.id}`);
    const choice = node.type === 'brief' ? undefined : node.choices.find(({ id }) => id === auto);
    const isHeard = !node.present || node.present.includes(state.seat);
    state =
      choice && node.type !== 'brief' && isHeard
        ? {
            ...next,
            happened: [
              ...next.happened,
              { kind: 'other', seat: node.seat, text: choice.text, follows: choice.follows },
            ],
          }
        : next;
  }
  throw new RangeError(`The scenes of ${compiled.scenario.id} go in a circle at ${state.node}`);
}

/** One transition of the machine; undefined when it is closed. */
function step(
  compiled: CompiledScenario,
  state: PlayState,
  type: string,
  by: string,
  own: boolean,
): PlayState | undefined {
  const { machine } = compiled;
  const { vars, knows, told, visited, trail } = state;
  const snapshot = machine.resolveState({ value: state.node, context: { vars, knows, told, visited, trail } });
  const event = { type, by, own };
  const [next] = transition(machine, snapshot, event);
  // Every transition of ours leaves a new context; the same one means that no way was open.
  if (next.context === snapshot.context) return undefined;
  return { ...next.context, seat: state.seat, node: String(next.value), happened: state.happened };
}

function withPassages(state: PlayState, node: ScenarioNode | undefined): PlayState {
  if (!node || node.type === 'outcome' || (node.present && !node.present.includes(state.seat))) return state;
  const heard = node.passages.filter(({ when }) => holds(when, state)).map(happening);
  return heard.length === 0 ? state : { ...state, happened: [...state.happened, ...heard] };
}

function happening(passage: Passage): Happening {
  return 'say' in passage ? { kind: 'say', ...passage.say } : { kind: 'text', text: passage.text };
}
