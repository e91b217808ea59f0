import { capitalised, danishNumber } from '../look/danish.ts';
import type { AuthorityId } from '../look/look.da.ts';

/** The constructed case that opens the house; the same as in the scenario library. */
export const FRONT_SCENARIO = 'tre-gange-paa-to-maaneder';

/** One that shows in a few lines what a mark, a source and a missing lawyer look like. */
export const FRONT_PROVISION = 'rpl-115-4';

export const SEATS: readonly { authority: AuthorityId; knows: string }[] = [
  { authority: 'politi', knows: 'To udrykninger på to måneder. Ingen sigtelse.' },
  { authority: 'kommune', knows: 'Bostøtten stoppede for otte måneder siden. Om fem uger mister han boligen.' },
  { authority: 'psykiatri', knows: 'Han kom ikke til sin sidste tid. Det er et år siden.' },
  { authority: 'kif', knows: 'Kender ham ikke.' },
];

export const text = {
  question: 'Hvem ringer til Torben?',
  lead: 'I PSP-samarbejdet ved hver myndighed lidt. Her øver du, hvad der må deles, hvem der tager ansvaret, og hvordan borgeren kommer med. Du øver i korte moduler og i sager, der ligner dem, du møder.',
  tryCase: 'Prøv sagen',
  seeModules: 'Se modulerne',
  minutes: (minutes: number) => `Sagen tager ${minutes} minutter. Du kan prøve den uden at logge ind.`,
  table: 'Det ved de hver for sig',
  constructed: 'Konstrueret sag',
  citizen: ['Torben,', '52 år'],
  begin: 'Begynd, hvor du er',
  sure: 'Hvor sikre er vi?',
  sureOne:
    'Loven er sjældent så klar, som man kunne ønske. Derfor står der ved hver regel, hvor mange kilder vi har set, hvornår vi læste dem, og om en jurist har set teksten igennem.',
  sureTwo:
    'En regel, som kun bygger på almen viden eller vores egen fortolkning, bliver aldrig facit i en opgave. »Spørg en jurist« er et godt svar hos os.',
  howSure: 'Sådan arbejder vi med kilder',
} as const;

/** Ways in, with how much there is of each. */
export const waysIn = (modules: number, scenarios: number) => [
  {
    title: 'Jeg er ny i gruppen',
    line: `${modules === 1 ? 'Ét modul' : `${capitalised(danishNumber(modules))} moduler`} på cirka et kvarter og ${scenarios === 1 ? 'én sag' : `${danishNumber(scenarios)} sager`}. Du læser om de andres opgaver og grænser og øver dine egne beslutninger.`,
    href: '/min-laering',
    label: 'Følg læringsstien',
  },
  {
    title: 'Jeg skal med på onsdag',
    line: 'Begynd med at læse, hvad der må deles, og hvad de andre ved bordet kan love. Teksterne er åbne for alle.',
    href: '/moduler',
    label: 'Læs modulerne',
  },
  {
    title: 'Jeg er i tvivl om en oplysning',
    line: 'Få ét spørgsmål ad gangen, fra fare til notat. Til sidst står der et svar og den regel, det bygger på.',
    href: '/maa-jeg-dele',
    label: 'Må jeg dele?',
  },
  {
    title: 'Jeg vil høre, hvordan tvivlen ser ud',
    line: 'En opdigtet uge, fortalt af en læge, en betjent, KiF, en boligrådgiver, en sygeplejerske og en socialrådgiver. Hver af dem er i tvivl om én oplysning.',
    href: '/maa-jeg-dele/historie',
    label: 'Læs historien',
  },
  {
    title: 'Jeg vil slå en regel op',
    line: 'Hver bestemmelse står med vores egne ord, kilde og dato, så du kan se, hvor fast den står.',
    href: '/bestemmelser',
    label: 'Find bestemmelsen',
  },
  {
    title: 'Jeg sidder i styregruppen',
    line: 'Se, hvor mange i jeres grupper der har gennemført og øvet sig, og hvor der mangler noget. Tallene viser grupper, aldrig enkeltpersoner.',
    href: '/styregruppe',
    label: 'Se tallene',
  },
];
