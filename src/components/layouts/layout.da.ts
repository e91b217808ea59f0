export type Section =
  | 'moduler'
  | 'scenarier'
  | 'ordliste'
  | 'bestemmelser'
  | 'min-laering'
  | 'log-ind'
  | 'styregruppe'
  | 'soeg';

export const MAIN_MENU: readonly { section: Section; label: string; href: string }[] = [
  { section: 'moduler', label: 'Moduler', href: '/moduler' },
  { section: 'scenarier', label: 'Scenarier', href: '/scenarier' },
  { section: 'ordliste', label: 'Ordliste', href: '/ordliste' },
  { section: 'bestemmelser', label: 'Bestemmelser', href: '/bestemmelser' },
  { section: 'soeg', label: 'Søg', href: '/soeg' },
  { section: 'min-laering', label: 'Min læring', href: '/min-laering' },
];

export const FOOT_LINKS: readonly { label: string; href: string }[] = [
  { label: 'Hvor sikre er vi?', href: '/hvor-sikre' },
  { label: 'Åbne spørgsmål', href: '/aabne-spoergsmaal' },
  { label: 'Tilgængelighed', href: '/tilgaengelighed' },
  { label: 'Privatliv', href: '/privatliv' },
  { label: 'Indikatorer', href: '/indikatorer' },
];

export const text = {
  site: 'PSP Akademi',
  front: 'PSP Akademi – øvelse for PSP-samarbejdet',
  description:
    'Træning for PSP-samarbejdet: hvad der må deles, hvem der tager ansvaret, og hvordan borgeren kommer med.',
  skip: 'Gå til indholdet',
  mainMenu: 'Hovedmenu',
  menu: 'Menu',
  signIn: 'Log ind',
  steering: 'Styregruppe',
  signOut: 'Log ud',
  trialName: 'Prøveudgave.',
  trial: 'Personerne og tallene er opdigtede. Skriv aldrig om en virkelig borger.',
  foundFault: 'Har du fundet en fejl?',
  foot: 'Alle sager er konstrueret til undervisning. Indholdet er ikke juridisk rådgivning, og siderne viser selv, hvad en jurist endnu ikke har set.',
} as const;
