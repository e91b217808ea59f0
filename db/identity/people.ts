import type { Insertable, Kysely, Selectable } from 'kysely';
import { inTransaction } from '#db/open.ts';
import type {
  IdentityStore,
  MembershipTable,
  OperativeGroupTable,
  PersonTable,
  PoliceDistrictTable,
  RoleGrantTable,
} from './schema.ts';

export type Person = Selectable<PersonTable>;

/** People, groups and grants. Read by sign-in and by administration at the command line; no page lists people. */
export function createPeople(db: Kysely<IdentityStore>) {
  return {
    async isEmpty(): Promise<boolean> {
      return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined;
    },

    /** @param mail lower case */
    byMail(mail: string): Promise<Person | undefined> {
      return db
        .selectFrom('person')
        .selectAll()
        .where('mail', '=', mail)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
    },

    /** Also somebody whose access is closed: an address belongs to one person for good. */
    ownerOf(mail: string): Promise<Person | undefined> {
      return db.selectFrom('person').selectAll().where('mail', '=', mail).executeTakeFirst();
    },

    byId(id: string): Promise<Person | undefined> {
      return db
        .selectFrom('person')
        .selectAll()
        .where('id', '=', id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
    },

    byAccount(issuer: string, subject: string): Promise<Person | undefined> {
      return db
        .selectFrom('federated_account')
        .innerJoin('person', 'person.id', 'federated_account.person')
        .selectAll('person')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
    },

    /** Everyone with what they are, for the operator's list and the demonstration's sign-in. */
    all(): Promise<
      (Person & {
        authority: MembershipTable['authority'] | null;
        group: string | null;
        role: RoleGrantTable['role'] | null;
        scope_id: string | null;
      })[]
    > {
      return db
        .selectFrom('person')
        .leftJoin('membership', 'membership.person', 'person.id')
        .leftJoin('operative_group', 'operative_group.id', 'membership.operative_group')
        .leftJoin('role_grant', 'role_grant.person', 'person.id')
        .selectAll('person')
        .select(['membership.authority', 'operative_group.name as group', 'role_grant.role', 'role_grant.scope_id'])
        .orderBy('person.created_at')
        .orderBy('person.id')
        .execute();
    },

    groups(): Promise<Selectable<OperativeGroupTable>[]> {
      return db.selectFrom('operative_group').selectAll().orderBy('name').execute();
    },

    districts(): Promise<Selectable<PoliceDistrictTable>[]> {
      return db.selectFrom('police_district').selectAll().orderBy('name').execute();
    },

    async addPerson(person: Insertable<PersonTable>): Promise<void> {
      await db.insertInto('person').values(person).execute();
    },

    async addAccount(issuer: string, subject: string, person: string): Promise<void> {
      await db.insertInto('federated_account').values({ issuer, subject, person }).execute();
    },

    async addDistrict(district: Insertable<PoliceDistrictTable>): Promise<void> {
      await db
        .insertInto('police_district')
        .values(district)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async addGroup(group: Insertable<OperativeGroupTable>): Promise<void> {
      await db.insertInto('operative_group').values(group).execute();
    },

    /**
     * A person becomes a member of a group, all or nothing: the person when new, a pseudonym when it has none, the
     * membership and the role of learner unless they stand already. What is given is what would be new; returned is what
     * stands.
     */
    join(
      person: Insertable<PersonTable> & { learner: string },
      membership: Insertable<MembershipTable>,
      grant: Insertable<RoleGrantTable>,
    ): Promise<{ person: string; learner: string; membership: Selectable<MembershipTable> }> {
      return inTransaction(db, async (tx) => {
        const known = person.mail
          ? await tx.selectFrom('person').selectAll().where('mail', '=', person.mail).executeTakeFirst()
          : undefined;
        const id = known?.id ?? person.id;
        const learner = known?.learner ?? person.learner;
        if (!known) await tx.insertInto('person').values(person).execute();
        else if (known.learner === null) await tx.updateTable('person').set({ learner }).where('id', '=', id).execute();
        const standing = await tx
          .selectFrom('membership')
          .selectAll()
          .where('person', '=', id)
          .where('operative_group', '=', membership.operative_group)
          .where('valid_to', 'is', null)
          .executeTakeFirst();
        const stands =
          standing ??
          (await tx
            .insertInto('membership')
            .values({ ...membership, person: id })
            .returningAll()
            .executeTakeFirstOrThrow());
        const granted = await tx
          .selectFrom('role_grant')
          .select('id')
          .where('person', '=', id)
          .where('role', '=', grant.role)
          .where('scope_kind', '=', grant.scope_kind)
          .where('scope_id', '=', grant.scope_id)
          .where('valid_to', 'is', null)
          .executeTakeFirst();
        if (!granted)
          await tx
            .insertInto('role_grant')
            .values({ ...grant, person: id })
            .execute();
        return { person: id, learner, membership: stands };
      });
    },

    /** Ends a membership that lasts; the row stays. Returns its id, or undefined when there was none. */
    async leave(person: string, group: string, at: number): Promise<string | undefined> {
      const ended = await db
        .updateTable('membership')
        .set({ valid_to: at })
        .where('person', '=', person)
        .where('operative_group', '=', group)
        .where('valid_to', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return ended?.id;
    },

    async grant(grant: Insertable<RoleGrantTable>): Promise<void> {
      await db.insertInto('role_grant').values(grant).execute();
    },

    /** How many grants ended. */
    async revoke(person: string, role: RoleGrantTable['role'], now: number): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('role_grant')
        .set({ valid_to: now })
        .where('person', '=', person)
        .where('role', '=', role)
        .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async disable(person: string, now: number): Promise<void> {
      await db.updateTable('person').set({ disabled_at: now }).where('id', '=', person).execute();
    },
  };
}
export type People = ReturnType<typeof createPeople>;
