import type { AttemptRow, EvidenceRow } from '#db/learning/attempts.ts';
import type { Question } from '#src/content/question-schema.ts';
import type { Rating } from '#src/scenarios/engine/judgement.ts';
import { judgeAnswer } from './answers.ts';
import { type Judged, moved, type Receipt, refused } from './consequence.ts';
import type { LearningEvent } from './events.ts';
import type { Library } from './library.ts';
import type { MeasurementRun } from './measurements.ts';
import { type ModuleAnswers, progressOf, stepsOf } from './module-steps.ts';
import { afterScenarioEvent } from './scenario-run.ts';

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
    case 'refresher.answered':
      return afterRefresher(before, event, receipt, library);
    case 'measurement.answered':
    case 'measurement.rated':
      return afterMeasuring(before, event, receipt, library);
    case 'certificate.issued':
      return before ? refused('taken') : afterCertificate(event.body, receipt);
    default:
      return afterScenarioEvent(before, event, receipt, library);
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
  const judgement = isAnswer && question ? judgeAnswer(question, body.option) : undefined;
  if (!step || (isAnswer && !judgement)) return refused('unknown');
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
      evidence: question && judgement?.isRight ? shownBy(question, receipt) : [],
    },
  };
}

/** A refresher's run, as it is kept: the answers to its steps so far, at least one. */
export interface RefresherRun {
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string;
    readonly rating: Rating | null;
  }[];
}

type RefresherEvent = Extract<LearningEvent, { type: 'refresher.answered' }>;

function afterRefresher(
  before: AttemptRow | undefined,
  { body }: RefresherEvent,
  receipt: Receipt,
  library: Library,
): Judged {
  if (before && (before.kind !== 'refresher' || before.subject !== body.item)) return refused('unknown');
  const { answers }: RefresherRun = before ? (JSON.parse(before.state) as RefresherRun) : { answers: [] };
  if (answers.some(({ question }) => question === body.question)) return refused('taken');
  const question = library.question(body.question);
  const judgement = question && judgeAnswer(question, body.option);
  const first = answers[0]?.question ?? body.question;
  const steps = library.stepsOf(body.item, first);
  if (!question || !judgement || !steps.includes(body.question)) return refused('unknown');
  if (steps[answers.length] !== body.question) return refused('order');
  const after = [...answers, { question: body.question, answer: body.option, rating: judgement.rating }];
  const pin = { kind: 'refresher', subject: body.item, version: '', hash: '', seat: '' } as const;
  const isWhole = after.length === steps.length;
  return {
    kind: 'follows',
    consequence: {
      attempt: moved(
        before,
        pin,
        { answers: after } satisfies RefresherRun,
        isWhole ? receipt.receivedAt : null,
        receipt,
      ),
      moduleProgress: null,
      decision: null,
      // A case of several steps is one situation.
      evidence: judgement.isRight ? shownBy(question, receipt, first) : [],
    },
  };
}

type MeasuringEvent = Extract<LearningEvent, { type: 'measurement.answered' | 'measurement.rated' }>;

function afterMeasuring(
  before: AttemptRow | undefined,
  event: MeasuringEvent,
  receipt: Receipt,
  library: Library,
): Judged {
  const { point, set } = event.body;
  if (before && (before.kind !== 'measurement' || before.subject !== point)) return refused('unknown');
  const run: MeasurementRun = before ? (JSON.parse(before.state) as MeasurementRun) : { set, answers: {}, trust: {} };
  const { questions, statements } = library.measurement(run.set);
  const after =
    event.type === 'measurement.answered'
      ? withAnswer(run, event.body, questions, library)
      : withTrust(run, event.body, statements);
  if (typeof after === 'string') return refused(after);
  const isWhole = questions.every((id) => after.answers[id]) && Object.keys(after.trust).length > 0;
  const pin = { kind: 'measurement', subject: point, version: '', hash: '', seat: '' } as const;
  return {
    kind: 'follows',
    consequence: {
      attempt: moved(before, pin, after, isWhole ? receipt.receivedAt : null, receipt),
      moduleProgress: null,
      decision: null,
      // What is measured is not practised: it shows no competence.
      evidence: [],
    },
  };
}

function withAnswer(
  run: MeasurementRun,
  { question: id, option, confidence }: Extract<MeasuringEvent, { type: 'measurement.answered' }>['body'],
  questions: readonly string[],
  library: Library,
): MeasurementRun | 'unknown' | 'taken' {
  const question = questions.includes(id) ? library.question(id) : undefined;
  const judgement = question && judgeAnswer(question, option);
  if (!judgement) return 'unknown';
  if (run.answers[id]) return 'taken';
  return { ...run, answers: { ...run.answers, [id]: { option, rating: judgement.rating, confidence } } };
}

function withTrust(
  run: MeasurementRun,
  { trust }: Extract<MeasuringEvent, { type: 'measurement.rated' }>['body'],
  statements: readonly string[],
): MeasurementRun | 'unknown' | 'taken' {
  const given = Object.keys(trust);
  if (given.length !== statements.length || !statements.every((id) => given.includes(id))) return 'unknown';
  return Object.keys(run.trust).length > 0 ? 'taken' : { ...run, trust };
}

/** What a certificate says, as its run keeps it. */
export type CertificateRun = Omit<Extract<LearningEvent, { type: 'certificate.issued' }>['body'], 'path' | 'code'>;

/** Its code stands where a case has its hash, so that whoever verifies it finds it by that alone. */
function afterCertificate(
  { path, code, ...run }: Extract<LearningEvent, { type: 'certificate.issued' }>['body'],
  receipt: Receipt,
): Judged {
  const pin = { kind: 'certificate', subject: path, version: '', hash: code, seat: '' } as const;
  return {
    kind: 'follows',
    consequence: {
      attempt: moved(undefined, pin, run satisfies CertificateRun, receipt.receivedAt, receipt),
      moduleProgress: null,
      decision: null,
      evidence: [],
    },
  };
}

function shownBy(question: Question, { id, receivedAt }: Receipt, situation: string = question.id): EvidenceRow[] {
  return question.competence
    ? [
        {
          event: id,
          competence: question.competence,
          situation: `question:${situation}`,
          points: 1,
          received_at: receivedAt,
        },
      ]
    : [];
}
