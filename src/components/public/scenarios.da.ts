export const text = {
  title: 'Scenarier',
  lead: 'Sager, du kan øve dig på. Du sidder på én plads ved bordet og ved kun det, din myndighed ved. Bagefter ser du, hvem der vidste hvad, og hvad der kunne være gået anderledes.',
  description:
    'Konstruerede sager til øvelse i PSP-samarbejdet. Du vælger en plads ved bordet og træffer beslutningerne.',
  minutes: (minutes: number) => `Cirka ${minutes} minutter`,
  constructed: 'Konstrueret',
  seats: 'Du kan sidde som',
  tryCase: 'Prøv sagen',
  note: 'Alle sager er opdigtede. Ingen af dem ligner en bestemt borger, og personerne har kun fornavn.',
} as const;
