export const text = {
  title: 'Har du fundet en fejl?',
  lead: 'Skriv, hvad der er galt, eller hvad der mangler. En redaktør læser det.',
  about: (page: string) => `Det gælder siden ${page}`,
  label: 'Hvad er galt?',
  hint: 'Højst 1.000 tegn. Skriv intet om en virkelig borger, og skriv ikke dit navn. Vi gemmer ikke, hvem du er.',
  send: 'Send',
  refused: 'Det er ikke sendt',
  thanks: 'Tak. Det er sendt til redaktionen.',
  thanksText: 'Vi gemmer ikke, hvem der har skrevet, så du får ikke et svar. Er det en fejl, bliver siden rettet.',
  back: 'Tilbage til siden',
  list: 'Redaktionens liste',
  listLead: 'Det, læserne har meldt. Afgør hver melding, når siden er set efter.',
  none: 'Der er ikke noget at se på.',
  open: 'Ikke afgjort',
  settled: 'Afgjort',
  page: 'Side',
  version: 'Version',
  provision: 'Bestemmelse',
  received: 'Modtaget',
  message: 'Melding',
  outcome: 'Afgørelse',
  settle: { corrected: 'Rettet', 'no-fault': 'Ikke en fejl', lawyer: 'Sendt til en jurist' } satisfies Record<
    'corrected' | 'no-fault' | 'lawyer',
    string
  >,
  gone: 'Meldingen er allerede afgjort. Listen er hentet igen.',
} as const;

/** Longest message, in characters. */
export const LONGEST_MESSAGE = 1000;
