import type { Insertable, Kysely } from 'kysely';
import type {
  DecisionTable,
  LearnerAffiliationTable,
  LearningStore,
  ModuleProgressTable,
} from '#db/learning/schema.ts';
import type { Authority } from '#db/principal.ts';
import { createRandom } from '#src/indicators/random.ts';

/** What the figures are made of, as plain rows. */
export interface Rows {
  readonly affiliations: readonly Insertable<LearnerAffiliationTable>[];
  readonly progress: readonly Insertable<ModuleProgressTable>[];
  readonly decisions: readonly Insertable<DecisionTable>[];
}

const DAY = 86_400_000;
const AUTHORITIES: readonly Authority[] = ['politi', 'kommune', 'psykiatri', 'kif'];
export const MODULES = ['et', 'to', 'tre'];

/**
 * A population made to be awkward: people who move, leave, come back or sit in two groups, refreshers, half courses,
 * results on the very boundaries of the period, and people who never began.
 * @param end the instant around which boundaries matter; dates reach 20 months back and one month beyond
 */
export function randomRows(seed: number, people: number, end: number): Rows {
  const random = createRandom(seed);
  const affiliations: Insertable<LearnerAffiliationTable>[] = [];
  const progress: Insertable<ModuleProgressTable>[] = [];
  const decisions: Insertable<DecisionTable>[] = [];
  const anyTime = () => {
    const whole = end + random.between(-600, 30) * DAY;
    return random.chance(0.5) ? whole : whole + random.between(-DAY, DAY);
  };
  for (let index = 0; index < people; index++) {
    const learner = random.uuid(anyTime());
    const authority = random.pick(AUTHORITIES);
    let from = anyTime();
    const joined = from;
    for (let stay = random.between(1, 3); stay > 0; stay--) {
      const district = random.between(1, 4);
      const to = stay > 1 || random.chance(0.3) ? from + random.between(0, 300) * DAY : null;
      affiliations.push({
        learner,
        id: random.uuid(from),
        authority,
        police_district: `kreds-${district}`,
        municipality: `kommune-${district}`,
        member_function: 'member',
        is_deputy: random.chance(0.2) ? 1 : 0,
        operative_group: `gruppe-${district}-${random.between(1, 3)}`,
        valid_from: from,
        valid_to: to,
      });
      if (to !== null) from = random.chance(0.7) ? to : to + random.between(-30, 60) * DAY;
    }
    for (const module of MODULES) {
      for (let attempt = random.chance(0.8) ? random.between(1, 2) : 0; attempt > 0; attempt--) {
        const started_at = random.chance(0.1) ? joined - DAY : joined + random.between(0, 60) * DAY;
        const completed_at = random.chance(0.1)
          ? null
          : random.chance(0.1)
            ? joined + 90 * DAY
            : started_at + random.between(0, 80) * DAY;
        progress.push({ learner, module, attempt: random.uuid(started_at), started_at, completed_at });
      }
    }
    for (const scenario of ['a', 'b']) {
      for (let attempts = random.between(0, 2); attempts > 0; attempts--) {
        let received_at = anyTime();
        const attempt = random.uuid(received_at);
        for (let sequence = 2; sequence <= random.between(2, 5); sequence++) {
          decisions.push({
            ...{ learner, attempt, sequence, scenario, node: `n${sequence}`, choice: 'x', fault: null, received_at },
            rating: random.pick(['best', 'acceptable', 'poor'] as const),
          });
          received_at += random.between(0, 2) * 1000;
        }
      }
    }
  }
  return { affiliations, progress, decisions };
}

/** Empties the tables of learners and writes the rows. */
export async function writeRows(db: Kysely<LearningStore>, { affiliations, progress, decisions }: Rows): Promise<void> {
  for (const table of [
    'published_cell',
    'publication',
    'decision',
    'module_progress',
    'learner_affiliation',
    'learner',
  ] as const)
    await db.deleteFrom(table).execute();
  const learners = [...new Set(affiliations.map(({ learner }) => learner))];
  const chunk = <T>(all: readonly T[]) =>
    Array.from({ length: Math.ceil(all.length / 200) }, (_, index) => all.slice(index * 200, index * 200 + 200));
  for (const part of chunk(learners))
    await db
      .insertInto('learner')
      .values(part.map((id) => ({ id, created_at: 0 })))
      .execute();
  for (const part of chunk(affiliations)) await db.insertInto('learner_affiliation').values(part).execute();
  for (const part of chunk(progress)) await db.insertInto('module_progress').values(part).execute();
  for (const part of chunk(decisions)) await db.insertInto('decision').values(part).execute();
}
