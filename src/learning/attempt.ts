import type { AttemptRow, DecisionRow, EvidenceRow, ModuleProgressRow } from '#db/learning/attempts.ts';
import { advance, type PlayState, startPlay } from '#src/scenarios/engine/index.ts';
import type { LearningEvent } from './events.ts';
import type { Library } from './library.ts';
import { type ModuleAnswers, progressOf, stepsOf } from './module-steps.ts';

/** An event with what the server adds to it. */
export interface Receipt {
  readonly id: string;
  readonly attempt: string;
  readonly sequence: number;
  readonly receivedAt: number;
}

/** Everything that follows from an event: the run after it, and the rows for progress, indicators and competence. */
export interface Consequence {
  readonly attempt: AttemptRow;
  readonly moduleProgress: ModuleProgressRow | null;
  readonly decision: DecisionRow | null;
  readonly evidence: readonly EvidenceRow[];
}

/** `taken`: the step is done already. `order`: it is not its turn. `version`: the content that the run is pinned to is gone. */
export type Refusal = 'taken' | 'order' | 'unknown' | 'version';
export type Judged =
  | { readonly kind: 'follows'; readonly consequence: Consequence }
  | { readonly kind: 'refused'; readonly reason: Refusal };

const refused = (reason: Refusal): Judged => ({ kind: 'refused', reason });

/**
 * The one rule of learning: what an event makes of a run. Pure, so that a rebuild from the events gives the very rows
 * that were written when they came (docs/decisions/0003).
 * @param before the run as it stood; undefined for the event that begins it
 */
export function afterEvent(
  before: AttemptRow | undefined,
  event: LearningEvent,
  receipt: Receipt,
  library: Library,
): Judged {
  switch (event.type) {
    case 'module.read':
    case 'module.answered':
      return afterModuleEvent(before, event, receipt, library);
    case 'scenario.started':
      return before ? refused('taken') : afterStart(event.body, receipt, library);
    case 'scenario.chose':
      return before?.kind === 'scenario' ? afterChoice(before, event.body, receipt, library) : refused('unknown');
  }
}

type ModuleEvent = Extract<LearningEvent, { type: 'module.read' | 'module.answered' }>;

function afterModuleEvent(
  before: AttemptRow | undefined,
  { type, body }: ModuleEvent,
  receipt: Receipt,
  library: Library,
): Judged {
  const courseModule = library.module(body.module);
  if (!courseModule || (before && (before.kind !== 'module' || before.subject !== body.module)))
    return refused('unknown');
  const done: ModuleAnswers = before ? (JSON.parse(before.state) as ModuleAnswers) : { answers: {}, read: [] };
  const isAnswer = type === 'module.answered';
  const step = stepsOf(courseModule).find((one) =>
    one.kind === 'part' ? !isAnswer && one.part === body.part : isAnswer && one.question === body.question,
  );
  const question = isAnswer ? library.question(body.question) : undefined;
  const option = isAnswer ? question?.options.find(({ id }) => id === body.option) : undefined;
  if (!step || (isAnswer && !option)) return refused('unknown');
  const progress = progressOf(courseModule, done);
  if (progress.done.has(step.id)) return refused('taken');
  if (progress.next !== step.id) return refused('order');

  const after: ModuleAnswers = isAnswer
    ? { ...done, answers: { ...done.answers, [body.question]: body.option } }
    : { ...done, read: [...done.read, body.part] };
  const finishedAt = progressOf(courseModule, after).next === null ? receipt.receivedAt : null;
  const attempt = moved(
    before,
    { kind: 'module', subject: courseModule.id, version: body.version, hash: '', seat: '' },
    after,
    finishedAt,
    receipt,
  );
  return {
    kind: 'follows',
    consequence: {
      attempt,
      moduleProgress: {
        module: courseModule.id,
        attempt: attempt.id,
        started_at: attempt.started_at,
        completed_at: finishedAt,
      },
      decision: null,
      evidence:
        question?.competence && option?.rating === 'best'
          ? [
              {
                event: receipt.id,
                competence: question.competence,
                situation: `question:${question.id}`,
                points: 1,
                received_at: receipt.receivedAt,
              },
            ]
          : [],
    },
  };
}

function afterStart(
  { scenario, version, hash, seat }: { scenario: string; version: string; hash: string; seat: string },
  receipt: Receipt,
  library: Library,
): Judged {
  const compiled = library.pinned(scenario, version, hash);
  if (!compiled) return refused('version');
  if (!Object.hasOwn(compiled.scenario.roles, seat) || !compiled.scenario.roles[seat]?.playable)
    return refused('unknown');
  const attempt = moved(
    undefined,
    { kind: 'scenario', subject: scenario, version, hash, seat },
    startPlay(compiled, seat),
    null,
    receipt,
  );
  return { kind: 'follows', consequence: { attempt, moduleProgress: null, decision: null, evidence: [] } };
}

function afterChoice(
  before: AttemptRow,
  move: { node: string; choice: string },
  receipt: Receipt,
  library: Library,
): Judged {
  const compiled = library.pinned(before.subject, before.version, before.hash);
  if (!compiled) return refused('version');
  const state = JSON.parse(before.state) as PlayState;
  const advanced = advance(compiled, state, move);
  if (advanced.kind === 'refused') {
    if (advanced.reason === 'unknown-choice' || advanced.reason === 'closed-choice') return refused('unknown');
    return refused(state.trail.some(({ node, own }) => own && node === move.node) ? 'taken' : 'order');
  }
  const node = compiled.scenario.nodes[move.node];
  const choice =
    node && node.type !== 'brief' && node.type !== 'outcome'
      ? node.choices.find(({ id }) => id === move.choice)
      : undefined;
  if (!choice) return refused('unknown');
  const isEnd = compiled.scenario.nodes[advanced.state.node]?.type === 'outcome';
  return {
    kind: 'follows',
    consequence: {
      attempt: moved(before, before, advanced.state, isEnd ? receipt.receivedAt : null, receipt),
      moduleProgress: null,
      decision: {
        attempt: before.id,
        sequence: receipt.sequence,
        scenario: before.subject,
        node: move.node,
        choice: move.choice,
        rating: choice.rating,
        fault: choice.fault ?? null,
        received_at: receipt.receivedAt,
      },
      evidence: Object.entries(choice.evidence).map(([competence, points]) => ({
        event: receipt.id,
        competence,
        situation: `${before.subject}:${move.node}`,
        points,
        received_at: receipt.receivedAt,
      })),
    },
  };
}

function moved(
  before: AttemptRow | undefined,
  pin: Pick<AttemptRow, 'kind' | 'subject' | 'version' | 'hash' | 'seat'>,
  state: ModuleAnswers | PlayState,
  finishedAt: number | null,
  { attempt, sequence, receivedAt }: Receipt,
): AttemptRow {
  const { kind, subject, version, hash, seat } = pin;
  return {
    id: attempt,
    kind,
    subject,
    version: before?.version ?? version,
    hash,
    seat,
    state: JSON.stringify(state),
    last_sequence: sequence,
    started_at: before?.started_at ?? receivedAt,
    changed_at: receivedAt,
    finished_at: finishedAt,
  };
}
