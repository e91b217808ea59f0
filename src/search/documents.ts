import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingId, plainText } from '#src/content/heading.ts';
import type { Content, CourseModule } from '#src/content/schema.ts';
import type { SearchSource } from './records.ts';

/** Public pages that are neither module nor record, with what one would call them. */
const PAGES: readonly { readonly href: string; readonly title: string; readonly text: string }[] = [
  {
    href: '/maa-jeg-dele',
    title: 'Må jeg dele?',
    text: 'Beslutningshjælp: Svar på ét spørgsmål ad gangen, og se, om du må dele en oplysning, hvilken regel det bygger på, og hvad du skal notere. Der gemmes ikke noget.',
  },
  {
    href: '/maa-jeg-dele/historie',
    title: 'Seks mennesker, den samme mand',
    text: 'En opdigtet uge set af praktiserende læge, politi, KiF, boligrådgiver, sygeplejerske og socialrådgiver, som hver er i tvivl om at dele en oplysning.',
  },
  {
    href: '/hvor-sikre',
    title: 'Hvor sikre er vi?',
    text: 'Hvad mærkerne to kilder, én kilde, almen viden og fortolkning betyder, og hvad en jurist ikke har set.',
  },
  {
    href: '/privatliv',
    title: 'Privatliv',
    text: 'Hvad vi gemmer om dig, hvor længe, hvem der kan se det, og hvad styregruppen aldrig får at se. Databeskyttelse og GDPR på platformen.',
  },
  {
    href: '/tilgaengelighed',
    title: 'Tilgængelighed',
    text: 'Tastatur, skærmlæser, forstørrelse og print. Hvad der virker, og hvad der ikke gør.',
  },
  {
    href: '/aabne-spoergsmaal',
    title: 'Åbne spørgsmål til en jurist',
    text: 'Det, som vi ikke ved, og som kun en jurist kan svare på, før noget af det kan blive et rigtigt svar.',
  },
  {
    href: '/indikatorer',
    title: 'Indikatorer',
    text: 'De mål, som styregruppen ser: hvad de tæller, og hvad de ikke siger.',
  },
  {
    href: '/scenarier',
    title: 'Scenarier',
    text: 'Opdigtede sager, hvor du træffer valgene ved bordet og ser, hvad de fører til. Den første kan du prøve uden at logge ind.',
  },
  {
    href: '/ordliste',
    title: 'Ordliste',
    text: 'Ordene i PSP-samarbejdet fra A til Å, hvad de betyder hos hver myndighed, og hvilke ord du bør undgå.',
  },
  {
    href: '/bestemmelser',
    title: 'Bestemmelser',
    text: 'De lovregler, som platformen bygger på, efter lov. Ved hver står, hvor sikker den er, og hvor den er læst.',
  },
  {
    href: '/log-ind',
    title: 'Log ind',
    text: 'Log ind for at svare på spørgsmål, gemme dine planer og få et kursusbevis. Alt kan læses uden.',
  },
  {
    href: '/min-laering',
    title: 'Min læring',
    text: 'Din vej gennem moduler og sager, dine planer og dit kursusbevis. Kræver, at du er logget ind.',
  },
  {
    href: '/fejl',
    title: 'Har du fundet en fejl?',
    text: 'Skriv til os, når noget på siden er forkert, mangler eller ikke virker. Du behøver ingen konto. Skriv ingen navne på borgere.',
  },
  {
    href: '/smaa-tal',
    title: 'Små tal',
    text: 'Hvorfor små tal ikke vises, og hvordan enkeltpersoner er beskyttet i tallene.',
  },
];

/** Everything that can be found, from the checked content and the modules' texts. */
export function searchRecords(content: Content, root: string): SearchSource[] {
  return [
    ...content.terms.map(
      ({ id, term, definition }): SearchSource => ({
        group: 'ord',
        href: `/ordliste#${id}`,
        title: term,
        within: '',
        text: definition,
      }),
    ),
    ...content.modules.flatMap((one) => moduleRecords(one, root)),
    ...Object.values(content.provisions).map(
      ({ id, statute, section, gist, quote }): SearchSource => ({
        group: 'bestemmelse',
        href: `/bestemmelser/${id}`,
        title: `${statute.title} ${section}`,
        within: '',
        text: quote ? `${gist} »${quote}«` : gist,
      }),
    ),
    ...Object.values(content.scenarios).map(
      ({ scenario }): SearchSource => ({
        group: 'sag',
        href: `/scenarier/${scenario.id}`,
        title: scenario.title,
        within: '',
        text: scenario.summary.replace(/\{\{\w+\}\}/g, 'han'),
      }),
    ),
    ...questionRecords(content),
    ...PAGES.map((page): SearchSource => ({ group: 'side', within: '', ...page })),
  ];
}

/** The part of every module that tells a case; its id says nothing. */
const WORKED_CASE = 'gennemgaaet-sag';

/** One record for the module, one for each part and one for each heading in it. */
function moduleRecords({ id, title, goal, parts }: CourseModule, root: string): SearchSource[] {
  const href = `/moduler/${id}`;
  return [
    { group: 'modul', href, title, within: '', text: goal },
    ...parts.flatMap((part) => {
      const [opening = '', ...sections] = readFileSync(
        join(root, 'src/content/modules', id, `${part.id}.mdx`),
        'utf8',
      ).split(/^#{3,4}\s+/m);
      return [
        {
          group: 'modul' as const,
          href: `${href}#${part.id}`,
          title: part.title,
          within: title,
          text: plainText(opening),
          // A part is named after what it is about, where its title may be told in pictures.
          keywords: part.id === WORKED_CASE ? '' : part.id.replaceAll('-', ' '),
        },
        ...sections.map((section) => {
          const [heading = '', ...lines] = section.split('\n');
          const name = plainText(heading);
          return {
            group: 'modul' as const,
            href: `${href}#${headingId(name)}`,
            title: name,
            within: title,
            text: plainText(lines.join('\n')),
          };
        }),
      ];
    }),
  ];
}

/** What the questions of a module are about, never their answers. Those asked at need are not named. */
function questionRecords({ modules, questions }: Content): SearchSource[] {
  return modules.flatMap((one) =>
    one.parts.flatMap(({ checks }) =>
      checks.flatMap((id): SearchSource[] => {
        const question = questions[id];
        return question
          ? [
              {
                group: 'spoergsmaal',
                href: `/moduler/${one.id}`,
                title: question.prompt,
                within: one.title,
                text: question.story ?? '',
              },
            ]
          : [];
      }),
    ),
  );
}
