import type { CommitPart } from '#src/scenarios/engine/schema.ts';

/** The four things that close a discussion, as the learner is asked for them. */
export const PARTS: Record<CommitPart, string> = {
  responsible: 'Hvem har handlingsansvaret?',
  next: 'Hvad er næste skridt, og hvornår?',
  fallback: 'Hvad gør I, hvis planen skrider?',
  citizen: 'Hvordan kommer borgeren med?',
};

export const text = {
  hint: 'Der er ingen tidsfrist. Du ser begrundelserne bagefter.',
  roundHint:
    'Sæt kryds ved det, du siger, og hvem du siger det til. Den korte udgave står først, hvor der er en. Du må gerne holde noget tilbage. Siger du ingenting, går du bare videre.',
  roundHintOne: (hearer: string) =>
    `Sæt kryds ved det, du siger til ${hearer}. Den korte udgave står først, hvor der er en. Du må gerne holde noget tilbage. Siger du ingenting, går du bare videre.`,
  inShort: 'Kort',
  inFull: 'Det hele',
  choose: 'Fortsæt',
  choosePart: 'Vælg et svar',
  why: 'Hvorfor?',
  whyHint: 'Vælg den grund, der vejede mest for dig. Dit valg står fast nu.',
  youChose: 'Du valgte:',
  aim: 'Hvad skal det bruges til?',
  ground: 'Hvad bygger du det på?',
  ownLine: 'Din begrundelse',
  ownLineHint: 'Valgfrit. Skriv om personerne i sagen, aldrig om en virkelig borger. Kun du kan se den.',
  ledTo: 'Det førte til:',
  refused: 'Valget er ikke gemt',
  looksLikeCpr: 'Teksten ligner et CPR-nummer. Fjern det, før du sender. Der er ikke gemt noget.',
  tooLong: 'Din begrundelse er for lang. Skriv højst 1.000 tegn.',
  back: 'Gå tilbage til et tidligere valg',
  backLine: 'Du øver dig, så du kan prøve noget andet. Det, du vælger anden gang, tæller ikke med i dine kompetencer.',
  backTo: 'Gå tilbage',
  assessed: 'Du spiller uden at gå tilbage. Dine valg står fast.',
} as const;
