import type { Competence, CourseModule } from '#src/content/schema.ts';
import type { CompetenceState } from '#src/learning/competence.ts';
import type { Step } from '#src/learning/module-steps.ts';
import type { ModuleState, ScenarioState } from '#src/learning/overview.ts';
import type { PathProgress } from '#src/learning/paths.ts';
import { danishDayOf, danishNumber } from '../look/danish.ts';
import type { CompetenceLevel } from './learning.da.ts';

export const text = {
  title: 'Min læring',
  memberOf: (group: string) => `Medlem af ${group}`,
  path: (title: string) => `Din sti: ${title}`,
  paths: 'Andre stier',
  otherModules: 'Moduler uden for stien',
  allModules: 'Se alle moduler',
  cases: 'Sager',
  casesRule: (played: number, wanted: number) =>
    played >= wanted
      ? 'Du har spillet de sager, stien beder om. Spil dem gerne igen fra en anden plads.'
      : `Stien beder om ${danishNumber(wanted)} forskellige sager spillet til ende. Du har spillet ${played === 0 ? 'ingen' : danishNumber(played)}.`,
  allCases: 'Se alle sager',
  refresh: 'Genopfriskning',
  refreshDue: (count: number) => (count === 1 ? 'Ét spørgsmål er klar' : `${danishNumber(count)} spørgsmål er klar`),
  refreshGo: 'Svar nu',
  refreshNone: 'Der er ikke noget at genopfriske lige nu.',
  refreshHow: 'Sådan virker det',
  shown: 'Det har du vist',
  shownRule:
    'En kompetence er vist, når du har truffet gode valg i mindst to forskellige situationer og igen ved en genopfriskning.',
  onlyYou: 'Kun for dig',
  onlyYouText: 'Ingen andre end dig kan se dine svar. Din styregruppe ser kun samlede tal, og aldrig for små grupper.',
  privacy: 'Sådan bruger vi dine data',
  sessions: 'Her er du logget ind',
  steering: 'Styregruppe',
  toSteering: 'Se tallene for dit område',
  lead: ({ missingModules, casesPlayed, path, isComplete }: PathProgress) => {
    if (isComplete) return 'Du har gennemført stien. Spørgsmålene til genopfriskning holder det ved lige.';
    const counted = (count: number, one: string, many: string) =>
      count === 1 ? one : `${danishNumber(count)} ${many}`;
    const modules = counted(missingModules.length, 'ét modul', 'moduler');
    const missingCases = Math.max(0, path.cases - casesPlayed);
    const cases = missingCases > 0 ? ` og ${counted(missingCases, 'én sag', 'sager')}` : '';
    if (missingModules.length > 0) return `Du mangler ${modules}${cases} på din sti.`;
    return 'Du har gennemført modulerne på din sti. Næste skridt er at prøve en sag.';
  },
} as const;

/** A module on the path; the completion rule stands on the one to take now. */
export function moduleStep(courseModule: CourseModule, state: ModuleState, isNow: boolean) {
  const href = `/moduler/${courseModule.id}`;
  const started = state.stepsDone > 0;
  const minutes = `${courseModule.minutes} min.`;
  if (state.completedAt !== null)
    return {
      href,
      title: courseModule.title,
      state: 'done' as const,
      meta: [`Gennemført ${danishDayOf(state.completedAt)}`, minutes],
    };
  const meta = [started ? `I gang: ${state.stepsDone} af ${state.steps} trin` : 'Ikke begyndt', minutes];
  const missing = started ? missingOf(courseModule, state.missing) : [];
  if (!isNow) return { href, title: courseModule.title, state: 'todo' as const, meta, missing };
  return {
    href,
    title: courseModule.title,
    state: 'now' as const,
    meta,
    missing,
    rule: 'Færdig, når du har læst alle dele og svaret på alle spørgsmål. Du må gerne svare forkert.',
    action: { href: `${href}/forloeb`, label: started ? 'Fortsæt modulet' : 'Begynd modulet' },
  };
}

/** Each step that is left, in a few words. */
function missingOf(courseModule: CourseModule, steps: readonly Step[]): string[] {
  const partOf = (question: string) => courseModule.parts.find(({ checks }) => checks.includes(question))?.title ?? '';
  return steps.map((step) => {
    if (step.kind === 'part')
      return `Læs »${courseModule.parts.find(({ id }) => id === step.part)?.title ?? step.part}«`;
    if (step.stage === 'opening') return `Svar på spørgsmål ${step.number}, før du læser`;
    if (step.stage === 'closing') return `Svar på spørgsmål ${step.number} til sidst`;
    return `Svar på spørgsmål ${step.number} i »${partOf(step.question)}«`;
  });
}

/** A case on the path: goes on where it was left, else opens the case. */
export function scenarioStep(
  scenario: { id: string; title: string; minutes: number },
  attempts: readonly ScenarioState[],
  isNow: boolean,
) {
  const running = attempts.findLast(({ finishedAt }) => finishedAt === null);
  const finished = attempts.findLast(({ finishedAt }) => finishedAt !== null);
  const minutes = `${scenario.minutes} min.`;
  const href = `/scenarier/${scenario.id}`;
  if (running)
    return {
      href,
      title: scenario.title,
      state: 'now' as const,
      meta: [
        `I gang: ${running.decisions === 1 ? 'ét valg' : `${danishNumber(running.decisions)} valg`} truffet`,
        minutes,
      ],
      action: { href: `${href}/spil/${running.attempt}`, label: 'Fortsæt sagen' },
    };
  if (finished?.finishedAt)
    return {
      href: `${href}/gennemgang/${finished.attempt}`,
      title: scenario.title,
      state: 'done' as const,
      meta: [`Spillet ${danishDayOf(finished.finishedAt)}`, 'Se gennemgangen'],
    };
  return {
    href,
    title: scenario.title,
    state: isNow ? ('now' as const) : ('todo' as const),
    meta: ['Ikke begyndt', minutes],
    ...(isNow ? { action: { href, label: 'Prøv sagen' } } : {}),
  };
}

const LEVELS: Record<CompetenceState['status'], CompetenceLevel> = {
  'not-started': 'none',
  'under-way': 'under-way',
  shown: 'shown',
  'needs-refresh': 'refresh',
};

export function competenceRow(competence: Competence, { status, situations, lastAt }: CompetenceState) {
  const counted =
    situations === 1
      ? 'Én situation'
      : `${danishNumber(situations).replace(/^./, (letter) => letter.toUpperCase())} situationer`;
  const evidence =
    situations === 0
      ? 'Ingen situationer endnu'
      : lastAt === null
        ? counted
        : `${counted}, senest ${danishDayOf(lastAt)}`;
  return { title: competence.short, level: LEVELS[status], evidence };
}
