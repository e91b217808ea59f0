import { checkReferences, checkScenario } from '#src/scenarios/engine/index.ts';
import { checkContext } from './check-context.ts';
import type { Finding } from './read-yaml.ts';
import { type Content, type CourseModule, FIRM, type Question } from './schema.ts';

/** Where a record stands, so that a rule broken across files still names file and line. */
export type Places = Map<
  string,
  { readonly file: string; readonly line: number; readonly lineOf?: (path: readonly PropertyKey[]) => number }
>;

/**
 * The rules that bind records of different files: every cited id exists, and no right answer rests on what nobody has
 * verified.
 * @param today `YYYY-MM-DD`
 * @param plays whether the plays of the scenarios are walked, and not only what they refer to
 */
export function crossCheck(
  content: Content,
  places: Places,
  today: string,
  plays: boolean,
): { errors: Finding[]; warnings: Finding[] } {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const competences = new Set(content.competences.map(({ id }) => id));
  const terms = new Set(content.terms.map(({ id }) => id));
  const provisionIds = new Set(Object.keys(content.provisions));
  const at = (key: string) => places.get(key) ?? { file: 'src/content', line: 1, lineOf: undefined };
  const finding = (key: string, message: string): Finding => ({ file: at(key).file, line: at(key).line, message });
  const fail = (key: string, message: string) => errors.push(finding(key, message));
  const warn = (key: string, message: string) => warnings.push(finding(key, message));
  const known = (key: string, kind: string, ids: Iterable<string>, all: ReadonlySet<string>) => {
    for (const id of ids) if (!all.has(id)) fail(key, `${kind} ${id} findes ikke. Ret id'et, eller opret den`);
  };

  for (const courseModule of content.modules) {
    checkModule(courseModule);
  }
  const asked = new Set(content.modules.flatMap(questionsOf));
  for (const question of Object.values(content.questions)) {
    checkQuestion(question);
    if (!asked.has(question.id))
      fail(`question:${question.id}`, `Spørgsmålet ${question.id} bliver ikke stillet i sit modul`);
  }
  for (const term of content.terms) {
    known(`term:${term.id}`, 'Ordet', term.related, terms);
    known(`term:${term.id}`, 'Bestemmelsen', term.provisions, provisionIds);
  }
  for (const line of content.mandates.flatMap(({ tasks, can, limits }) => [...tasks, ...can, ...limits]))
    known('mandates', 'Bestemmelsen', line.provisions, provisionIds);
  for (const step of content.decisionSteps) known('steps', 'Bestemmelsen', step.provisions, provisionIds);
  for (const { scenario } of Object.values(content.scenarios)) {
    const { file, line, lineOf } = at(`scenario:${scenario.id}`);
    const context = checkContext(content, scenario);
    for (const finding of plays ? checkScenario(scenario, context).findings : checkReferences(scenario, context)) {
      const message = `${finding.code} (${finding.node ?? 'hele sagen'}): ${finding.message}${finding.suggestion ? ` ${finding.suggestion}` : ''}`;
      const place = lineOf?.(finding.at ?? (finding.node === null ? [] : ['nodes', finding.node])) ?? line;
      (finding.severity === 'error' ? errors : warnings).push({ file, line: place, message });
    }
  }
  return { errors, warnings };

  function checkModule(courseModule: CourseModule): void {
    const key = `module:${courseModule.id}`;
    known(key, 'Kompetencen', courseModule.competences, competences);
    for (const part of courseModule.parts) known(key, 'Bestemmelsen', part.provisions, provisionIds);
    const ids = questionsOf(courseModule);
    for (const id of ids) {
      const question = content.questions[id];
      if (!question) fail(key, `Spørgsmålet ${id} findes ikke. Ret id'et, eller skriv det`);
      else if (question.module !== courseModule.id) fail(key, `Spørgsmålet ${id} hører til modulet ${question.module}`);
    }
    if (new Set(ids).size !== ids.length) fail(key, 'Et spørgsmål stilles to gange i modulet');
    for (const id of courseModule.parts.flatMap(({ provisions }) => provisions)) {
      const provision = content.provisions[id];
      if (provision?.validTo && provision.validTo < today)
        warn(key, `Bestemmelsen ${id} gælder ikke længere (til ${provision.validTo})`);
    }
  }

  function checkQuestion(question: Question): void {
    const key = `question:${question.id}`;
    known(key, 'Bestemmelsen', question.provisions, provisionIds);
    if (question.competence) known(key, 'Kompetencen', [question.competence], competences);
    const best = question.options.filter(({ rating }) => rating === 'best');
    if (question.contestable && best.length > 0)
      fail(key, 'Et spørgsmål, der kan diskuteres, kan ikke have et stærkt svar');
    if (!question.contestable && best.length !== 1)
      fail(key, `Spørgsmålet skal have præcis ét stærkt svar, men har ${best.length}`);
    if (new Set(question.options.map(({ id }) => id)).size !== question.options.length)
      fail(key, 'To svar har samme id');
    if (question.provisions.length + question.sources.length === 0)
      fail(key, 'Spørgsmålet siger ikke, hvad svaret bygger på: skriv provisions eller sources');
    if (best.length === 0) return;
    for (const source of question.sources)
      if (!FIRM.includes(source.certainty))
        fail(key, `Det stærke svar bygger på ${source.ref}, som ikke er verificeret`);
    for (const id of question.provisions) {
      const provision = content.provisions[id];
      if (!provision) continue;
      if (provision.redField) fail(key, `Det stærke svar bygger på ${id}, som står i det røde felt`);
      else if (!FIRM.includes(provision.certainty))
        fail(key, `Det stærke svar bygger på ${id}, som ikke er verificeret i en kilde`);
    }
  }
}

/** All question ids of a module in the order in which they are asked. */
export function questionsOf(courseModule: CourseModule): string[] {
  return [...courseModule.opening, ...courseModule.parts.flatMap(({ checks }) => checks), ...courseModule.closing];
}
