import type { AttemptRow } from '#db/learning/attempts.ts';
import {
  advance,
  type CompiledScenario,
  isDecision,
  type Move,
  movesOf,
  optionAt,
  type PlayState,
  replay,
  seenPassages,
  startPlay,
} from '#src/scenarios/engine/index.ts';
import { type Judged, moved, type Receipt, refused } from './consequence.ts';
import type { LearningEvent } from './events.ts';
import type { Library } from './library.ts';

/** Where a run of a scenario stands, and how it is played. */
export interface ScenarioRun extends PlayState {
  /** Never goes back. Left out for practice. */
  readonly isAssessed?: true;
  /** Decisions of a second try show what came after a look at the answers: they count in no indicator and no competence. */
  readonly isRetry?: true;
}

/** More earlier runs than this are not read for one page. */
const MOST_EARLIER = 10;

/** What the learner has read in earlier runs of a case, begun or ended; a run whose edition is gone is passed over. */
export function seenBefore(
  runs: readonly AttemptRow[],
  pinned: (run: AttemptRow) => CompiledScenario | undefined,
): ReadonlySet<string> {
  return seenPassages(
    runs.slice(-MOST_EARLIER).flatMap((run) => {
      const compiled = pinned(run);
      return compiled ? [{ scenario: compiled.scenario, state: JSON.parse(run.state) as ScenarioRun }] : [];
    }),
  );
}

type ScenarioEvent = Extract<LearningEvent, { type: `scenario.${string}` }>;
type EventOf<T extends ScenarioEvent['type']> = Extract<ScenarioEvent, { type: T }>['body'];

/** What an event makes of a run of a scenario; part of the one rule (attempt.ts). */
export function afterScenarioEvent(
  before: AttemptRow | undefined,
  event: ScenarioEvent,
  receipt: Receipt,
  library: Library,
): Judged {
  if (event.type === 'scenario.started') return before ? refused('taken') : afterStart(event.body, receipt, library);
  if (before?.kind !== 'scenario') return refused('unknown');
  const compiled = library.pinned(before.subject, before.version, before.hash);
  if (!compiled) return refused('version');
  return event.type === 'scenario.rewound'
    ? afterRewind(before, compiled, event.body, receipt)
    : afterMove(before, compiled, event.body, receipt);
}

function afterStart(
  { scenario, version, hash, seat, mode, moves }: EventOf<'scenario.started'>,
  receipt: Receipt,
  library: Library,
): Judged {
  const compiled = library.pinned(scenario, version, hash);
  if (!compiled) return refused('version');
  if (!Object.hasOwn(compiled.scenario.roles, seat) || !compiled.scenario.roles[seat]?.playable)
    return refused('unknown');
  let state = startPlay(compiled, seat);
  for (const move of moves ?? []) {
    const advanced = advance(compiled, state, move);
    if (advanced.kind === 'refused') return refused('unknown');
    state = advanced.state;
  }
  const run: ScenarioRun = {
    ...state,
    ...(mode === 'assessed' ? { isAssessed: true } : {}),
    ...(moves && moves.length > 0 ? { isRetry: true } : {}),
  };
  const attempt = moved(undefined, { kind: 'scenario', subject: scenario, version, hash, seat }, run, null, receipt);
  return { kind: 'follows', consequence: { attempt, moduleProgress: null, decision: null, evidence: [] } };
}

function afterMove(before: AttemptRow, compiled: CompiledScenario, move: Move, receipt: Receipt): Judged {
  const run = JSON.parse(before.state) as ScenarioRun;
  const option = move.node === run.node ? optionAt(compiled.scenario, run, move.choice, run.seat) : undefined;
  const advanced = advance(compiled, run, move);
  if (advanced.kind === 'refused' || !option) {
    const isDone = run.trail.some(({ node, own }) => own && node === move.node);
    if (advanced.kind === 'moved' || (advanced.reason !== 'wrong-node' && advanced.reason !== 'finished'))
      return refused('unknown');
    return refused(isDone || run.pending !== undefined ? 'taken' : 'order');
  }
  const state: ScenarioRun = {
    ...advanced.state,
    ...(run.isAssessed ? { isAssessed: true } : {}),
    ...(run.isRetry ? { isRetry: true } : {}),
  };
  const isEnd = compiled.scenario.nodes[state.node]?.type === 'outcome';
  const attempt = moved(before, before, state, isEnd ? receipt.receivedAt : null, receipt);
  // A choice that waits for its reason is no decision yet.
  if (state.pending !== undefined || run.isRetry)
    return { kind: 'follows', consequence: { attempt, moduleProgress: null, decision: null, evidence: [] } };
  const reasonRating = ratingOfReason(compiled, move);
  return {
    kind: 'follows',
    consequence: {
      attempt,
      moduleProgress: null,
      decision: {
        attempt: before.id,
        sequence: receipt.sequence,
        scenario: before.subject,
        node: move.node,
        choice: move.choice,
        rating: option.rating,
        fault: option.faults[0] ?? null,
        reason: move.reason ?? null,
        reason_rating: reasonRating,
        received_at: receipt.receivedAt,
      },
      // A good choice for a poor reason shows no competence.
      evidence:
        reasonRating === 'poor'
          ? []
          : Object.entries(option.evidence).map(([competence, points]) => ({
              event: receipt.id,
              competence,
              situation: `${before.subject}:${move.node}`,
              points,
              received_at: receipt.receivedAt,
            })),
    },
  };
}

function ratingOfReason({ scenario }: CompiledScenario, { node: id, choice, reason }: Move) {
  const node = scenario.nodes[id];
  if (reason === undefined || !isDecision(node)) return null;
  return node.choices.find((one) => one.id === choice)?.reasons?.find((one) => one.id === reason)?.rating ?? null;
}

/** Back to an own decision that was made before; what came after it is left, and from here on it is a second try. */
function afterRewind(
  before: AttemptRow,
  compiled: CompiledScenario,
  { node }: EventOf<'scenario.rewound'>,
  receipt: Receipt,
): Judged {
  const run = JSON.parse(before.state) as ScenarioRun;
  if (run.isAssessed || before.finished_at !== null) return refused('unknown');
  const moves = movesBefore(run, node);
  if (!moves) return refused('unknown');
  const state: ScenarioRun = { ...replay(compiled, run.seat, moves), isRetry: true };
  return {
    kind: 'follows',
    consequence: {
      attempt: moved(before, before, state, null, receipt),
      moduleProgress: null,
      decision: null,
      evidence: [],
    },
  };
}

/** The decisions up to a scene, to be taken over; undefined when the run has made none there. */
export function movesBefore(run: PlayState, node: string): Move[] | undefined {
  const moves = movesOf(run);
  const first = moves.findIndex((move) => move.node === node);
  return first < 0 ? undefined : moves.slice(0, first);
}
