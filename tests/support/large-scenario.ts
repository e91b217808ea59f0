import { randomFrom } from '#src/scenarios/engine/random.ts';
import { type Scenario, scenarioSchema } from '#src/scenarios/engine/schema.ts';

export interface LargePlan {
  readonly scenes: number;
  readonly variables: number;
  /** Values of each variable. */
  readonly values: number;
  readonly seed: number;
}

/**
 * A generated case of a given size: a chain of scenes with three choices each, which set variables that later scenes ask
 * about. Legal by the format, meaningless to read; for measuring the checker.
 */
export function buildLargeScenario({ scenes, variables, values, seed }: LargePlan): Scenario {
  const random = randomFrom(seed);
  const pick = (limit: number) => Math.floor(random() * limit);
  const variable = (index: number) => `tal-${index}`;
  const node = (index: number) => (index >= scenes ? 'slut' : `scene-${index}`);
  const choice = (index: number, id: string) => {
    const name = variable(pick(variables));
    const jump = index + 1 + pick(3);
    return {
      id,
      text: `Et svar ${id} i scene ${index} med tilfældige ord ${pick(1e6)} og ${pick(1e6)}`,
      rating: id === 'a' ? 'best' : 'acceptable',
      missing: 'Hvad mangler der?',
      why: 'Grund',
      follows: 'Følge',
      set: { [name]: pick(values) },
      goto: [
        { when: { var: variable(pick(variables)), gte: 1 + pick(values - 1) }, goto: node(jump) },
        { goto: node(index + 1) },
      ],
    };
  };
  const nodes = Object.fromEntries(
    Array.from({ length: scenes }, (_, index) => [
      node(index),
      {
        type: 'decision',
        title: `Scene ${index}`,
        seat: 'table',
        question: 'Hvad nu?',
        choices: ['b', 'a', 'c'].map((id) => choice(index, id)),
      },
    ]),
  );
  return scenarioSchema.parse({
    schema: 'psp-scenario/1',
    id: 'stor-sag',
    version: '1.0.0',
    lang: 'da',
    title: 'En stor sag',
    summary: 'Lavet af et program.',
    minutes: 60,
    lawDate: '2026-11-22',
    competences: ['videregivelse'],
    roles: { kommune: { authority: 'kommune', playable: true, intro: 'Du er med.' } },
    vars: Object.fromEntries(
      Array.from({ length: variables }, (_, index) => [
        variable(index),
        { type: 'int', min: 0, max: values - 1, init: 0 },
      ]),
    ),
    facts: { en: { holder: 'kommune', kind: 'almindelig', text: 'En oplysning.', need: 'no' } },
    start: node(0),
    nodes: { ...nodes, slut: { type: 'outcome', title: 'Slut', valence: 'good', text: 'Det var det.' } },
  });
}
