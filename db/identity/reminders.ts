import type { Kysely } from 'kysely';
import type { Principal } from '#db/principal.ts';
import type { IdentityStore } from './schema.ts';

/** Somebody who may be reminded by mail. */
export interface Remindable {
  readonly person: string;
  readonly learner: string;
  readonly mail: string;
}

/** Who is told by mail that there is something to refresh. */
export function createReminders(db: Kysely<IdentityStore>) {
  const set = async (person: string, change: { is_off: 0 | 1 } | { sent_at: number }): Promise<void> => {
    await db
      .insertInto('reminder')
      .values({ person, is_off: 0, sent_at: null, ...change })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(change))
      .execute();
  };
  return {
    /** Learners with an address who have not been reminded since, and have not said no. */
    async due(since: number): Promise<Remindable[]> {
      const rows = await db
        .selectFrom('person')
        .leftJoin('reminder', 'reminder.person', 'person.id')
        .where('person.mail', 'is not', null)
        .where('person.learner', 'is not', null)
        .where('person.disabled_at', 'is', null)
        .where((eb) => eb.or([eb('reminder.is_off', 'is', null), eb('reminder.is_off', '=', 0)]))
        .where((eb) => eb.or([eb('reminder.sent_at', 'is', null), eb('reminder.sent_at', '<=', since)]))
        .select(['person.id', 'person.learner', 'person.mail'])
        .orderBy('person.id')
        .execute();
      return rows.flatMap(({ id, learner, mail }) => (learner && mail ? [{ person: id, learner, mail }] : []));
    },

    sent: (person: string, at: number) => set(person, { sent_at: at }),

    async isOff({ person }: Principal): Promise<boolean> {
      const row = await db.selectFrom('reminder').select('is_off').where('person', '=', person).executeTakeFirst();
      return row?.is_off === 1;
    },

    turn: ({ person }: Principal, isOff: boolean) => set(person, { is_off: isOff ? 1 : 0 }),
  };
}
export type Reminders = ReturnType<typeof createReminders>;
