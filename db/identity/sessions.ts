import type { CompiledQuery, Kysely } from 'kysely';
import type { Authority, MemberFunction, Principal, RoleGrant } from '#db/principal.ts';
import type { IdentityStore } from './schema.ts';

/** How a person is shown to themselves. */
export interface Profile {
  readonly name: string;
  readonly authority: Authority | null;
  readonly memberFunction: MemberFunction | null;
  /** Name of the operative group. */
  readonly group: string | null;
  readonly isSteering: boolean;
}

/** Limits of a session in milliseconds (security.md SESS-1). */
export const IDLE = 30 * 60_000;
export const ABSOLUTE = 8 * 3_600_000;
/** How exact `seen_at` is: a write for every page would double the work of the disk. */
const SEEN_EVERY = 60_000;

/** A sign-in that is alive, as its owner may see it. */
export interface OwnSession {
  /** The beginning of the id's hash: enough to tell one's own apart, of no use to anybody else. */
  readonly handle: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds; exact to a minute. */
  readonly seenAt: number;
  /** The one that asks. */
  readonly isThis: boolean;
}

const HANDLE = 16;

/** Stand for the values of a statement that is built once; no clock and no hash is one of them. */
const SLOTS = { now: -1, idle: -2, absolute: -3, id: '#' } as const;

/** Sign-ins. Ids arrive as hashes; the id itself is known to the browser only. */
export function createSessions(db: Kysely<IdentityStore>) {
  const aliveSince = (idle: number, absolute: number) =>
    db
      .selectFrom('login_session')
      .innerJoin('person', 'person.id', 'login_session.person')
      .where('ended_at', 'is', null)
      .where('disabled_at', 'is', null)
      .where('login_session.seen_at', '>', idle)
      .where('login_session.created_at', '>', absolute);
  const alive = (now: number) => aliveSince(now - IDLE, now - ABSOLUTE);
  // Every request asks this, and building it costs more than SQLite takes to answer: built once, with slots for the values.
  const holder = aliveSince(SLOTS.idle, SLOTS.absolute)
    .leftJoin('role_grant', (join) =>
      join
        .onRef('role_grant.person', '=', 'person.id')
        .on((eb) => eb.or([eb('login_session.is_assured', '=', 1), eb('role_grant.role', '=', 'learner')]))
        .on('role_grant.valid_from', '<=', SLOTS.now)
        .on((eb) => eb.or([eb('role_grant.valid_to', 'is', null), eb('role_grant.valid_to', '>', SLOTS.now)])),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.person', '=', 'person.id')
        .on('membership.valid_from', '<=', SLOTS.now)
        .on((eb) => eb.or([eb('membership.valid_to', 'is', null), eb('membership.valid_to', '>', SLOTS.now)])),
    )
    .leftJoin('operative_group', 'operative_group.id', 'membership.operative_group')
    .where('login_session.id_hash', '=', SLOTS.id)
    .select([
      'person.id',
      'person.name',
      'person.learner',
      'seen_at',
      'role',
      'scope_kind',
      'scope_id',
      'authority',
      'member_function',
      'operative_group.name as group',
    ])
    .compile();
  type Holder = typeof holder extends CompiledQuery<infer Row> ? Row : never;
  return {
    /** @param isAssured whether the proof opens other roles than learner (FED-1) */
    async begin(idHash: string, person: string, now: number, isAssured: boolean): Promise<void> {
      await db
        .insertInto('login_session')
        .values({
          id_hash: idHash,
          person,
          created_at: now,
          seen_at: now,
          ended_at: null,
          is_assured: isAssured ? 1 : 0,
        })
        .execute();
    },

    /** Who holds the session, with the grants as they are now (AUTHZ-4); undefined when it is unknown, ended, too old or the person disabled. */
    async find(idHash: string, now: number): Promise<{ principal: Principal; profile: Profile } | undefined> {
      const { rows } = await db.executeQuery<Holder>({
        ...holder,
        parameters: holder.parameters.map((value) => {
          if (value === SLOTS.now) return now;
          if (value === SLOTS.idle) return now - IDLE;
          if (value === SLOTS.absolute) return now - ABSOLUTE;
          return value === SLOTS.id ? idHash : value;
        }),
      });
      const [first] = rows;
      if (!first) return undefined;
      if (first.seen_at < now - SEEN_EVERY)
        await db
          .updateTable('login_session')
          .set({ seen_at: now })
          .where('id_hash', '=', idHash)
          .where('ended_at', 'is', null)
          .execute();
      const grants = new Map<string, RoleGrant>();
      for (const { role, scope_kind: kind, scope_id: id } of rows) {
        if (role && kind)
          grants.set(`${role}:${kind}:${id}`, { role, scope: kind === 'nation' ? { kind } : { kind, id: id ?? '' } });
      }
      return {
        principal: { person: first.id, learner: first.learner, session: idHash, grants: [...grants.values()] },
        profile: {
          name: first.name,
          authority: first.authority,
          memberFunction: first.member_function,
          group: first.group,
          isSteering: [...grants.values()].some(({ role }) => role === 'steering'),
        },
      };
    },

    async end(principal: Principal, now: number): Promise<void> {
      await db
        .updateTable('login_session')
        .set({ ended_at: now })
        .where('id_hash', '=', principal.session)
        .where('person', '=', principal.person)
        .execute();
    },

    /** The person's own sign-ins that are alive, newest first (security.md SESS-1). */
    async own({ person, session }: Principal, now: number): Promise<OwnSession[]> {
      const rows = await alive(now)
        .where('login_session.person', '=', person)
        .select(['login_session.id_hash', 'login_session.created_at', 'login_session.seen_at'])
        .orderBy('login_session.created_at', 'desc')
        .orderBy('login_session.id_hash')
        .execute();
      return rows.map(({ id_hash, created_at, seen_at }) => ({
        handle: id_hash.slice(0, HANDLE),
        startedAt: created_at,
        seenAt: seen_at,
        isThis: id_hash === session,
      }));
    },

    /** Ends other sign-ins of one's own. @param handle of one of them; null for all but the one that asks */
    async endOthers({ person, session }: Principal, handle: string | null, now: number): Promise<void> {
      await db
        .updateTable('login_session')
        .set({ ended_at: now })
        .where('person', '=', person)
        .where('id_hash', '!=', session)
        .where('ended_at', 'is', null)
        .$if(handle !== null, (query) => query.where('id_hash', 'like', `${handle}%`))
        .execute();
    },

    /** Ends all sessions of a person: disabling, role change, "log ud alle steder". */
    async endAll(person: string, now: number): Promise<void> {
      await db
        .updateTable('login_session')
        .set({ ended_at: now })
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .execute();
    },

    /** Sessions and codes go a day after their end (security.md section 6). */
    async forget(before: number): Promise<void> {
      await db
        .deleteFrom('login_session')
        .where((eb) => eb.or([eb('ended_at', '<', before), eb('created_at', '<', before - ABSOLUTE)]))
        .execute();
      await db.deleteFrom('login_code').where('expires_at', '<', before).execute();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;
