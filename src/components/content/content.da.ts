import type { IconName } from '../look/icons.ts';

/** Text of the components that show law, terms and module prose. */
export const text = {
  constructed: 'Konstrueret sag',
  openTerm: 'I ordlisten',
  openProvision: 'Åbn bestemmelsen',
  source: 'Kilde',
  dated: (date: string) => `Dateret ${date}`,
  read: (date: string) => `Læst ${date}`,
  lawyer: 'Jurist',
  noLawyer: 'Ikke gennemset',
  noLawyerSentence: 'Ikke gennemset af en jurist',
  lawyerSeen: (name: string, date: string) => `${name}, ${date}`,
  lawyerSeenSentence: (name: string, date: string) => `Gennemset af ${name}, jurist, ${date}`,
  notInForce: (date: string) => `Gjaldt til ${date}`,
  fromThen: (date: string) => `Gælder fra ${date}`,
  redField: 'Uafklaret. Spørg en jurist, før du handler på den.',
  unsure: {
    law: 'Fortolkning – spørg en jurist',
    ours: 'Vores forslag – lavet til undervisning',
    unproven: 'Usikkert – ikke påvist',
  },
  tasks: 'Opgaver',
  can: 'Kan',
  limits: 'Grænser',
  yes: 'Ja',
  no: 'Nej',
  unsureAnswer: 'Ved ikke',
  basis: 'Bygger på',
  lawChanged: 'En regel er ændret, siden siden her blev gennemgået.',
  figureInWords: 'Figuren i ord',
  twoCases: 'To konstruerede sager, der ligner hinanden',
  holds: (from?: string, until?: string) =>
    `gælder ${[from && `fra ${from}`, until && `til og med ${until}`].filter(Boolean).join(' ')}`,
  show: 'Vis',
  showAll: 'Det hele',
  traits: 'Træk, som kan pege på, at sagen hører til i PSP',
  trait: 'Træk',
  seenFirstBy: 'Ses ofte først af',
  firstQuestion: 'Første spørgsmål',
} as const;

/** What a step of the decision guide can end in. */
export const OUTCOMES = {
  HANDL: 'Handl nu',
  ANONYMT: 'Drøft uden navn',
  PLIGT: 'Du har pligt',
  SAMTYKKE: 'Del med samtykke',
  PSP: 'Del i PSP',
  ANDEN: 'Del efter en anden regel',
  IKKE: 'Del ikke',
  VENT: 'Ret den først',
  JURIST: 'Spørg en jurist',
  SLUT: 'Færdig',
} as const;

/** Whether a piece of information is shared in a worked disclosure. */
export const SHARED: Readonly<
  Record<
    'yes' | 'part' | 'no',
    { readonly label: (to?: string) => string; readonly icon: IconName; readonly kind: 'yes' | 'no' | 'dash' }
  >
> = {
  yes: { label: (to) => (to ? `Deles med ${to}` : 'Deles'), icon: 'check', kind: 'yes' },
  part: { label: (to) => (to ? `En del deles med ${to}` : 'En del deles'), icon: 'half', kind: 'dash' },
  no: { label: () => 'Deles ikke', icon: 'stop', kind: 'no' },
};
