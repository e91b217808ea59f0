import type { Release } from '#db/learning/releases.ts';
import type { Question } from '#src/content/question-schema.ts';
import type { Content, CourseModule, LearningPath, LibraryScenario } from '#src/content/schema.ts';
import { type CompiledScenario, compileScenario, editionsOf, type Scenario } from '#src/scenarios/engine/index.ts';
import type { ParallelSet } from './measurements.ts';
import { type RefresherItem, refresherItems } from './refreshers.ts';

/** What can be learned, ready to be used: modules, questions, and scenarios compiled once. */
export interface Library {
  readonly modules: readonly CourseModule[];
  module(id: string): CourseModule | undefined;
  question(id: string): Question | undefined;
  readonly refreshers: readonly RefresherItem[];
  /** The refresher item that asks a question, as its first or as a later step. */
  itemOf(question: string): string | undefined;
  /** The steps of the item's variant that begins with a question; empty when it has none. */
  stepsOf(item: string, first: string): readonly string[];
  path(id: string): LearningPath | undefined;
  /** The questions of a parallel set, in authored order, and the statements about trust. */
  measurement(set: ParallelSet): { readonly questions: readonly string[]; readonly statements: readonly string[] };
  scenario(id: string): LibraryScenario | undefined;
  /** The edition that a run is pinned to, of today's library or an earlier one; undefined when nobody has kept it. */
  pinned(id: string, version: string, hash: string): CompiledScenario | undefined;
}

type Material = Pick<Content, 'modules' | 'questions' | 'scenarios'> &
  Partial<Pick<Content, 'paths' | 'trustStatements'>>;

/** @param releases what earlier libraries offered, so that runs begun there go on */
export function createLibrary(content: Material, releases: readonly Release[] = []): Library {
  const modules = new Map(content.modules.map((one) => [one.id, one]));
  const earlier = new Map(releases.map((release) => [release.hash, release]));
  const current = new Map(
    Object.values(content.scenarios).flatMap((entry) =>
      entry.editions.map(({ hash }, index) => [hash, { entry, index }] as const),
    ),
  );
  const compiled = new Map<string, CompiledScenario>();
  const refreshers = refresherItems(content.questions);
  const own = <T>(record: Readonly<Record<string, T>>, id: string) =>
    Object.hasOwn(record, id) ? record[id] : undefined;
  const edition = (hash: string): Scenario | undefined => {
    const now = current.get(hash);
    if (now) return editionsOf(now.entry.scenario)[now.index]?.scenario;
    const body = earlier.get(hash)?.body;
    return body === undefined ? undefined : (JSON.parse(body) as Scenario);
  };
  return {
    modules: content.modules,
    module: (id) => modules.get(id),
    question: (id) => own(content.questions, id),
    refreshers,
    stepsOf: (item, first) =>
      refreshers.find(({ id }) => id === item)?.variants.find(({ steps }) => steps[0] === first)?.steps ?? [],
    itemOf: (id) => refreshers.find(({ variants }) => variants.some(({ steps }) => steps.includes(id)))?.id,
    measurement: (set) => ({
      questions: Object.values(content.questions).flatMap(({ id, parallel }) => (parallel?.set === set ? [id] : [])),
      statements: (content.trustStatements ?? []).map(({ id }) => id),
    }),
    path: (id) => content.paths?.find((one) => one.id === id),
    scenario: (id) => own(content.scenarios, id),
    pinned(id, version, hash) {
      let machine = compiled.get(hash);
      if (!machine) {
        const scenario = edition(hash);
        if (!scenario) return undefined;
        machine = compileScenario(scenario);
        compiled.set(hash, machine);
      }
      const { scenario } = machine;
      return scenario.id === id && scenario.version === version ? machine : undefined;
    },
  };
}

/** The editions that a library offers, as they are kept. */
export function releasesOf({ scenarios }: Pick<Content, 'scenarios'>): Release[] {
  return Object.values(scenarios).flatMap(({ scenario, editions }) =>
    editionsOf(scenario).flatMap((one, index) => {
      const hash = editions[index]?.hash;
      return hash === undefined
        ? []
        : [{ hash, scenario: scenario.id, version: scenario.version, body: JSON.stringify(one.scenario) }];
    }),
  );
}
