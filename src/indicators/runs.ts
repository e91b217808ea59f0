import type { AttemptRow, DecisionRow, EvidenceRow, ModuleProgressRow } from '#db/learning/attempts.ts';
import { sampleAnswers } from '#src/learning/answers.ts';
import { afterEvent } from '#src/learning/attempt.ts';
import type { Consequence } from '#src/learning/consequence.ts';
import type { LearningEvent } from '#src/learning/events.ts';
import type { Library } from '#src/learning/library.ts';
import { stepsOf } from '#src/learning/module-steps.ts';
import { askedBy, movesFrom, type OpenMove, type PlayState } from '#src/scenarios/engine/index.ts';
import type { Random } from './random.ts';

/** A run that was judged once by the rules of learning and can be lived by many: only ids and times differ between people. */
export interface RunPattern {
  readonly subject: string;
  readonly steps: readonly { readonly type: string; readonly body: string; readonly follows: Consequence }[];
}

/** A run of one person: its events and all that follows from them, as the tables hold it. */
export interface PersonRun {
  readonly events: readonly {
    id: string;
    attempt: string;
    sequence: number;
    type: string;
    body: string;
    received_at: number;
  }[];
  readonly attempt: AttemptRow;
  readonly moduleProgress: ModuleProgressRow | null;
  readonly decisions: readonly DecisionRow[];
  readonly evidence: readonly EvidenceRow[];
}

/** How able the invented person is: the chance of a strong choice, else a partly strong or a weak one at even odds. */
export type Skill = number;

/** Plays a whole module by the real rules. */
export function playModule(library: Library, module: string, skill: Skill, random: Random): RunPattern {
  const courseModule = library.module(module);
  if (!courseModule) throw new RangeError(`No module ${module}`);
  const { id, version } = courseModule;
  const steps = stepsOf(courseModule);
  return judge(library, id, (index) => {
    const step = steps[index];
    if (!step) return null;
    if (step.kind === 'part') return { type: 'module.read', body: { module: id, version, part: step.part } };
    const question = library.question(step.question);
    const options = question ? sampleAnswers(question) : [];
    return {
      type: 'module.answered',
      body: { module: id, version, question: step.question, option: pickRated(options, skill, random) },
    };
  });
}

/** Plays a scenario from a seat to its end by the real rules. */
export function playScenario(
  library: Library,
  scenario: string,
  seat: string,
  skill: Skill,
  random: Random,
): RunPattern {
  const entry = library.scenario(scenario);
  const version = entry?.scenario.version ?? '';
  const hash = entry?.editions[0]?.hash ?? '';
  const compiled = library.pinned(scenario, version, hash);
  if (!compiled) throw new RangeError(`No scenario ${scenario}`);
  const asked = askedBy(compiled.scenario);
  return judge(library, scenario, (_, stored) => {
    if (stored === undefined) return { type: 'scenario.started', body: { scenario, version, hash, seat } };
    const state = JSON.parse(stored) as PlayState;
    const open = movesFrom(compiled.scenario, state, asked);
    if (open.length === 0) return null;
    const { node, choice, reason } = open[Number(pickRated(open.map(rated), skill, random))]?.move ?? {};
    if (node === undefined || choice === undefined) throw new RangeError(`No way on in ${scenario}`);
    return reason === undefined
      ? { type: 'scenario.chose', body: { node, choice } }
      : { type: 'scenario.reasoned', body: { node, choice, reason } };
  });
}

function rated({ rating }: OpenMove, index: number): { readonly id: string; readonly rating: string } {
  return { id: String(index), rating };
}

function pickRated(
  options: readonly { readonly id: string; readonly rating: string }[],
  skill: Skill,
  random: Random,
): string {
  const best = options.filter(({ rating }) => rating === 'best');
  const others = options.filter(({ rating }) => rating !== 'best');
  const from = (random.chance(skill) && best.length > 0) || others.length === 0 ? best : others;
  return random.pick(from).id;
}

/**
 * Lets the rule that records real events judge each step.
 * @param next the event of a step, given the run's state so far (undefined before the first); null at the end
 * @throws {Error} when the rule refuses a step: such a run could not have been recorded
 */
function judge(
  library: Library,
  subject: string,
  next: (index: number, state: string | undefined) => LearningEvent | null,
): RunPattern {
  const steps: RunPattern['steps'][number][] = [];
  let before: AttemptRow | undefined;
  for (;;) {
    const event = next(steps.length, before?.state);
    if (!event) return { subject, steps };
    const sequence = steps.length + 1;
    const judged = afterEvent(
      before,
      event,
      { id: String(sequence), attempt: subject, sequence, receivedAt: sequence },
      library,
    );
    if (judged.kind === 'refused') throw new Error(`The rules refuse step ${sequence} of ${subject}: ${judged.reason}`);
    before = judged.consequence.attempt;
    steps.push({ type: event.type, body: JSON.stringify(event.body), follows: judged.consequence });
  }
}

/**
 * The pattern as one person's run.
 * @param times of receipt, increasing, epoch milliseconds; fewer than the pattern has steps leave the run unfinished
 */
export function liveRun({ steps }: RunPattern, times: readonly number[], random: Random): PersonRun {
  const [started = 0] = times;
  const changed = times[Math.min(times.length, steps.length) - 1] ?? started;
  const attempt = random.uuid(started);
  const lived = steps.slice(0, times.length).map((step, index) => {
    const received_at = times[index] ?? changed;
    return { ...step, sequence: index + 1, received_at, id: random.uuid(received_at) };
  });
  const last = lived.at(-1)?.follows;
  if (!last) throw new RangeError('A run has at least one step');
  return {
    events: lived.map(({ id, sequence, type, body, received_at }) => ({
      id,
      attempt,
      sequence,
      type,
      body,
      received_at,
    })),
    attempt: {
      ...last.attempt,
      id: attempt,
      started_at: started,
      changed_at: changed,
      finished_at: last.attempt.finished_at === null ? null : changed,
    },
    moduleProgress: last.moduleProgress && {
      ...last.moduleProgress,
      attempt,
      started_at: started,
      completed_at: last.moduleProgress.completed_at === null ? null : changed,
    },
    decisions: lived.flatMap(({ follows, sequence, received_at }) =>
      follows.decision ? [{ ...follows.decision, attempt, sequence, received_at }] : [],
    ),
    evidence: lived.flatMap(({ follows, id, received_at }) =>
      follows.evidence.map((shown) => ({ ...shown, event: id, received_at })),
    ),
  };
}
