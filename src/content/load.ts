import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { editionsOf, parseScenario, scenarioHash } from '#src/scenarios/engine/index.ts';
import { crossCheck, type Places } from './cross-check.ts';
import { type Figure, figureFileSchema } from './figure-schema.ts';
import { type Question, questionFileSchema } from './question-schema.ts';
import { type Finding, type Read, readYaml } from './read-yaml.ts';
import {
  type Content,
  type CourseModule,
  competenceFileSchema,
  decisionStepFileSchema,
  glossaryFileSchema,
  guideStoryFileSchema,
  indicatorFileSchema,
  type LibraryScenario,
  lawChangeFileSchema,
  mandateFileSchema,
  measurementFileSchema,
  moduleSchema,
  openQuestionFileSchema,
  type Provision,
  pathFileSchema,
  statuteFileSchema,
  traitFileSchema,
} from './schema.ts';
import { sharingFileSchema } from './sharing-schema.ts';

export type Loaded = { ok: true; content: Content; warnings: Finding[] } | { ok: false; findings: Finding[] };

/**
 * Reads and checks all authored data: law, modules, questions, glossary, competences, indicators, scenarios. The build,
 * the scripts and the tests all come through here, so what runs is what was checked.
 * @param root the project's folder
 * @param today `YYYY-MM-DD`, for provisions outside their validity (a warning, since old scenarios may rest on old law)
 * @param plays whether every play of every scenario is walked too; takes seconds, and the build has done it
 */
export function loadContent(root: string, today: string, { plays = false } = {}): Loaded {
  const findings: Finding[] = [];
  const places: Places = new Map();
  const folder = join(root, 'src/content');
  const take = <T>(read: Read<T>, use: (data: T, lineOf: (path: readonly PropertyKey[]) => number) => void) => {
    if (read.ok) use(read.data, read.lineOf);
    else findings.push(...read.findings);
  };
  const addTo = <T extends { id: string }>(
    kind: string,
    target: Record<string, T>,
    record: T,
    file: string,
    line: number,
  ) => {
    if (target[record.id])
      findings.push({ file: relative(root, file), line, message: `Id'et ${record.id} er brugt to gange` });
    target[record.id] = record;
    places.set(`${kind}:${record.id}`, { file: relative(root, file), line });
  };
  const files = (pattern: string) => globSync(join(folder, pattern)).sort();
  const single = (name: string) => join(folder, name);

  const provisions: Record<string, Provision> = {};
  for (const file of files('law/*.yaml')) {
    take(readYaml(root, file, statuteFileSchema), ({ statute, provisions: list }, lineOf) => {
      for (const [index, record] of list.entries())
        addTo('provision', provisions, { ...record, statute }, file, lineOf(['provisions', index]));
    });
  }
  const questions: Record<string, Question> = {};
  for (const file of files('questions/*.yaml')) {
    take(readYaml(root, file, questionFileSchema), (data, lineOf) => {
      for (const [index, record] of data.questions.entries())
        addTo('question', questions, { ...record, module: data.module }, file, lineOf(['questions', index]));
    });
  }
  const figures: Record<string, Figure & { module: string }> = {};
  for (const file of files('modules/*/figures.yaml')) {
    take(readYaml(root, file, figureFileSchema), (data, lineOf) => {
      for (const [index, record] of data.figures.entries())
        addTo('figure', figures, { ...record, module: data.module }, file, lineOf(['figures', index]));
    });
  }
  const cited: Record<string, string[]> = {};
  const modules: Record<string, CourseModule> = {};
  for (const file of files('modules/*/module.yaml')) {
    take(readYaml(root, file, moduleSchema), (record, lineOf) => {
      addTo('module', modules, record, file, lineOf([]));
      for (const [index, part] of record.parts.entries()) {
        const prose = join(dirname(file), `${part.id}.mdx`);
        if (existsSync(prose))
          cited[record.id] = [...(cited[record.id] ?? []), ...provisionsNamedIn(readFileSync(prose, 'utf8'))];
        else
          findings.push({
            file: relative(root, file),
            line: lineOf(['parts', index]),
            message: `Teksten ${part.id}.mdx mangler ved siden af module.yaml`,
          });
      }
    });
  }
  const scenarios: Record<string, LibraryScenario> = {};
  for (const file of scenarioFiles(root)) {
    const parsed = parseScenario(readFileSync(file, 'utf8'), relative(root, file));
    if (!parsed.ok) {
      findings.push(
        ...parsed.findings.map((finding) => ({
          file: finding.file,
          line: finding.line,
          message: `${finding.path}: ${finding.message}`,
        })),
      );
      continue;
    }
    const { scenario, lineOf } = parsed;
    scenarios[scenario.id] = {
      scenario,
      editions: editionsOf(scenario).map((edition) => ({
        variant: edition.variant,
        hash: scenarioHash(edition.scenario),
      })),
    };
    places.set(`scenario:${scenario.id}`, { file: relative(root, file), line: 1, lineOf });
  }
  const glossary = readYaml(root, single('glossary.yaml'), glossaryFileSchema);
  const competences = readYaml(root, single('competences.yaml'), competenceFileSchema);
  const indicators = readYaml(root, single('indicators.yaml'), indicatorFileSchema);
  const mandates = readYaml(root, single('mandates.yaml'), mandateFileSchema);
  const sharing = readYaml(root, single('sharing-matrix.yaml'), sharingFileSchema);
  const steps = readYaml(root, single('decision-steps.yaml'), decisionStepFileSchema);
  const story = readYaml(root, single('guide-story.yaml'), guideStoryFileSchema);
  const traits = readYaml(root, single('traits.yaml'), traitFileSchema);
  const changes = readYaml(root, single('law-changes.yaml'), lawChangeFileSchema);
  const open = readYaml(root, single('open-questions.yaml'), openQuestionFileSchema);
  const measurement = readYaml(root, single('measurement.yaml'), measurementFileSchema);
  const paths = readYaml(root, single('paths.yaml'), pathFileSchema);
  for (const read of [
    glossary,
    competences,
    indicators,
    mandates,
    sharing,
    steps,
    story,
    traits,
    paths,
    changes,
    open,
    measurement,
  ])
    if (!read.ok) findings.push(...read.findings);
  if (
    !(
      glossary.ok &&
      competences.ok &&
      indicators.ok &&
      mandates.ok &&
      sharing.ok &&
      steps.ok &&
      story.ok &&
      traits.ok &&
      paths.ok &&
      changes.ok &&
      open.ok &&
      measurement.ok
    ) ||
    findings.length > 0
  )
    return { ok: false, findings };
  for (const name of ['paths', 'law-changes', 'open-questions', 'mandates'])
    places.set(name, { file: `src/content/${name}.yaml`, line: 1 });
  places.set('sharing', { file: 'src/content/sharing-matrix.yaml', line: 1, lineOf: sharing.lineOf });
  for (const [index, { id }] of glossary.data.terms.entries())
    places.set(`term:${id}`, { file: 'src/content/glossary.yaml', line: glossary.lineOf(['terms', index]) });

  const content: Content = {
    provisions,
    modules: Object.values(modules).sort((a, b) => a.order - b.order),
    questions,
    figures,
    terms: glossary.data.terms,
    competences: competences.data.competences,
    competenceVersion: competences.data.version,
    indicators: indicators.data.indicators,
    catalogueVersion: indicators.data.version,
    mandates: mandates.data.authorities,
    sharing: sharing.data.rules,
    decisionSteps: steps.data.steps,
    guideStory: story.data,
    traits: traits.data.traits,
    paths: paths.data.paths,
    cited,
    lawChanges: changes.data.changes,
    openQuestions: open.data.questions,
    trustStatements: measurement.data.statements,
    scenarios: Object.fromEntries(Object.entries(scenarios).sort(([, a], [, b]) => placeOf(a) - placeOf(b))),
  };
  const { errors, warnings } = crossCheck(content, places, today, plays);
  return errors.length > 0 ? { ok: false, findings: errors } : { ok: true, content, warnings };
}

/** The provisions that a part of a module links, quotes or shows. */
function provisionsNamedIn(mdx: string): string[] {
  return [...mdx.matchAll(/<(?:Law|LawQuote|Provision)\s+id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
}

/** Those without a place stand last. */
function placeOf({ scenario: { order } }: LibraryScenario): number {
  return order ?? Number.MAX_SAFE_INTEGER;
}

/** The files of the library, in the order of their names. */
export function scenarioFiles(root: string): string[] {
  return globSync(join(root, 'src/scenarios/library/*.yaml')).sort();
}

/** One finding a line, as an editor can jump to: `file:line: message`. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
}
