import type { QuestionOf } from '#src/content/question-schema.ts';
import type { IconName } from '../look/icons.ts';

type Option = QuestionOf<'single'>['options'][number];

/** A judgement as icon and word; colour only underlines it. */
export interface Verdict {
  readonly label: string;
  readonly icon?: IconName;
  readonly kind?: 'full' | 'yes' | 'no' | 'dash';
}

/** How a choice is named to the learner: over- and under-sharing have their own words, other poor choices are weak. */
export function verdictOn(
  { rating, fault }: { rating: Option['rating']; fault?: Option['fault'] },
  isContestable = false,
): Verdict {
  if (rating === 'best') return { label: 'Stærkt', icon: 'check', kind: 'full' };
  if (fault === 'overdeling') return { label: 'For meget delt', icon: 'stop', kind: 'no' };
  if (fault === 'underdeling') return { label: 'For lidt delt', icon: 'gap', kind: 'no' };
  if (rating === 'poor') return { label: 'Svagt', kind: 'dash' };
  return isContestable ? { label: text.contestable, icon: 'half', kind: 'dash' } : { label: 'Delvist', icon: 'half' };
}

/** What else was wrong with a poor choice, beside the verdict. */
export const FAULT_NAMES: Partial<Record<NonNullable<Option['fault']>, string>> = {
  formaalsfejl: 'Forkert formål',
  ansvarsspredning: 'Ingen har ansvaret',
  stigmatisering: 'Borgeren sættes i bås',
  forhastet: 'For hurtigt',
  passivitet: 'For passivt',
  retssikkerhed: 'Borgerens rettigheder',
};

export type CompetenceLevel = 'none' | 'under-way' | 'shown' | 'refresh';

export const LEVEL_NAMES: Record<CompetenceLevel, string> = {
  none: 'Ikke begyndt',
  'under-way': 'Undervejs',
  shown: 'Vist',
  refresh: 'Bør genopfriskes',
};

export const text = {
  chooseOne: 'Vælg et svar, før du går videre',
  looksLikeCpr: 'Teksten ligner et CPR-nummer. Fjern det, før du sender',
  saving: 'Gemmer …',
  contestable: 'Kan diskuteres',
  against: (reason: string) => `Imod taler: ${reason}`,
  yourAnswer: 'Dit svar',
  competences: 'Dine kompetencer',
  competence: 'Kompetence',
  status: 'Status',
  evidence: 'Grundlag',
  done: 'Gennemført',
  plan: 'Din egen plan',
  planLine: 'Én sætning, du kan bruge i dag: Hvis det her sker, så gør jeg det her. Kun du kan se den.',
  planLabel: 'Hvis … så …',
  planSave: 'Gem planen',
  planDelete: 'Slet planen',
  planTake: 'Eller tag en af disse:',
  planSentence: (when: string, will: string) => `${when}, ${will}.`,
  plans: 'Dine planer',
  plansLine: 'Læs dem igen før næste møde.',
  whyNot: 'Hvorfor er det ikke gennemført?',
} as const;
