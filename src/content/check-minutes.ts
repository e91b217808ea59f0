import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from './heading.ts';
import { wordCount } from './mdx-blocks.ts';
import type { Question } from './question-schema.ts';
import type { Finding } from './read-yaml.ts';
import type { Content, CourseModule } from './schema.ts';

/** Words a minute of somebody who reads in order to use it; running text is read at 200 to 250. */
export const WORDS_A_MINUTE = 180;

/** How far a claim may be from what was counted, as a share. */
export const MOST_OFF = 0.15;

/** Whole minutes cannot come nearer than this. */
const HALF_A_MINUTE = 0.5;

/** Minutes of a module, not rounded. */
export interface ModuleMinutes {
  readonly module: string;
  readonly words: number;
  readonly minutes: number;
  /** In their order; each with its questions. */
  readonly parts: readonly { readonly id: string; readonly words: number; readonly minutes: number }[];
}

/** Whether a claim in whole minutes is near enough to what was counted. */
export function isNear(claimed: number, counted: number): boolean {
  const off = Math.abs(claimed - counted);
  return off <= HALF_A_MINUTE || off <= MOST_OFF * counted;
}

/**
 * The words that a learner meets on the way through a module: the parts with their tables, drawings and quotations,
 * every question with its options and the reasons that a reader wants after an answer (one's own and the best one's),
 * and the plans to choose from. The law in the margin, the words behind a term and the list of sources are looked up,
 * not read through.
 */
export function minutesOf(
  courseModule: CourseModule,
  content: Content,
  textOf: (part: string) => string,
): ModuleMinutes {
  const asked = (ids: readonly string[]) =>
    ids.reduce((sum, id) => {
      const question = Object.hasOwn(content.questions, id) ? content.questions[id] : undefined;
      return sum + (question === undefined ? 0 : wordsOfQuestion(question));
    }, 0);
  const parts = courseModule.parts.map(({ id, title, checks }) => {
    const words = wordCount(title) + wordsOfText(textOf(id), content) + asked(checks);
    return { id, words, minutes: words / WORDS_A_MINUTE };
  });
  const plans = courseModule.plan.reduce((sum, { when, will }) => sum + wordCount(`${when} ${will}`), 0);
  const around =
    wordCount(`${courseModule.title} ${courseModule.goal}`) + asked(courseModule.opening) + asked(courseModule.closing);
  const words = parts.reduce((sum, part) => sum + part.words, around + plans);
  return { module: courseModule.id, words, minutes: words / WORDS_A_MINUTE, parts };
}

/** What a part shows: its own words, and those that its components bring from elsewhere. */
function wordsOfText(mdx: string, content: Content): number {
  const shown = [...mdx.matchAll(/<([A-Z]\w*)\b([^>]*)>/g)].map(([, name = '', attributes = '']) => {
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const title = /\stitle="([^"]*)"/.exec(attributes)?.[1] ?? '';
    return `${title} ${broughtBy(name, id, content)}`;
  });
  return wordCount([plainText(mdx), ...shown].join(' '));
}

function broughtBy(name: string, id: string, content: Content): string {
  if (name === 'LawQuote') return content.provisions[id]?.quote ?? '';
  if (name === 'Figure') return wordsOfFigure(content.figures[id]);
  if (name === 'DecisionSteps')
    return content.decisionSteps
      .flatMap(({ question, help, yes, no, unsure }) => [question, help ?? '', yes.text, no.text, unsure.text])
      .join(' ');
  if (name === 'TraitList')
    return content.traits.flatMap((trait) => [trait.name, trait.seenFirstBy, trait.firstQuestion]).join(' ');
  if (name === 'MandateMatrix')
    return content.mandates
      .flatMap(({ lead, tasks, can, limits }) => [lead, ...[...tasks, ...can, ...limits].map(({ text }) => text)])
      .join(' ');
  // A table to look up in: one giver and one recipient at a time.
  if (name === 'SharingMatrix')
    return content.sharing
      .slice(0, ROWS_LOOKED_UP)
      .flatMap((rule) => [rule.text, rule.open ? rule.do : ''])
      .join(' ');
  return '';
}

/** How much of the matrix of sharing somebody reads at once. */
const ROWS_LOOKED_UP = 4;

function wordsOfFigure(figure: Content['figures'][string] | undefined): string {
  if (figure === undefined) return '';
  if (figure.kind === 'flow')
    return [figure.title, ...figure.steps.flatMap((step) => [step.title, step.text, step.branch ?? ''])].join(' ');
  if (figure.kind === 'levels')
    return [figure.title, ...figure.levels.flatMap((one) => [one.title, one.text])].join(' ');
  return [figure.title, ...figure.lanes.flatMap((lane) => [lane.title, ...lane.steps])].join(' ');
}

/** A question as it is asked, with what is read once it is answered. */
function wordsOfQuestion(question: Question): number {
  return wordCount([question.story ?? '', question.prompt, ...linesOf(question)].join(' ')) + wordsOfReasons(question);
}

function linesOf(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'truth':
      return question.options.map(({ text }) => text);
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return [...question.targets, ...question.pairs].map(({ text }) => text);
    case 'calibration':
      return question.weigh.map(({ text }) => text);
  }
}

/** Of one choice: the reason of the best one and, on average, that of another; where every line is answered, all of them. */
function wordsOfReasons(question: Question): number {
  if (question.kind === 'single') {
    const reasons = (best: boolean) =>
      question.options
        .filter(({ rating }) => (rating === 'best') === best)
        .map(({ why, missing }) => wordCount(`${why} ${missing ?? ''}`));
    return Math.round(average(reasons(true)) + average(reasons(false)));
  }
  const lines: readonly { readonly why: string }[] =
    question.kind === 'order'
      ? question.items
      : question.kind === 'match'
        ? question.pairs
        : question.kind === 'calibration'
          ? question.weigh
          : question.options;
  return wordCount(lines.map(({ why }) => why).join(' '));
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** The claims that are off, and what was counted in every module, in reading order. */
export function checkMinutes(root: string, content: Content): { findings: Finding[]; counted: ModuleMinutes[] } {
  const folder = 'src/content/modules';
  const counted = content.modules.map((one) =>
    minutesOf(one, content, (part) => {
      const path = join(root, folder, one.id, `${part}.mdx`);
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    }),
  );
  const findings = content.modules.flatMap((one, place) => {
    const measured = counted[place];
    const file = `${folder}/${one.id}/module.yaml`;
    const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    if (measured === undefined) return [];
    const whole = isNear(one.minutes, measured.minutes)
      ? []
      : [{ file, line: lineOf(source, /^minutes:/m), message: saysWrongly('Modulet', one.minutes, measured) }];
    const parts = one.parts.flatMap((part, index) => {
      const of = measured.parts[index];
      return of === undefined || isNear(part.minutes, of.minutes)
        ? []
        : [
            {
              file,
              line: lineOf(source, new RegExp(`\\bid:\\s*${part.id}\\b`)),
              message: saysWrongly(`Delen ${part.id}`, part.minutes, of),
            },
          ];
    });
    return [...whole, ...parts];
  });
  return { findings, counted };
}

function saysWrongly(what: string, claimed: number, { words, minutes }: { words: number; minutes: number }): string {
  const right = Math.max(1, Math.round(minutes));
  return `${what} siger ${claimed} min., men har ${words} ord med tabeller og svar og tager ${right} min. at læse. Skriv minutes: ${right}, eller gør teksten ${claimed < minutes ? 'kortere' : 'længere'}`;
}

function lineOf(source: string, pattern: RegExp): number {
  const at = source.search(pattern);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}
