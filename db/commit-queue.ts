import { type Kysely, sql, type Transaction } from 'kysely';

interface Waiting<S> {
  run(tx: Transaction<S>): Promise<void>;
  /** Called after the commit that made it last, or when it cannot be made. */
  settle(failure?: { readonly error: unknown }): void;
}

/** How many works share a commit at most: the last one must not wait for an endless row of others. */
const MOST = 64;

/** Lets works that wait at the same time share one commit. One at a time is a plain transaction. */
export class CommitQueue<S> {
  readonly #db: Kysely<S>;
  #waiting: Waiting<S>[] = [];
  #isRunning = false;

  constructor(db: Kysely<S>) {
    this.#db = db;
  }

  /** @returns what `work` returned, once it is committed; @throws what `work` threw, with nothing of it stored */
  add<T>(work: (tx: Transaction<S>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | undefined;
      let thrown: { error: unknown } | undefined;
      this.#waiting.push({
        async run(tx) {
          try {
            outcome = { value: await work(tx) };
          } catch (error) {
            thrown = { error };
            throw error;
          }
        },
        settle(failure) {
          if (thrown) reject(thrown.error);
          else if (failure) reject(failure.error);
          else if (outcome) resolve(outcome.value);
        },
      });
      if (!this.#isRunning) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isRunning = true;
    // Those that arrive in the same turn of the loop belong together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST);
      let failure: { error: unknown } | undefined;
      try {
        await this.#commit(batch);
      } catch (error) {
        failure = { error };
      }
      for (const one of batch) one.settle(failure);
    }
    this.#isRunning = false;
  }

  async #commit(batch: readonly Waiting<S>[]): Promise<void> {
    const [only] = batch;
    if (only && batch.length === 1) return this.#db.transaction().execute((tx) => only.run(tx));
    await this.#db.transaction().execute(async (tx) => {
      for (const one of batch) {
        await sql`savepoint work`.execute(tx);
        try {
          await one.run(tx);
        } catch {
          // It has its error and tells its caller; the others must not lose their work over it.
          await sql`rollback to work`.execute(tx);
        }
        await sql`release work`.execute(tx);
      }
    });
  }
}
