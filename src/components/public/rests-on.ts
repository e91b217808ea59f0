import type { Content } from '#src/content/schema.ts';
import type { Scenario } from '#src/scenarios/engine/schema.ts';

export interface RestsOn {
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  /** How many questions, by the module that asks them. */
  readonly questions: readonly { readonly module: string; readonly count: number }[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly terms: readonly { readonly id: string; readonly term: string }[];
}

/** Everything that must be looked at again when a provision changes. */
export function restsOn(content: Content, provision: string): RestsOn {
  const cites = ({ provisions }: { readonly provisions: readonly string[] }) => provisions.includes(provision);
  const questions = Object.values(content.questions).filter(cites);
  return {
    modules: content.modules.filter(({ parts }) => parts.some(cites)),
    questions: content.modules
      .map(({ id, title }) => ({ module: title, count: questions.filter((question) => question.module === id).length }))
      .filter(({ count }) => count > 0),
    scenarios: Object.values(content.scenarios)
      .map(({ scenario }) => scenario)
      .filter((scenario) => basisOf(scenario).has(provision)),
    terms: content.terms.filter(cites),
  };
}

/** Every provision that a choice of the scenario rests on. */
function basisOf(scenario: Scenario): Set<string> {
  return new Set(
    Object.values(scenario.nodes).flatMap((node) =>
      'choices' in node ? node.choices.flatMap(({ basis }) => basis ?? []) : [],
    ),
  );
}
