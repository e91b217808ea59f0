import { type Question, stepsFrom } from './question-schema.ts';
import { type Content, questionsOf } from './schema.ts';

/** Fewest variants of a refresher item, so that none comes back too soon. */
const VARIANTS = 3;
/** Most steps of a small case: a refresher takes a few minutes at most. */
const STEPS = 4;

type Material = Pick<Content, 'modules' | 'questions'>;

/**
 * What refreshers must keep: every module has some, each with enough variants, and a small case leads from step to step
 * without meeting another one.
 * @returns what is broken, in Danish, by the key of the record
 */
export function checkRefreshers(content: Material): { readonly key: string; readonly message: string }[] {
  const heads = Object.values(content.questions).filter(({ item }) => item !== undefined);
  const modules = new Set(heads.map(({ module }) => module));
  return [
    ...content.modules
      .filter(({ id }) => !modules.has(id))
      .map(({ id }) => ({
        key: `module:${id}`,
        message: 'Modulet har ingen genopfriskning, så det bliver glemt: giv mindst tre spørgsmål samme item',
      })),
    ...[...Map.groupBy(heads, ({ item }) => item)]
      .filter(([, variants]) => variants.length < VARIANTS)
      .map(([item, variants]) => ({
        key: `question:${variants[0]?.id}`,
        message: `Genopfriskningen ${item} har ${variants.length} varianter. Den skal have mindst ${VARIANTS}`,
      })),
    ...checkCases(content, heads),
  ];
}

/** The later steps of the small cases; twice where two cases lead to the same one. */
export function laterSteps({ questions }: Pick<Content, 'questions'>): string[] {
  return Object.values(questions)
    .filter(({ item }) => item !== undefined)
    .flatMap((head) => stepsFrom(head, questions).slice(1))
    .map(({ id }) => id);
}

function checkCases({ modules, questions }: Material, heads: readonly Question[]) {
  const later = laterSteps({ questions });
  const inModules = new Set(modules.flatMap(questionsOf));
  const broken: { key: string; message: string }[] = [];
  for (const { id, module, item, parallel, next, story } of Object.values(questions)) {
    const fail = (message: string) => broken.push({ key: `question:${id}`, message });
    const step = next === undefined ? undefined : questions[next];
    if (next !== undefined && !step) fail(`Spørgsmålet ${next} i next findes ikke. Ret id'et, eller skriv det`);
    if (step && step.module !== module) fail(`Sagen går videre med ${step.id}, som hører til et andet modul`);
    if (next !== undefined && item === undefined && !later.includes(id))
      fail('Kun en genopfriskning kan gå videre med next: giv sagens første spørgsmål et item, eller fjern next');
    if (!later.includes(id)) continue;
    if (item !== undefined || parallel || inModules.has(id))
      fail('Spørgsmålet er et senere trin i en lille sag og kan ikke også stilles for sig');
    if (later.indexOf(id) !== later.lastIndexOf(id))
      fail('To sager går videre med dette spørgsmål. Hver sag skal have sit eget');
    if (!story) fail('Spørgsmålet er et senere trin: skriv i story, hvad der nu sker');
  }
  for (const head of heads) {
    const steps = stepsFrom(head, questions);
    const fail = (message: string) => broken.push({ key: `question:${head.id}`, message });
    if (steps.length > STEPS) fail(`Sagen har ${steps.length} trin. En genopfriskning har højst ${STEPS}`);
    const end = steps.at(-1);
    if (end?.next !== undefined && steps.some(({ id }) => id === end.next))
      fail('Sagen går i ring: det sidste trin skal være uden next');
  }
  return broken;
}
