import type { Scenario } from '#src/scenarios/engine/schema.ts';
import type { Content } from './schema.ts';

export interface RestsOn {
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  /** By the module that they belong to. */
  readonly questions: readonly { readonly module: string; readonly count: number; readonly ids: readonly string[] }[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly terms: readonly { readonly id: string; readonly term: string }[];
  /** Steps of the decision guide. */
  readonly steps: readonly { readonly id: string; readonly question: string }[];
  /** Authorities whose line in "Hvem kan hvad" cites it. */
  readonly mandates: readonly { readonly id: string; readonly name: string }[];
  /** Rules of the matrix of who may give what to whom; `politi>kommune+psykiatri:helbred+socialt`. */
  readonly sharing: readonly { readonly id: string }[];
}

/**
 * Everything that must be looked at again when a provision changes.
 * @param isMeant which provisions have changed: one, or a section with its paragraphs
 */
export function restsOn(content: Content, isMeant: (provision: string) => boolean): RestsOn {
  const cites = ({ provisions }: { readonly provisions: readonly string[] }) => provisions.some(isMeant);
  const questions = Object.values(content.questions).filter(cites);
  return {
    modules: content.modules.filter(({ id, parts }) => parts.some(cites) || content.cited[id]?.some(isMeant)),
    questions: [...content.modules, { id: MEASURING, title: 'Målinger' }]
      .map(({ id, title }) => {
        const ids = questions.filter(({ module }) => module === id).map((question) => question.id);
        return { module: title, count: ids.length, ids };
      })
      .filter(({ count }) => count > 0),
    scenarios: Object.values(content.scenarios)
      .map(({ scenario }) => scenario)
      .filter((scenario) => [...basisOf(scenario)].some(isMeant)),
    terms: content.terms.filter(cites),
    steps: content.decisionSteps.filter(cites),
    mandates: content.mandates.filter(({ tasks, can, limits }) => [...tasks, ...can, ...limits].some(cites)),
    sharing: content.sharing
      .filter(cites)
      .map(({ from, to, kinds }) => ({ id: `${from.join('+')}>${to.join('+')}:${kinds.join('+')}` })),
  };
}

/** Where the questions stand that are asked before and after the course. */
const MEASURING = 'maaling';

/** Whether a provision is what somebody named: itself, or a paragraph of the section (`rpl-115` means `rpl-115-2` too). */
export function isUnder(named: string): (provision: string) => boolean {
  return (provision) => provision === named || provision.startsWith(`${named}-`);
}

/** Every provision that anything in the scenario rests on. */
function basisOf(scenario: Scenario): Set<string> {
  const all = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'basis') collect(inner);
        else for (const id of Array.isArray(inner) ? inner : [inner]) if (typeof id === 'string') all.add(id);
      }
  };
  collect(scenario.nodes);
  collect(scenario.facts);
  return all;
}
