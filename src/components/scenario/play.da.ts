export const text = {
  hint: 'Der er ingen tidsfrist. Du ser begrundelserne bagefter.',
  choose: 'Fortsæt',
  ownLine: 'Din begrundelse',
  ownLineHint: 'Valgfrit. Skriv om personerne i sagen, aldrig om en virkelig borger. Kun du kan se den.',
  refused: 'Valget er ikke gemt',
  looksLikeCpr: 'Teksten ligner et CPR-nummer. Fjern det, før du sender. Der er ikke gemt noget.',
  tooLong: 'Din begrundelse er for lang. Skriv højst 1.000 tegn.',
} as const;
