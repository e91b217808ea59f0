import type { Scenario } from '#src/scenarios/engine/schema.ts';
import { capitalised, uncapitalised } from '../look/danish.ts';
import { AUTHORITIES, AUTHORITY_NAMES, type AuthorityId } from '../look/look.da.ts';

/** A place at the table as it is shown. `andre`: somebody else in the case, such as a housing association. */
export interface Seat {
  readonly authority: AuthorityId | 'andre';
  readonly name: string;
  /** Within a sentence: "kommunen". */
  readonly definite: string;
  /** After a person's name: "Mette, kommune". */
  readonly lower: string;
}

/** By seat id. */
export type Seats = Readonly<Record<string, Seat>>;

/** The authorities whose seat a learner may take, in the table's order. */
export function seatsOf({ roles }: Pick<Scenario, 'roles'>): AuthorityId[] {
  const playable = Object.values(roles).filter((role) => role.playable);
  return AUTHORITIES.filter((authority) => playable.some((role) => role.authority === authority));
}

/** Every seat of a case with its names; the four in the table's order, others after them. */
export function seatNames({ roles }: Pick<Scenario, 'roles'>): Seats {
  const place = (authority: Seat['authority']) =>
    authority === 'andre' ? AUTHORITIES.length : AUTHORITIES.indexOf(authority);
  const named = Object.entries(roles).map(([id, { authority }]): [string, Seat] => [
    id,
    seatNamed(id, authority, roles),
  ]);
  return Object.fromEntries(named.sort(([, a], [, b]) => place(a.authority) - place(b.authority)));
}

/** An authority with one seat is called by its name; otherwise the seat's own id is its name. */
function seatNamed(id: string, authority: Seat['authority'], roles: Scenario['roles']): Seat {
  const given = roles[id];
  const isAlone = Object.values(roles).filter((role) => role.authority === authority).length === 1;
  if (given?.name) {
    const lower = given.name === given.name.toUpperCase() ? given.name : uncapitalised(given.name);
    return { authority, name: given.name, definite: given.definite ?? lower, lower };
  }
  if (authority !== 'andre' && isAlone) {
    const { short, definite, lower } = AUTHORITY_NAMES[authority];
    return { authority, name: short, definite, lower };
  }
  const lower = id.replaceAll('-', ' ');
  return { authority, name: capitalised(lower), definite: lower, lower };
}
