import type { PopulationRows, PopulationWriter } from '#db/indicators/population.ts';
import type { Content } from '#src/content/schema.ts';
import { createLibrary } from '#src/learning/library.ts';
import { obligatoryModules } from './catalogue.ts';
import { type GroupPlan, type InventedPerson, inventGroup } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { liveRun, type PersonRun, playModule, playScenario, type RunPattern } from './runs.ts';

export interface PopulationPlan {
  readonly seed: number;
  /** Nothing happens at or after it; epoch milliseconds. */
  readonly now: number;
  readonly groups: readonly GroupPlan[];
  /** Cases are played until everybody has about so many events; null: one to four cases each. */
  readonly eventsPerPerson: number | null;
}
/** The content that people learn from; a whole `Content` will do. */
export type Material = Pick<Content, 'modules' | 'questions' | 'scenarios'>;
export interface PopulationCounts {
  readonly learners: number;
  readonly events: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Events reach back about fourteen months. */
const FIRST_EVENT_DAYS = 426;
/** Ways of going through a module or a case from which people's runs are drawn. */
const PATTERNS = 40;
/** People per transaction. */
const BATCH = 100;

/**
 * Writes an invented population: members with dates, and runs that the real rules have judged, so that rebuilding from the
 * events gives the rows that stand there. The same plan and content give the same rows for ever. Figures made from it are
 * fictional and must be published as such.
 */
export async function writePopulation(
  writer: PopulationWriter,
  content: Material,
  plan: PopulationPlan,
): Promise<PopulationCounts> {
  const random = createRandom(plan.seed);
  const repertoire = createRepertoire(content, random);
  const obligatory = obligatoryModules(content);
  const people = plan.groups.flatMap((group) => inventGroup(group, plan.now, random));
  let events = 0;
  for (let start = 0; start < people.length; start += BATCH) {
    const rows = people
      .slice(start, start + BATCH)
      .map((person) => rowsOf(person, liveOf(person, repertoire, obligatory, plan, random)));
    const batch = merge(rows);
    events += batch.event.length;
    await writer.write(batch);
  }
  await writer.analyse();
  return { learners: people.length, events };
}

/** Ready patterns: judging a step takes far longer than repeating it for another person. */
interface Repertoire {
  readonly modules: readonly string[];
  module(id: string, skill: number): RunPattern;
  readonly hasScenarios: boolean;
  /** A case from the seat of the person's authority where there is one. */
  scenario(authority: string, skill: number): RunPattern;
}

function createRepertoire(content: Material, random: Random): Repertoire {
  const library = createLibrary(content);
  const byAbility = (play: (skill: number) => RunPattern) =>
    [0.5, 0.65, 0.8].map((skill) => Array.from({ length: PATTERNS }, () => play(skill)));
  const ability = (skill: number) => Math.max(0, Math.min(2, Math.round((skill - 0.5) / 0.15)));
  const modules = new Map(
    library.modules.map(({ id }) => [id, byAbility((skill) => playModule(library, id, skill, random))]),
  );
  const cases = Object.values(content.scenarios).map(({ scenario }) =>
    Object.entries(scenario.roles)
      .filter(([, { playable }]) => playable)
      .map(([seat, { authority }]) => ({
        authority,
        patterns: byAbility((skill) => playScenario(library, scenario.id, seat, skill, random)),
      })),
  );
  return {
    modules: [...modules.keys()],
    module: (id, skill) => random.pick(modules.get(id)?.[ability(skill)] ?? []),
    hasScenarios: cases.length > 0,
    scenario(authority, skill) {
      const seats = random.pick(cases);
      const seat = seats.find((one) => one.authority === authority) ?? random.pick(seats);
      return random.pick(seat.patterns[ability(skill)] ?? []);
    },
  };
}

/** Everything that a person has done by `plan.now`. */
function liveOf(
  person: InventedPerson,
  repertoire: Repertoire,
  obligatory: readonly string[],
  plan: PopulationPlan,
  random: Random,
): PersonRun[] {
  const runs: PersonRun[] = [];
  const begin = Math.max(person.joinedAt, plan.now - FIRST_EVENT_DAYS * DAY);
  const end = Math.min(plan.now, person.leftAt ?? plan.now);
  const live = (pattern: RunPattern, at: number, steps = pattern.steps.length) => {
    const times = timesFrom(at, steps, random);
    if (steps > 0 && (times.at(-1) ?? end) < end) runs.push(liveRun(pattern, times, random));
  };
  const others = repertoire.modules.filter((module) => !obligatory.includes(module));
  if (person.diligence !== 'never') {
    const days = {
      'in-time': random.between(8, 84),
      late: random.between(92, 190),
      'half-way': random.between(10, 60),
    }[person.diligence];
    const modules =
      person.diligence === 'half-way' ? obligatory.slice(0, random.between(0, obligatory.length - 1)) : obligatory;
    modules.forEach((module, index) => {
      const at = begin + (days * DAY * (index + 1)) / modules.length - random.between(60, 300) * MINUTE;
      live(repertoire.module(module, person.skill), Math.floor(at));
    });
    const interrupted = person.diligence === 'half-way' ? obligatory[modules.length] : undefined;
    if (interrupted) {
      const pattern = repertoire.module(interrupted, person.skill);
      live(pattern, begin + (days + 3) * DAY, random.between(1, pattern.steps.length - 1));
    }
    for (const module of others)
      if (random.chance(0.4)) live(repertoire.module(module, person.skill), begin + random.between(days, 250) * DAY);
  }
  if (person.diligence === 'never' || !repertoire.hasScenarios) return runs;
  const enough = plan.eventsPerPerson;
  let held = runs.reduce((sum, run) => sum + run.events.length, 0);
  for (
    let played = 0, wanted = random.between(1, 4);
    enough === null ? played < wanted : held < enough && played < 60;
    played++
  ) {
    const before = runs.length;
    live(repertoire.scenario(person.authority, person.skill), begin + Math.floor(random.next() * (end - begin)));
    if (runs.length > before) held += runs.at(-1)?.events.length ?? 0;
  }
  return runs;
}

/** One to three minutes a step. */
function timesFrom(start: number, steps: number, random: Random): number[] {
  const times: number[] = [];
  for (let at = start; times.length < steps; at += random.between(60, 180) * 1000 + random.between(0, 999))
    times.push(at);
  return times;
}

function rowsOf(person: InventedPerson, runs: readonly PersonRun[]): PopulationRows {
  const { learner, group } = person;
  const own = <Row>(row: Row) => ({ learner, ...row });
  return {
    learner: [{ id: learner, created_at: person.joinedAt }],
    learner_affiliation: [
      {
        learner,
        id: person.affiliation,
        authority: person.authority,
        police_district: group.policeDistrict,
        municipality: group.municipality,
        member_function: person.memberFunction,
        is_deputy: person.isDeputy ? 1 : 0,
        operative_group: group.operativeGroup,
        valid_from: person.joinedAt,
        valid_to: person.leftAt,
      },
    ],
    event: runs.flatMap(({ events }) => events.map(own)),
    attempt: runs.map(({ attempt }) => own(attempt)),
    module_progress: runs.flatMap(({ moduleProgress }) => (moduleProgress ? [own(moduleProgress)] : [])),
    decision: runs.flatMap(({ decisions }) => decisions.map(own)),
    evidence: runs.flatMap(({ evidence }) => evidence.map(own)),
  };
}

function merge(parts: readonly PopulationRows[]): PopulationRows {
  return {
    learner: parts.flatMap(({ learner }) => learner),
    learner_affiliation: parts.flatMap(({ learner_affiliation }) => learner_affiliation),
    event: parts.flatMap(({ event }) => event),
    attempt: parts.flatMap(({ attempt }) => attempt),
    module_progress: parts.flatMap(({ module_progress }) => module_progress),
    decision: parts.flatMap(({ decision }) => decision),
    evidence: parts.flatMap(({ evidence }) => evidence),
  };
}
