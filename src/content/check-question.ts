import { FIRM } from './primitives.ts';
import type { Question } from './question-schema.ts';
import type { Provision } from './schema.ts';

/**
 * What a question must keep: one strong answer where there is a right one, ids that are not used twice, and nothing
 * uncertain behind a right answer.
 * @returns what is broken, in Danish; empty when nothing is
 */
export function checkQuestion(question: Question, provisions: Readonly<Record<string, Provision>>): string[] {
  const broken = [...rightAnswers(question), ...doubleIds(question)];
  if (question.provisions.length + question.sources.length === 0)
    broken.push('Spørgsmålet siger ikke, hvad svaret bygger på: skriv provisions eller sources');
  if (question.parallel && question.kind !== 'single') broken.push('Et spørgsmål til måling skal være af arten single');
  return hasRightAnswer(question) ? [...broken, ...uncertain(question, provisions)] : broken;
}

/** False where professionals may well disagree. */
function hasRightAnswer(question: Question): boolean {
  return question.kind !== 'calibration' && !(question.kind === 'single' && question.contestable);
}

function rightAnswers(question: Question): string[] {
  switch (question.kind) {
    case 'single': {
      const best = strong(question.options);
      if (question.contestable)
        return [
          ...(best > 0 ? ['Et spørgsmål, der kan diskuteres, kan ikke have et stærkt svar'] : []),
          ...question.options
            .filter(({ rating, against }) => rating !== 'poor' && against === undefined)
            .map(({ id }) => `Svaret ${id} kan diskuteres, men siger ikke, hvad der taler imod: skriv against`),
        ];
      return best === 1 ? [] : [`Spørgsmålet skal have præcis ét stærkt svar, men har ${best}`];
    }
    case 'truth': {
      const { options } = question;
      const best = strong(options);
      const broken = best === 1 ? [] : [`Spørgsmålet skal have præcis ét stærkt svar, men har ${best}`];
      if (new Set(options.map(({ holds }) => holds)).size < 2)
        broken.push(
          'Nogle svar skal sige, at påstanden passer (holds: true), og andre, at den ikke gør (holds: false)',
        );
      const right = options.find(({ rating }) => rating === 'best')?.holds;
      if (options.some(({ rating, holds }) => rating === 'acceptable' && holds !== right))
        broken.push('Et delvist rigtigt svar må ikke sige det modsatte af det stærke');
      return broken;
    }
    case 'multiple': {
      const best = strong(question.options);
      if (best < 2) return ['Mindst to svar skal være rigtige, når man kan vælge flere'];
      return best === question.options.length ? ['Mindst ét svar må ikke være rigtigt, når man kan vælge flere'] : [];
    }
    case 'match': {
      const targets = new Set(question.targets.map(({ id }) => id));
      return question.pairs
        .filter(({ target }) => !targets.has(target))
        .map(({ id, target }) => `${id} peger på ${target}, som ikke er blandt targets`);
    }
    default:
      return [];
  }
}

function strong(options: readonly { rating: string }[]): number {
  return options.filter(({ rating }) => rating === 'best').length;
}

function doubleIds(question: Question): string[] {
  const lists =
    'options' in question
      ? [question.options]
      : question.kind === 'order'
        ? [question.items]
        : question.kind === 'match'
          ? [question.pairs, question.targets]
          : [];
  return lists.some((list) => new Set(list.map(({ id }) => id)).size !== list.length) ? ['To svar har samme id'] : [];
}

function uncertain(question: Question, provisions: Readonly<Record<string, Provision>>): string[] {
  const ofSources = question.sources
    .filter((source) => !FIRM.includes(source.certainty))
    .map(({ ref }) => `Det stærke svar bygger på ${ref}, som ikke er verificeret`);
  const ofLaw = question.provisions.flatMap((id) => {
    const provision = provisions[id];
    if (!provision) return [];
    if (provision.redField) return [`Det stærke svar bygger på ${id}, som står i det røde felt`];
    return FIRM.includes(provision.certainty)
      ? []
      : [`Det stærke svar bygger på ${id}, som ikke er verificeret i en kilde`];
  });
  return [...ofSources, ...ofLaw];
}
