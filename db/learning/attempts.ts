import type { Kysely, Selectable, Transaction } from 'kysely';
import { inTransaction } from '#db/open.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import type { AttemptTable, DecisionTable, EvidenceTable, LearningStore, ModuleProgressTable } from './schema.ts';

export type AttemptRow = Omit<Selectable<AttemptTable>, 'learner'>;
export type ModuleProgressRow = Omit<Selectable<ModuleProgressTable>, 'learner'>;
export type DecisionRow = Omit<Selectable<DecisionTable>, 'learner'>;
export type EvidenceRow = Omit<Selectable<EvidenceTable>, 'learner'>;

/** An event as it is stored; the server gives sequence and time of receipt. */
export interface StoredEvent {
  readonly id: string;
  readonly attempt: string;
  /** 1, 2, 3 … within the attempt. */
  readonly sequence: number;
  readonly type: string;
  /** JSON. */
  readonly body: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** What one event changes, written together or not at all. */
export interface Recording {
  readonly event: StoredEvent;
  readonly attempt: AttemptRow;
  readonly moduleProgress: ModuleProgressRow | null;
  readonly decision: DecisionRow | null;
  readonly evidence: readonly EvidenceRow[];
  readonly ownText: { readonly place: string; readonly text: string } | null;
}

/** What may be read and written while one event is recorded. */
export interface RecordingTransaction {
  attempt(id: string): Promise<AttemptRow | undefined>;
  /** The run of a module that has begun and is not complete. */
  openModuleAttempt(module: string): Promise<string | undefined>;
  event(id: string): Promise<StoredEvent | undefined>;
  /** All runs of the learner, oldest first. */
  runs(): Promise<AttemptRow[]>;
  /** False, with nothing written, when the learner has an event of that id already. */
  write(recording: Recording): Promise<boolean>;
}

/** Events, attempts and what follows from them. The principal comes first, and its scope stands in every query (security.md AUTHZ-1). */
export function createAttempts(db: Kysely<LearningStore>) {
  const statements = statementsOf(db);
  return {
    /** One transaction for one event (security.md DUR-2). `work` may run again after a lost race. */
    recording<T>(principal: LearnerPrincipal, work: (tx: RecordingTransaction) => Promise<T>): Promise<T> {
      return inTransaction(db, (tx) => work(recordingTransaction(tx, statements, principal.learner)));
    },

    /** Someone else's attempt looks like one that does not exist. */
    attempt(principal: LearnerPrincipal, id: string): Promise<AttemptRow | undefined> {
      return statements.attempt(db, principal.learner, id);
    },

    /** All runs of the learner, oldest first. */
    all(principal: LearnerPrincipal): Promise<AttemptRow[]> {
      return allRuns(db, principal.learner);
    },

    /** The newest run of a module, complete or not. */
    newestOf(principal: LearnerPrincipal, kind: AttemptRow['kind'], subject: string): Promise<AttemptRow | undefined> {
      return db
        .selectFrom('attempt')
        .select(ATTEMPT)
        .where('learner', '=', principal.learner)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    allOf(principal: LearnerPrincipal, kind: AttemptRow['kind'], subject: string): Promise<AttemptRow[]> {
      return db
        .selectFrom('attempt')
        .select(ATTEMPT)
        .where('learner', '=', principal.learner)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .orderBy('started_at')
        .orderBy('id')
        .execute();
    },

    /** A certificate by its code, for whoever holds it; nothing in it tells whose it is. */
    async certificate(code: string): Promise<Pick<AttemptRow, 'subject' | 'state' | 'started_at'> | undefined> {
      return db
        .selectFrom('attempt')
        .select(['subject', 'state', 'started_at'])
        .where('kind', '=', 'certificate')
        .where('hash', '=', code)
        .executeTakeFirst();
    },

    /** In sequence; empty for someone else's attempt. */
    async events(principal: LearnerPrincipal, attempt: string): Promise<StoredEvent[]> {
      const rows = await db
        .selectFrom('event')
        .select(EVENT)
        .where('learner', '=', principal.learner)
        .where('attempt', '=', attempt)
        .orderBy('sequence')
        .execute();
      return rows.map(toEvent);
    },

    evidence(principal: LearnerPrincipal): Promise<EvidenceRow[]> {
      return db
        .selectFrom('evidence')
        .select(EVIDENCE)
        .where('learner', '=', principal.learner)
        .orderBy('received_at')
        .orderBy('event')
        .execute();
    },

    ownTexts(principal: LearnerPrincipal, attempt: string): Promise<{ place: string; text: string }[]> {
      return db
        .selectFrom('own_text')
        .select(['place', 'text'])
        .where('learner', '=', principal.learner)
        .where('attempt', '=', attempt)
        .orderBy('written_at')
        .orderBy('id')
        .execute();
    },

    /** The learner's own texts of one kind, of all runs, the newest first. */
    ownTextsAt(principal: LearnerPrincipal, place: string): Promise<{ attempt: string; text: string }[]> {
      return db
        .selectFrom('own_text')
        .select(['attempt', 'text'])
        .where('learner', '=', principal.learner)
        .where('place', '=', place)
        .orderBy('written_at', 'desc')
        .orderBy('id')
        .execute();
    },

    /** Writes an own text in place of an earlier one; null only deletes. Nothing happens for someone else's run. */
    async replaceOwnText(
      principal: LearnerPrincipal,
      attempt: string,
      place: string,
      text: string | null,
      at: Date,
    ): Promise<void> {
      const { learner } = principal;
      await inTransaction(db, async (tx) => {
        if (!(await statements.attempt(tx, learner, attempt))) return;
        await tx
          .deleteFrom('own_text')
          .where('learner', '=', learner)
          .where('attempt', '=', attempt)
          .where('place', '=', place)
          .execute();
        if (text !== null)
          await tx
            .insertInto('own_text')
            .values({ learner, id: `${attempt}${place}`, attempt, place, text, written_at: at.getTime() })
            .execute();
      });
    },

    /** Takes back an own line; nothing of it stays. */
    async deleteOwnText(principal: LearnerPrincipal, attempt: string, place: string): Promise<void> {
      await db
        .deleteFrom('own_text')
        .where('learner', '=', principal.learner)
        .where('attempt', '=', attempt)
        .where('place', '=', place)
        .execute();
    },
  };
}
export type Attempts = ReturnType<typeof createAttempts>;

export const ATTEMPT = [
  'id',
  'kind',
  'subject',
  'version',
  'hash',
  'seat',
  'state',
  'last_sequence',
  'started_at',
  'changed_at',
  'finished_at',
] as const;
export const EVENT = ['id', 'attempt', 'sequence', 'type', 'body', 'received_at'] as const;
export const EVIDENCE = ['event', 'competence', 'situation', 'points', 'received_at'] as const;

export function toEvent({
  received_at,
  ...event
}: Omit<StoredEvent, 'receivedAt'> & { received_at: number }): StoredEvent {
  return { ...event, receivedAt: received_at };
}

function allRuns(db: Kysely<LearningStore>, learner: string): Promise<AttemptRow[]> {
  return db
    .selectFrom('attempt')
    .select(ATTEMPT)
    .where('learner', '=', learner)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
}

/**
 * The statements of every decision, built once for a database: building costs more than SQLite takes to run them. The
 * values stand in the order of the columns.
 */
function statementsOf(db: Kysely<LearningStore>) {
  const compiled = {
    attempt: db.selectFrom('attempt').select(ATTEMPT).where('learner', '=', '').where('id', '=', '').compile(),
    insertEvent: db
      .insertInto('event')
      .values({ learner: '', id: '', attempt: '', sequence: 0, type: '', body: '', received_at: 0 })
      .onConflict((conflict) => conflict.columns(['learner', 'id']).doNothing())
      .compile(),
    moveAttempt: db
      .updateTable('attempt')
      .set({ state: '', last_sequence: 0, changed_at: 0, finished_at: 0 })
      .where('learner', '=', '')
      .where('id', '=', '')
      .compile(),
    insertDecision: db
      .insertInto('decision')
      .values({
        learner: '',
        attempt: '',
        sequence: 0,
        scenario: '',
        node: '',
        choice: '',
        rating: 'best',
        fault: '',
        reason: '',
        reason_rating: 'best',
        received_at: 0,
      })
      .compile(),
  };
  return {
    async attempt(tx: Kysely<LearningStore>, learner: string, id: string): Promise<AttemptRow | undefined> {
      const { rows } = await tx.executeQuery<AttemptRow>({ ...compiled.attempt, parameters: [learner, id] });
      return rows[0];
    },

    /** False when the learner has an event of that id already. */
    async insertEvent(
      tx: Kysely<LearningStore>,
      learner: string,
      { id, attempt, sequence, type, body, receivedAt }: StoredEvent,
    ): Promise<boolean> {
      const parameters = [learner, id, attempt, sequence, type, body, receivedAt];
      return (await tx.executeQuery({ ...compiled.insertEvent, parameters })).numAffectedRows === 1n;
    },

    async moveAttempt(
      tx: Kysely<LearningStore>,
      learner: string,
      { id, state, last_sequence, changed_at, finished_at }: AttemptRow,
    ): Promise<void> {
      await tx.executeQuery({
        ...compiled.moveAttempt,
        parameters: [state, last_sequence, changed_at, finished_at, learner, id],
      });
    },

    async insertDecision(tx: Kysely<LearningStore>, learner: string, decision: DecisionRow): Promise<void> {
      const { attempt, sequence, scenario, node, choice, rating, fault, reason, reason_rating, received_at } = decision;
      await tx.executeQuery({
        ...compiled.insertDecision,
        parameters: [
          learner,
          attempt,
          sequence,
          scenario,
          node,
          choice,
          rating,
          fault,
          reason,
          reason_rating,
          received_at,
        ],
      });
    },
  };
}
type Statements = ReturnType<typeof statementsOf>;

function recordingTransaction(
  tx: Transaction<LearningStore>,
  statements: Statements,
  learner: string,
): RecordingTransaction {
  return {
    attempt: (id) => statements.attempt(tx, learner, id),

    async openModuleAttempt(module) {
      const row = await tx
        .selectFrom('module_progress')
        .select('attempt')
        .where('learner', '=', learner)
        .where('module', '=', module)
        .where('completed_at', 'is', null)
        .executeTakeFirst();
      return row?.attempt;
    },

    async event(id) {
      const row = await tx
        .selectFrom('event')
        .select(EVENT)
        .where('learner', '=', learner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toEvent(row);
    },

    runs: () => allRuns(tx, learner),

    async write({ event, attempt, moduleProgress, decision, evidence, ownText }) {
      if (!(await statements.insertEvent(tx, learner, event))) return false;
      if (event.sequence > 1) await statements.moveAttempt(tx, learner, attempt);
      else
        await tx
          .insertInto('attempt')
          .values({ learner, ...attempt })
          .execute();
      if (moduleProgress) {
        await tx
          .insertInto('module_progress')
          .values({ learner, ...moduleProgress })
          .onConflict((conflict) =>
            conflict
              .columns(['learner', 'module', 'attempt'])
              .doUpdateSet({ completed_at: moduleProgress.completed_at }),
          )
          .execute();
      }
      if (decision) await statements.insertDecision(tx, learner, decision);
      if (evidence.length > 0)
        await tx
          .insertInto('evidence')
          .values(evidence.map((row) => ({ learner, ...row })))
          .execute();
      if (ownText)
        await tx
          .insertInto('own_text')
          .values({ learner, id: event.id, attempt: event.attempt, ...ownText, written_at: event.receivedAt })
          .execute();
      return true;
    },
  };
}
