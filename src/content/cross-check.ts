import { checkReferences, checkScenario } from '#src/scenarios/engine/index.ts';
import { checkContext } from './check-context.ts';
import { checkQuestion } from './check-question.ts';
import { checkRefreshers, laterSteps } from './check-refreshers.ts';
import { checkSharing } from './check-sharing.ts';
import type { Finding } from './read-yaml.ts';
import { isUnder } from './rests-on.ts';
import { type Content, type CourseModule, questionsOf } from './schema.ts';

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
  const asked = new Set([...content.modules.flatMap(questionsOf), ...laterSteps(content)]);
  const modulesById = new Set(content.modules.map(({ id }) => id));
  for (const question of Object.values(content.questions)) {
    const key = `question:${question.id}`;
    // Questions that only measure belong to no module.
    if (!question.parallel) known(key, 'Modulet', [question.module], modulesById);
    known(key, 'Bestemmelsen', question.provisions, provisionIds);
    if (question.competence) known(key, 'Kompetencen', [question.competence], competences);
    for (const message of checkQuestion(question, content.provisions)) fail(key, message);
    if (!asked.has(question.id) && !question.item && !question.parallel)
      fail(
        key,
        `Spørgsmålet ${question.id} bliver ikke stillet: nævn det i modulet, eller giv det item eller parallel`,
      );
  }
  for (const { key, message } of checkRefreshers(content)) fail(key, message);
  for (const [pair, halves] of Map.groupBy(parallelHalves(content), ({ pair }) => pair)) {
    const sets = halves.map(({ set }) => set).toSorted();
    if (sets.join() !== 'A,B')
      fail(`question:${halves[0]?.id}`, `Parret ${pair} skal have præcis ét spørgsmål i sæt A og ét i sæt B`);
  }
  for (const figure of Object.values(content.figures))
    known(`figure:${figure.id}`, 'Modulet', [figure.module], modulesById);
  for (const term of content.terms) {
    known(`term:${term.id}`, 'Ordet', term.related, terms);
    known(`term:${term.id}`, 'Bestemmelsen', term.provisions, provisionIds);
  }
  for (const line of content.mandates.flatMap(({ tasks, can, limits }) => [...tasks, ...can, ...limits]))
    known('mandates', 'Bestemmelsen', line.provisions, provisionIds);
  for (const { rule, message } of checkSharing(content.sharing, content.provisions)) {
    const { file, line, lineOf } = at('sharing');
    errors.push({ file, line: lineOf?.(['rules', rule]) ?? line, message });
  }
  for (const { provisions } of content.openQuestions) known('open-questions', 'Bestemmelsen', provisions, provisionIds);
  for (const { provision } of content.lawChanges)
    if (![...provisionIds].some(isUnder(provision)))
      fail('law-changes', `Bestemmelsen ${provision} i law-changes.yaml findes ikke`);
  const pathIds = new Set(content.paths.map(({ id }) => id));
  for (const path of content.paths) {
    const ids = [...path.modules, ...Object.values(path.byAuthority ?? {}).flat()];
    known('paths', 'Modulet', ids, modulesById);
    // Who has completed the path of members has completed the basic course (I01).
    if (path.functions.includes('member'))
      for (const { id, obligatory } of content.modules)
        if (obligatory && !path.modules.includes(id))
          fail('paths', `Modulet ${id} er obligatorisk, men står ikke i stien ${path.id}. Tilføj det i paths.yaml`);
    if (path.next) known('paths', 'Stien', [path.next], pathIds);
    const minutes = content.modules
      .filter(({ id }) => path.modules.includes(id))
      .reduce((sum, one) => sum + one.minutes, 0);
    if (path.minutes !== undefined && minutes > path.minutes)
      fail('paths', `Stien ${path.id} lover ${path.minutes} minutter, men modulerne tager ${minutes}`);
  }
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
}

function parallelHalves({ questions }: Content): { id: string; pair: string; set: string }[] {
  return Object.values(questions).flatMap(({ id, parallel }) => (parallel ? [{ id, ...parallel }] : []));
}
