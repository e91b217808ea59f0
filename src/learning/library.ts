import type { Content, CourseModule, LibraryScenario, Question } from '#src/content/schema.ts';
import { type CompiledScenario, compileScenario } from '#src/scenarios/engine/index.ts';

/** What can be learned, ready to be used: modules, questions, and scenarios compiled once. */
export interface Library {
  readonly modules: readonly CourseModule[];
  module(id: string): CourseModule | undefined;
  question(id: string): Question | undefined;
  scenario(id: string): LibraryScenario | undefined;
  /** The scenario that a run is pinned to; undefined when that version is gone. */
  pinned(id: string, version: string, hash: string): CompiledScenario | undefined;
}

export function createLibrary(content: Pick<Content, 'modules' | 'questions' | 'scenarios'>): Library {
  const modules = new Map(content.modules.map((one) => [one.id, one]));
  const compiled = new Map<string, CompiledScenario>();
  const own = <T>(record: Readonly<Record<string, T>>, id: string) =>
    Object.hasOwn(record, id) ? record[id] : undefined;
  return {
    modules: content.modules,
    module: (id) => modules.get(id),
    question: (id) => own(content.questions, id),
    scenario: (id) => own(content.scenarios, id),
    pinned(id, version, hash) {
      const entry = own(content.scenarios, id);
      if (entry?.scenario.version !== version || entry.hash !== hash) return undefined;
      let machine = compiled.get(id);
      if (!machine) {
        machine = compileScenario(entry.scenario);
        compiled.set(id, machine);
      }
      return machine;
    },
  };
}
