import type { Authority, MemberFunction, Role, Scope } from '#db/principal.ts';

/** Who people are. No learning record refers to this store; it knows their pseudonyms. */
export interface PersonTable {
  id: string;
  name: string;
  /** Lower case; null in the demonstration. */
  mail: string | null;
  /** Pseudonym in the learning store; null for who only steers or administers. */
  learner: string | null;
  created_at: number;
  /** From then on no sign-in and no session counts. */
  disabled_at: number | null;
}

export interface PoliceDistrictTable {
  id: string;
  name: string;
  is_fictional: number;
}

export interface OperativeGroupTable {
  id: string;
  name: string;
  police_district: string;
  municipality: string;
  is_fictional: number;
}

export interface MembershipTable {
  id: string;
  person: string;
  operative_group: string;
  authority: Authority;
  member_function: MemberFunction;
  is_deputy: number;
  valid_from: number;
  valid_to: number | null;
}

export interface RoleGrantTable {
  id: string;
  person: string;
  role: Role;
  scope_kind: Scope['kind'];
  /** '' for the nation. */
  scope_id: string;
  valid_from: number;
  valid_to: number | null;
}

/** A sign-in that lasts; only the hash of its id is stored (security.md SESS-1). */
export interface LoginSessionTable {
  id_hash: string;
  person: string;
  created_at: number;
  seen_at: number;
  ended_at: number | null;
  /** 1 when the proof was strong enough for other roles than learner (security.md FED-1). */
  is_assured: number;
}

/** A code sent by mail; neither address nor code in clear. */
export interface LoginCodeTable {
  /** Keyed hash of the address and the browser that asked: nobody else's request or wrong try touches this code. */
  mail_hash: string;
  code_hash: string;
  expires_at: number;
  tries: number;
}

/** An account at an identity provider: issuer and subject, never mail (security.md FED-1). */
export interface FederatedAccountTable {
  issuer: string;
  subject: string;
  person: string;
}

/** How often something happened in a window of time. */
export interface RateLimitTable {
  key: string;
  window_start: number;
  count: number;
  expires_at: number;
}

/** Mails about what is due to be refreshed. */
export interface ReminderTable {
  person: string;
  /** 1 for who does not want them. */
  is_off: number;
  sent_at: number | null;
}

export interface IdentityStore {
  person: PersonTable;
  police_district: PoliceDistrictTable;
  operative_group: OperativeGroupTable;
  membership: MembershipTable;
  role_grant: RoleGrantTable;
  login_session: LoginSessionTable;
  login_code: LoginCodeTable;
  federated_account: FederatedAccountTable;
  rate_limit: RateLimitTable;
  reminder: ReminderTable;
}
