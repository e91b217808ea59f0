import type { GiverId } from '#src/scenarios/guide/givers.ts';
import type { Answer, Outcome, Walk } from '#src/scenarios/guide/machine.ts';
import { NOTE, OUTCOME_TEXTS } from '#src/scenarios/guide/outcomes.da.ts';
import { OUTCOMES } from '../content/content.da.ts';
import { danishNumber } from '../look/danish.ts';
import { CERTAINTY_NAMES } from '../look/look.da.ts';

export { NOTE, OUTCOME_TEXTS };

export const ANSWER_NAMES: Record<Answer, string> = {
  yes: 'Ja',
  both: 'Begge dele',
  no: 'Nej',
  unsure: 'Ved ikke',
};

export const GIVER_NAMES: Record<GiverId, string> = {
  politi: 'Politiet',
  kommune: 'Kommunens sociale myndigheder',
  psykiatri: 'Psykiatrien, regionens eller kommunens',
  institution: 'En selvejende institution, der er taget med i PSP',
  kif: 'Kriminalforsorgen i Friheden (KiF)',
  laege: 'En praktiserende læge eller anden privat behandler',
  bolig: 'En boligorganisation',
  skole: 'En skole, et dagtilbud eller en anden del af kommunen',
  jobcenter: 'Et jobcenter',
  andre: 'Et andet sted',
};

/** Each question in a few words, for the list of answers; by the step's id. */
export const SHORT: Readonly<Record<string, string>> = {
  s0: 'Fare lige nu?',
  s1: 'Pligt efter en lov?',
  s2: 'Hjælp uden navn?',
  s3: 'Spurgt, og sagt ja?',
  s3a: 'Et ja til netop det her?',
  s4: 'Socialt udsat?',
  s5: 'Til hjælp eller forebyggelse?',
  s6: 'Også til opklaring?',
  s7: 'Modtageren med i samarbejdet?',
  s8: 'Nødvendig for modtageren?',
  s9: 'Kan mindre gøre det?',
  s10: 'Taler noget stærkt imod?',
  s11: 'En anden regel?',
  s11a: 'En anden regel?',
  s12: 'Rigtig og ny nok?',
  s13: 'Besked til borgeren?',
};

/** Steps whose answers hold advice for the telling itself, with what the advice is about. */
const ADVISING: Readonly<Record<string, string>> = { s9: 'Omfanget', s12: 'Oplysningen', s13: 'Borgeren' };

/** What the steps said on the way that still holds when something is to be told: what about, and the advice. */
export function reminders({ given, isSettled }: Walk): { readonly about: string; readonly line: string }[] {
  if (!isSettled) return [];
  return given.flatMap(({ step, reply }) => {
    const about = ADVISING[step.id];
    const line = reply.text.replace(/^Gå videre\.\s*/, '');
    return about !== undefined && line !== '' ? [{ about, line }] : [];
  });
}

/** Outcomes that several roads lead to, so that the road itself must be told. */
const MANY_ROADS: ReadonlySet<Outcome> = new Set(['IKKE', 'JURIST', 'ANDEN', 'VENT']);

/** The answers that decided, where the outcome alone does not say it. */
export function road({ outcome, decidedBy }: Walk): Walk['decidedBy'] {
  return outcome !== null && MANY_ROADS.has(outcome) ? decidedBy : [];
}

const questions = (count: number) => (count === 1 ? 'ét spørgsmål' : `${danishNumber(count)} spørgsmål`);

export const text = {
  name: 'Må jeg dele denne oplysning?',
  short: 'Må jeg dele?',
  description:
    'Spørgsmål for spørgsmål: Må du dele én oplysning med én modtager, efter hvilken regel, og hvad skal du skrive ned?',
  lead: 'Tænk på én oplysning og én modtager. Du får ét spørgsmål ad gangen og til sidst et svar med den regel, det bygger på. Tag næste oplysning for sig.',
  story: 'Seks fagfolk, der er i tvivl: læs historien',
  unreadable: 'Vi kunne ikke læse svarene i adressen. Begynd forfra her. Det tager få minutter.',
  private: 'Skriv ingen navne. Dine svar står kun i sidens adresse, og vi gemmer dem ikke.',
  place: (number: number, left: number) =>
    left > 1 ? `Spørgsmål ${number}, højst ${danishNumber(left - 1)} tilbage` : `Spørgsmål ${number}, det sidste`,
  after: (count: number) => `Svar efter ${questions(count)}`,
  questionTitle: (number: number) => `Må jeg dele? Spørgsmål ${number}`,
  answerTitle: (outcome: Outcome) => `Må jeg dele? Svar: ${OUTCOMES[outcome]}`,
  who: 'Hvor arbejder du?',
  whoHint:
    'Hvem der giver en oplysning, tæller lige så meget som hvem der får den. Er nogen i fare lige nu, så ring 112 først.',
  whoShort: 'Du er hos',
  soFar: (outcome: Outcome) => `Svaret indtil nu: ${OUTCOMES[outcome]}.`,
  soFarHow: 'Det ligger fast. Nu handler det om, hvordan du gør det.',
  bothCounts: 'Tæller som et ja.',
  back: 'Forrige spørgsmål',
  backToLast: 'Ret dit sidste svar',
  answers: 'Dine svar',
  change: 'Ret',
  changeWhich: (question: string) => ` svaret på: ${question}`,
  again: 'Begynd forfra',
  another: 'Tag en ny oplysning',
  questionBasis: 'Spørgsmålet bygger på',
  answerBasis: 'Svaret bygger på',
  rule: 'Reglen bag spørgsmålet',
  order: 'Rækkefølgen af spørgsmålene',
  decided: 'Det afgjorde svaret',
  now: 'Det gør du nu',
  askAbout: (certainty: keyof typeof CERTAINTY_NAMES) => `${CERTAINTY_NAMES[certainty]} – spørg en jurist`,
  note: 'Skriv ned',
  noteWhere: 'Skriv det i din egen myndigheds system, ikke her.',
  print: 'Udskriv svaret',
  paper: 'Arket er uden navne. Skriver du på det, hører det til i sagen hos din egen myndighed.',
  notAdvice:
    'Guiden hjælper dig med at tænke dig om. Den er ikke juridisk rådgivning, og svaret er ikke bedre end de svar, du gav.',
} as const;
