import type { SearchGroup } from '#src/search/records.ts';

export const GROUP_NAMES: Record<SearchGroup, string> = {
  ord: 'Ordliste',
  modul: 'Moduler',
  bestemmelse: 'Bestemmelser',
  sag: 'Scenarier',
  spoergsmaal: 'Spørgsmål i modulerne',
  side: 'Andre sider',
};

export const text = {
  title: 'Søg',
  description: 'Søg i moduler, ordliste, bestemmelser og scenarier.',
  label: 'Hvad leder du efter?',
  hint: 'Et ord, en bestemmelse som § 115, stk. 2, eller et spørgsmål. Skriv ingen navne på borgere.',
  button: 'Søg',
  none: (query: string) => `Der er ikke fundet noget på »${query}«.`,
  advice: 'Prøv et kortere ord, eller se i ordlisten.',
  glossary: 'Til ordlisten',
  count: (count: number) => (count === 1 ? 'Ét sted' : `${count} steder`),
  tooLong: 'Skriv højst 200 tegn.',
} as const;

/** Longest query, in characters. */
export const LONGEST_QUERY = 200;
