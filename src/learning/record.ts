import type { Attempts, RecordingTransaction, StoredEvent } from '#db/learning/attempts.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import { afterEvent } from './attempt.ts';
import { certificateEvent } from './certificates.ts';
import type { Refusal } from './consequence.ts';
import type { LearningEvent } from './events.ts';
import type { Library } from './library.ts';
import { type Point, setOf } from './measurements.ts';
import { openPointOf, planOf } from './overview.ts';
import type { OwnLines } from './own-lines.ts';
import { movesBefore, type ScenarioRun } from './scenario-run.ts';

/** What a learner does. `id` and `attempt` are UUIDv7 made by the client, so that a repeated post is known as one. */
export type Command = { readonly id: string; readonly attempt: string } & (
  | { readonly type: 'module.read'; readonly module: string; readonly part: string }
  | { readonly type: 'module.answer'; readonly module: string; readonly question: string; readonly option: string }
  | { readonly type: 'refresher.answer'; readonly question: string; readonly option: string }
  | {
      readonly type: 'measurement.answer';
      readonly point: Point;
      readonly question: string;
      readonly option: string;
      readonly confidence: number;
    }
  | { readonly type: 'measurement.rate'; readonly point: Point; readonly trust: Readonly<Record<string, number>> }
  /** A certificate of a path that is complete. */
  | { readonly type: 'certificate.issue'; readonly path: string }
  | {
      readonly type: 'scenario.start';
      readonly scenario: string;
      readonly seat: string;
      readonly mode?: 'practice' | 'assessed' | undefined;
      /** Takes over an earlier run of one's own up to a scene. */
      readonly from?: { readonly attempt: string; readonly node: string } | undefined;
    }
  | {
      readonly type: 'scenario.choose';
      readonly node: string;
      readonly choice: string;
      /** The learner's own words to the decision; kept beside the event, never in it. */
      readonly ownLine?: string;
    }
  | { readonly type: 'scenario.reason'; readonly node: string; readonly choice: string; readonly reason: string }
  | { readonly type: 'scenario.rewind'; readonly node: string }
);

export type Recorded =
  | { readonly kind: 'recorded' }
  /** The same event was recorded before: a success. */
  | { readonly kind: 'repeated' }
  /** Another event stands where this one would: another tab, another device. Nothing is stored. */
  | { readonly kind: 'conflict' }
  /** Unknown, or somebody else's: the same answer (security.md AUTHZ-2). */
  | { readonly kind: 'unknown-attempt' }
  | { readonly kind: 'not-possible'; readonly reason: Exclude<Refusal, 'taken'> };

/**
 * The one way in: every change to what a person has learned is an event that this function appends, with all that
 * follows from it, in one transaction (docs/decisions/0003; security.md DUR-1, -2, -3).
 */
export function createRecord(attempts: Attempts, library: Library, ownLines: OwnLines, now: () => Date) {
  return function record(principal: LearnerPrincipal, command: Command): Promise<Recorded> {
    return attempts.recording(principal, async (tx): Promise<Recorded> => {
      const before = await tx.attempt(command.attempt);
      if (!before && NEEDS_RUN.has(command.type)) return { kind: 'unknown-attempt' };
      const event = await eventOf(command, library, tx, principal, now().getTime());
      if (!event) return { kind: 'not-possible', reason: 'unknown' };
      const receipt = {
        id: command.id,
        attempt: command.attempt,
        sequence: (before?.last_sequence ?? 0) + 1,
        receivedAt: now().getTime(),
      };
      const stored: StoredEvent = { ...receipt, type: event.type, body: JSON.stringify(event.body) };
      const judged =
        !before &&
        ((await isSecondRun(tx, event)) ||
          (await isNotDue(tx, event, library, receipt.receivedAt)) ||
          (await isNotOpen(tx, event, library, receipt.receivedAt)))
          ? TAKEN
          : afterEvent(before, event, receipt, library);
      if (judged.kind === 'refused') {
        // A repeated post finds its step taken, by itself.
        const earlier = await tx.event(command.id);
        if (earlier) return isSame(earlier, stored) ? { kind: 'repeated' } : { kind: 'conflict' };
        return judged.reason === 'taken' ? { kind: 'conflict' } : { kind: 'not-possible', reason: judged.reason };
      }
      const ownText =
        command.type === 'scenario.choose' && command.ownLine
          ? { place: command.node, text: ownLines.seal(command.ownLine, principal.learner, command.attempt) }
          : null;
      const isNew = await tx.write({ event: stored, ...judged.consequence, ownText });
      // The step is free, but the id was used for another one.
      return isNew ? { kind: 'recorded' } : { kind: 'conflict' };
    });
  };
}

const NEEDS_RUN: ReadonlySet<Command['type']> = new Set(['scenario.choose', 'scenario.reason', 'scenario.rewind']);
const TAKEN = { kind: 'refused', reason: 'taken' } as const;

function isSame(earlier: StoredEvent, now: StoredEvent): boolean {
  return earlier.attempt === now.attempt && earlier.type === now.type && earlier.body === now.body;
}

/** A module is run once at a time: two devices that both begin must not each have half of it. */
async function isSecondRun(tx: RecordingTransaction, event: LearningEvent): Promise<boolean> {
  if (event.type !== 'module.read' && event.type !== 'module.answered') return false;
  return (await tx.openModuleAttempt(event.body.module)) !== undefined;
}

/** A refresher is answered when it is due: not ahead, and not a second time from another device. */
async function isNotDue(
  tx: RecordingTransaction,
  event: LearningEvent,
  library: Library,
  now: number,
): Promise<boolean> {
  if (event.type !== 'refresher.answered') return false;
  const { due } = planOf(library, await tx.runs(), now);
  return !due.some(({ question }) => question === event.body.question);
}

/** A measurement is taken once, at its time. */
async function isNotOpen(
  tx: RecordingTransaction,
  event: LearningEvent,
  library: Library,
  now: number,
): Promise<boolean> {
  if (event.type !== 'measurement.answered' && event.type !== 'measurement.rated') return false;
  const runs = await tx.runs();
  const isBegun = runs.some(({ kind, subject }) => kind === 'measurement' && subject === event.body.point);
  return isBegun || openPointOf(library, runs, now) !== event.body.point;
}

/** The event that a command asks for; the server adds what a browser must not decide: versions and hashes. */
async function eventOf(
  command: Command,
  library: Library,
  tx: RecordingTransaction,
  { learner }: LearnerPrincipal,
  now: number,
): Promise<LearningEvent | undefined> {
  switch (command.type) {
    case 'measurement.answer':
      return {
        type: 'measurement.answered',
        body: {
          point: command.point,
          set: setOf(learner, command.point),
          question: command.question,
          option: command.option,
          confidence: command.confidence,
        },
      };
    case 'measurement.rate':
      return {
        type: 'measurement.rated',
        body: { point: command.point, set: setOf(learner, command.point), trust: command.trust },
      };
    case 'certificate.issue':
      return certificateEvent(command.id, learner, command.path, await tx.runs(), library, now);
    case 'module.read': {
      const version = library.module(command.module)?.version;
      return version === undefined
        ? undefined
        : { type: 'module.read', body: { module: command.module, version, part: command.part } };
    }
    case 'module.answer': {
      const version = library.module(command.module)?.version;
      return version === undefined
        ? undefined
        : {
            type: 'module.answered',
            body: { module: command.module, version, question: command.question, option: command.option },
          };
    }
    case 'refresher.answer': {
      const item = library.itemOf(command.question);
      return item === undefined
        ? undefined
        : { type: 'refresher.answered', body: { item, question: command.question, option: command.option } };
    }
    case 'scenario.start':
      return startOf(command, library, tx);
    case 'scenario.choose':
      return { type: 'scenario.chose', body: { node: command.node, choice: command.choice } };
    case 'scenario.reason':
      return {
        type: 'scenario.reasoned',
        body: { node: command.node, choice: command.choice, reason: command.reason },
      };
    case 'scenario.rewind':
      return { type: 'scenario.rewound', body: { node: command.node } };
  }
}

/** A new run, of an edition drawn by the run's own id, or of the edition that an earlier run of one's own was pinned to. */
async function startOf(
  { attempt, scenario, seat, mode = 'practice', from }: Extract<Command, { type: 'scenario.start' }>,
  library: Library,
  tx: RecordingTransaction,
): Promise<LearningEvent | undefined> {
  if (from) {
    const earlier = await tx.attempt(from.attempt);
    if (earlier?.kind !== 'scenario' || earlier.subject !== scenario) return undefined;
    const moves = movesBefore(JSON.parse(earlier.state) as ScenarioRun, from.node);
    const { version, hash } = earlier;
    return (
      moves && {
        type: 'scenario.started',
        body: { scenario, version, hash, seat: earlier.seat, mode: 'practice', moves },
      }
    );
  }
  const entry = library.scenario(scenario);
  // The last digits of a UUIDv7 are random; a repeated post draws the same edition again.
  const edition = entry?.editions[Number.parseInt(attempt.slice(-6), 16) % entry.editions.length];
  return (
    entry &&
    edition && {
      type: 'scenario.started',
      body: { scenario, version: entry.scenario.version, hash: edition.hash, seat, mode },
    }
  );
}
