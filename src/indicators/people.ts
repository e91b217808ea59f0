import type { Authority, MemberFunction } from '#db/principal.ts';
import type { Random } from './random.ts';

/** An operative group to fill with invented members. */
export interface GroupPlan {
  readonly policeDistrict: string;
  readonly municipality: string;
  readonly operativeGroup: string;
  readonly members: number;
}

/** How far an invented member gets with the basic course. */
export type Diligence = 'in-time' | 'late' | 'half-way' | 'never';

export interface InventedPerson {
  /** Pseudonym, UUIDv7. */
  readonly learner: string;
  readonly affiliation: string;
  readonly authority: Authority;
  readonly memberFunction: MemberFunction;
  readonly isDeputy: boolean;
  readonly group: GroupPlan;
  /** Epoch milliseconds. */
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly diligence: Diligence;
  /** Chance of a strong choice. */
  readonly skill: number;
}

const DAY = 86_400_000;
/** Who sits around a table, in the order in which seats are filled: KiF last and not in every group. */
const SEATS: readonly Authority[] = [
  'kommune',
  'politi',
  'psykiatri',
  'kommune',
  'politi',
  'kif',
  'psykiatri',
  'kommune',
  'politi',
  'kommune',
  'psykiatri',
  'politi',
  'kommune',
];
/** Days before `now` over which people join; the first weeks bring those who were members already. */
const FIRST_JOINED = 440;
const FOUNDING_DAYS = 30;

/** Invents the members of a group. Nobody in it is or resembles a real person: there are no names, only pseudonyms. */
export function inventGroup(group: GroupPlan, now: number, random: Random): InventedPerson[] {
  return Array.from({ length: group.members }, (_, index) => {
    const isFounder = random.chance(0.35);
    const daysAgo = isFounder
      ? FIRST_JOINED - random.between(0, FOUNDING_DAYS)
      : random.between(5, FIRST_JOINED - FOUNDING_DAYS);
    const joinedAt = now - daysAgo * DAY;
    const leaves = joinedAt + random.between(100, 300) * DAY;
    const isDeputy = index >= 4 && random.chance(0.3);
    return {
      learner: random.uuid(joinedAt),
      affiliation: random.uuid(joinedAt),
      authority: SEATS[index % SEATS.length] ?? 'kommune',
      memberFunction: index === 0 ? 'chair' : index === 1 ? 'contact' : isDeputy ? 'deputy' : 'member',
      isDeputy,
      group,
      joinedAt,
      leftAt: random.chance(0.06) && leaves < now ? leaves : null,
      diligence: inventDiligence(isFounder, random),
      skill: 0.5 + random.next() * 0.35,
    };
  });
}

/** Those who came first had fewer to learn from, so that the invented figures rise a little with time. */
function inventDiligence(isFounder: boolean, random: Random): Diligence {
  const draw = random.next() + (isFounder ? 0.12 : 0);
  if (draw < 0.76) return 'in-time';
  if (draw < 0.9) return 'late';
  return draw < 0.97 ? 'half-way' : 'never';
}
