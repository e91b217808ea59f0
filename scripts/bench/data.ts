import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createPeople } from '#db/identity/people.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { createPopulationWriter } from '#db/indicators/population.ts';
import { createAttempts } from '#db/learning/attempts.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import { openIdentityStore, openLearningStore } from '#db/open.ts';
import type { Role, Scope } from '#db/principal.ts';
import type { Content } from '#src/content/schema.ts';
import { addMonths, monthOf } from '#src/indicators/month.ts';
import type { GroupPlan } from '#src/indicators/people.ts';
import { type PopulationCounts, writePopulation } from '#src/indicators/population.ts';
import { publishMonth } from '#src/indicators/publish.ts';
import { createLibrary } from '#src/learning/library.ts';
import { createOwnLines } from '#src/learning/own-lines.ts';
import { createRecord } from '#src/learning/record.ts';
import { compileScenario, editionsOf, startPlay, view } from '#src/scenarios/engine/index.ts';
import { hashSessionId, newSessionId, SESSION_COOKIE } from '#src/server/session.ts';

/** How much the server has to carry. */
export interface DataPlan {
  readonly groups: number;
  readonly membersPerGroup: number;
  readonly eventsPerPerson: number;
  /** Attempts that wait for their first decision, each with a person and a session of its own. */
  readonly attempts: number;
}

export interface PreparedData {
  readonly population: PopulationCounts;
  /** Milliseconds. */
  readonly filled: number;
  readonly published: number;
  /** Cookie headers. */
  readonly learner: string;
  readonly steering: string;
  readonly district: string;
  /** Where each prepared decision is asked for, and by whom. */
  readonly scenes: readonly { readonly path: string; readonly cookie: string }[];
}

const DISTRICTS = 12;
const SEED = 20261123;

/** Fills both stores of a folder: an invented country, one published month, and people who are signed in. */
export async function prepareData(folder: string, content: Content, plan: DataPlan): Promise<PreparedData> {
  const identity = await openIdentityStore({ kind: 'sqlite', file: join(folder, 'identity.sqlite') });
  const learning = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
  const now = new Date();
  const groups = Array.from(
    { length: plan.groups },
    (_, index): GroupPlan => ({
      policeDistrict: `kreds-${(index % DISTRICTS) + 1}`,
      municipality: `kommune-${(index % 98) + 1}`,
      operativeGroup: `gruppe-${index + 1}`,
      members: plan.membersPerGroup,
    }),
  );
  const started = performance.now();
  const writer = createPopulationWriter(learning);
  const population = await writePopulation(writer, content, {
    seed: SEED,
    now: now.getTime(),
    groups,
    eventsPerPerson: plan.eventsPerPerson,
  });
  const filled = performance.now() - started;
  const month = addMonths(monthOf(now.getTime()), -1);
  await inPublicationJob(learning, (job) => publishMonth(job, { month, now, catalogue: content, isFictional: true }));
  const published = performance.now() - started - filled;

  const people = createPeople(identity);
  const sessions = createSessions(identity);
  /** A person with a session; the demonstration's sign-in lists only people without a mail address, so these have one. */
  const signIn = async (learner: string | null, role: Role, scope: Scope) => {
    const person = uuidv7();
    const session = newSessionId();
    const scopeId = scope.kind === 'nation' ? '' : scope.id;
    await people.addPerson({
      id: person,
      name: 'Måling',
      mail: `${person}@example.invalid`,
      learner,
      created_at: now.getTime(),
      disabled_at: null,
    });
    await people.grant({
      id: uuidv7(),
      person,
      role,
      scope_kind: scope.kind,
      scope_id: scopeId,
      valid_from: 0,
      valid_to: null,
    });
    await sessions.begin(hashSessionId(session), person, now.getTime(), true);
    return {
      cookie: `${SESSION_COOKIE}=${session}`,
      principal: { person, learner: learner ?? '', session: hashSessionId(session), grants: [{ role, scope }] },
    };
  };
  const steering = await signIn(null, 'steering', { kind: 'district', id: 'kreds-1' });
  for (let number = 1; number <= DISTRICTS; number++)
    await people.addDistrict({ id: `kreds-${number}`, name: `Kreds ${number}`, is_fictional: 1 });

  const record = createRecord(
    createAttempts(learning),
    createLibrary(content),
    createOwnLines('bench'),
    () => new Date(),
  );
  const seats = Object.values(content.scenarios).flatMap(({ scenario }) =>
    Object.entries(scenario.roles).flatMap(([seat, { playable }]) =>
      // One radio button answers: a round or a meeting's end would measure the form rather than the decision.
      playable && beginsWithChoice(content, scenario.id, seat) ? [{ scenario: scenario.id, seat }] : [],
    ),
  );
  const learners = await writer.someLearners(plan.attempts);
  const scenes: { path: string; cookie: string }[] = [];
  for (const [index, learner] of learners.entries()) {
    const seat = seats[index % seats.length];
    if (!seat) throw new Error('No scenario can be played');
    const { cookie, principal } = await signIn(learner, 'learner', { kind: 'nation' });
    const attempt = uuidv7();
    const outcome = await record(principal, { type: 'scenario.start', id: uuidv7(), attempt, ...seat });
    if (outcome.kind !== 'recorded') throw new Error(`Could not start ${seat.scenario}: ${outcome.kind}`);
    scenes.push({ path: `/scenarier/${seat.scenario}/spil/${attempt}`, cookie });
  }
  await identity.destroy();
  await learning.destroy();
  const [first] = scenes;
  if (!first) throw new Error('The population is empty');
  return {
    population,
    filled,
    published,
    learner: first.cookie,
    steering: steering.cookie,
    district: 'kreds-1',
    scenes,
  };
}

function beginsWithChoice(content: Content, id: string, seat: string): boolean {
  const entry = content.scenarios[id];
  const [edition] = entry ? editionsOf(entry.scenario) : [];
  if (!edition) return false;
  const compiled = compileScenario(edition.scenario);
  return view(compiled, startPlay(compiled, seat), seat).asked?.kind === 'choice';
}

/** How many decisions the store holds; asked for while the server is down. */
export async function countDecisions(folder: string): Promise<number> {
  const learning = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
  try {
    return await createPopulationWriter(learning).countEvents('scenario.chose');
  } finally {
    await learning.destroy();
  }
}
