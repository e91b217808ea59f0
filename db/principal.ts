/** The four authorities around the PSP table. KiF is a recommended partner, not one of the three that the law names. */
export type Authority = 'politi' | 'kommune' | 'psykiatri' | 'kif';

/** A member's function in an operative group (psp-praksis A4.1). */
export type MemberFunction = 'member' | 'deputy' | 'chair' | 'contact';

export type Role = 'learner' | 'trainer' | 'reviewer' | 'steering' | 'admin';

/** What a grant covers. A district scope covers every group in the police district. */
export type Scope = { kind: 'nation' } | { kind: 'district'; id: string } | { kind: 'group'; id: string };

export interface RoleGrant {
  readonly role: Role;
  readonly scope: Scope;
}

/**
 * Who asks. Made from the session cookie and the identity store in each request, never from anything the browser says
 * (security.md AUTHZ-4); it is the first argument of every data function (AUTHZ-1).
 */
export interface Principal {
  /** UUIDv7 of the person, identity store only. */
  readonly person: string;
  /** Pseudonym under which the learning store knows the person; null when the person has no learning record (e.g. only steering). */
  readonly learner: string | null;
  /** Hex SHA-256 of the session id. */
  readonly session: string;
  readonly grants: readonly RoleGrant[];
}

/** A principal that has a learning record. */
export type LearnerPrincipal = Principal & { readonly learner: string };
