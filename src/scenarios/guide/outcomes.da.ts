import type { Outcome } from './machine.ts';

/** What an outcome of the guide says; the steps themselves are in src/content/decision-steps.yaml. */
export interface OutcomeText {
  readonly title: string;
  readonly lead: string;
  /** What to do now, one sentence or two each. */
  readonly advice: readonly string[];
  /** What we are not sure of, and why; shown as something to ask a lawyer about. */
  readonly unsure?: { readonly line: string; readonly certainty: 'interpretation' | 'general-knowledge' };
}

export const OUTCOME_TEXTS: Record<Outcome, OutcomeText> = {
  HANDL: {
    title: 'Handl nu',
    lead: 'Ring 112, til læge eller politi. Sig det, som hjælpen skal bruge, og vent med resten.',
    advice: [
      'Spørg ikke en jurist først, og vent ikke på et møde.',
      'Når faren er ovre, begynder du forfra med resten: én oplysning ad gangen.',
    ],
  },
  ANONYMT: {
    title: 'Drøft det uden navn',
    lead: 'Så får du hjælp, uden at der er delt noget om nogen.',
    advice: [
      'Lad også alder, by og enkelte hændelser ude, hvis de røber, hvem det er.',
      'Bliver navnet nødvendigt undervejs, så stop, og begynd forfra her.',
    ],
  },
  PLIGT: {
    title: 'Du har pligt til at give den videre',
    lead: 'Følg den lov, der siger det, og ikke PSP. Pligten venter ikke på næste møde.',
    advice: [
      'Giv det, som loven beder om, til den, som loven peger på.',
      'Begynd bagefter forfra med resten af det, du ved.',
    ],
    unsure: {
      line: 'Svaret bygger på underretning om børn og unge under 18 år. Straffelovens § 141 og andre pligter kender vi ikke godt nok. Er det en af dem, du tænker på, så spørg en jurist samme dag.',
      certainty: 'general-knowledge',
    },
  },
  SAMTYKKE: {
    title: 'Del det, borgeren har sagt ja til',
    lead: 'Del ikke andet, og del det kun med dem, I har talt om. Borgeren kan trække sit ja tilbage.',
    advice: [
      'Deler en sundhedsperson efter sundhedsloven, skal et ja som udgangspunkt være skriftligt og stå i journalen.',
      'Også med et ja er det nok at sige det, modtageren skal bruge.',
    ],
    unsure: { line: 'Et ja er kun frivilligt, når et nej også ville have betydet noget.', certainty: 'interpretation' },
  },
  PSP: {
    title: 'Du må dele den i PSP, og kun den',
    lead: 'Efter dine svar giver § 115 lov til at dele denne ene oplysning med denne ene modtager. Du har ikke pligt til det.',
    advice: ['Sig, hvordan det går, og hvad der er brug for, hellere end en diagnose.'],
  },
  ANDEN: {
    title: 'Følg den anden regel',
    lead: 'Det er ikke PSP, der giver dig lov. Den anden regel har sine egne betingelser. Læs dem, før du deler.',
    advice: [
      'Find den regel i listen, som du mener passer, og læs, hvad den kræver.',
      'Sig det kun til den, som reglen peger på, og ikke til hele bordet.',
      'Er du i tvivl, om den passer, så spørg en jurist.',
    ],
  },
  IKKE: {
    title: 'Del den ikke',
    lead: 'Et nej til at dele er ikke et nej til borgeren. Se, hvad din egen myndighed kan gøre i dag.',
    advice: ['Sig til den, der spurgte, hvad du kan hjælpe med i stedet.'],
  },
  VENT: {
    title: 'Ret den, før du deler',
    lead: 'Du må godt dele oplysningen, men ikke som den er. En oplysning, der er forkert eller gammel, følger borgeren længe.',
    advice: [
      'Find ud af, hvad der er rigtigt nu, og hvem der har set det.',
      'Kan du ikke det i dag, så lad oplysningen ude, eller sig højt, hvor gammel den er, og at du er i tvivl.',
      'Begynd forfra her, når du har den rigtige.',
    ],
  },
  JURIST: {
    title: 'Spørg en jurist, før du deler',
    lead: 'Det er et godt svar, når reglen er uklar, eller noget taler imod.',
    advice: [
      'Stil spørgsmålet uden navn: Hvilken oplysning er det, hvem skal have den, og hvad skal den bruges til?',
      'Kommer nogen i fare imens, så handl med det samme.',
      'Se, hvad din egen myndighed kan gøre, mens du venter.',
    ],
  },
};

/** The note that ends every walk, also one that shares nothing (S14): field and what to write there. */
export const NOTE: readonly (readonly [field: string, hint: string])[] = [
  ['Hvad', 'Oplysningen, og om du delte den'],
  ['Til hvem', 'Den myndighed og den person, der fik den eller bad om den'],
  ['Hvorfor', 'Formålet i én sætning'],
  ['Hvornår', 'Dato og anledning'],
  ['Hvilken regel', 'Paragraffen, eller at ingen regel gav lov'],
  ['Handlingsansvar', 'Den myndighed, der tager næste skridt, og hvornår'],
];
