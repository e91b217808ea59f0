import type { Knowledge } from '#src/scenarios/engine/debrief.ts';
import type { CommitPart, Debrief, Instead } from '#src/scenarios/engine/index.ts';
import type { Verdict } from '#src/scenarios/engine/judgement.ts';
import { capitalised, danishList, danishNumber, quoted, uncapitalised } from '../look/danish.ts';
import type { IconName } from '../look/icons.ts';
import type { Seats } from './seats.ts';

type Mark = { readonly label: string; readonly icon?: IconName; readonly kind?: 'full' | 'yes' | 'no' | 'dash' };

export const VALENCES: Record<Debrief['outcome']['valence'], Mark & { readonly short: string }> = {
  good: { label: 'Godt udfald', short: 'Godt', icon: 'check', kind: 'full' },
  mixed: { label: 'Blandet udfald', short: 'Blandet', icon: 'half' },
  bad: { label: 'Dårligt udfald', short: 'Dårligt', kind: 'dash' },
};

export const VERDICTS: Record<Verdict, Mark> = {
  lawful: { label: 'Lovligt', icon: 'check', kind: 'yes' },
  unlawful: { label: 'Ikke lovligt', icon: 'stop', kind: 'no' },
  contestable: { label: 'Kan diskuteres', icon: 'half', kind: 'dash' },
  duty: { label: 'Pligt', icon: 'check', kind: 'yes' },
};

/** Shapes of the knowledge matrix. Only what went wrong carries a word in the cell. */
export const KNOWLEDGE: Record<
  Knowledge['kind'],
  { readonly icon: IconName; readonly key: string; readonly word?: string }
> = {
  knew: { icon: 'dot', key: 'Vidste det fra start' },
  met: { icon: 'ring', key: 'Fik det selv at se eller høre undervejs' },
  told: { icon: 'told', key: 'Fik det at vide' },
  short: { icon: 'told-short', key: 'Fik det at vide i kort form' },
  unaware: { icon: 'dash', key: 'Vidste det ikke' },
  missed: { icon: 'gap', key: 'Manglede det', word: 'Manglede' },
  needless: { icon: 'over', key: 'Fik mere, end der var brug for', word: 'For meget' },
};

/** A cell as a sentence for those who do not see its shape. */
export function spokenKnowledge(cell: Knowledge, giver: string | undefined): string {
  const from = 'from' in cell && giver ? ` af ${giver}${cell.day ? `, ${uncapitalised(cell.day)}` : ''}` : '';
  if (cell.kind === 'told' || cell.kind === 'short') return `${uncapitalised(KNOWLEDGE[cell.kind].key)}${from}`;
  if (cell.kind === 'met')
    return `fik det selv at se eller høre${cell.day ? `, ${uncapitalised(cell.day)}` : ' undervejs'}`;
  if (cell.kind === 'needless') return `fik mere${from}, end der var brug for`;
  return uncapitalised(KNOWLEDGE[cell.kind].key);
}

const facts = (list: Debrief['under']['facts']) => danishList(list.map(({ text: fact }) => quoted(fact)));
const all = (count: number) => (count === 2 ? 'begge' : `alle ${danishNumber(count)}`);

/** A count and what it counts. */
export interface Counted {
  readonly count: string;
  readonly line: string;
}

/** Under-sharing in a sentence; counts are facts, never a score. */
export function underLine({ facts: missing, of, partly }: Debrief['under']): Counted {
  if (of === 0) return { count: '', line: 'Du havde ingen oplysninger, som de andre manglede.' };
  if (missing.length > 0 && of === 1)
    return { count: '', line: `Den ene nødvendige oplysning nåede ikke frem: ${facts(missing)}.` };
  if (missing.length > 0)
    return { count: `${missing.length} af ${of}`, line: `nødvendige oplysninger nåede ikke frem: ${facts(missing)}.` };
  return {
    count: '',
    line: `${of === 1 ? 'Den ene nødvendige oplysning' : `${capitalised(all(of))} nødvendige oplysninger`} nåede frem${
      partly.length > 0 ? `, men ikke til alle, der havde brug for ${of === 1 ? 'den' : 'dem'}: ${facts(partly)}` : ''
    }.`,
  };
}

export function overLine({ facts: given, of }: Debrief['over']): Counted {
  if (of === 0) return { count: '', line: 'Du havde ingen oplysninger, som skulle holdes tilbage.' };
  if (given.length > 0 && of === 1)
    return {
      count: '',
      line: `Den ene oplysning, som kunne holdes tilbage eller kortes ned, blev delt: ${facts(given)}.`,
    };
  if (given.length > 0)
    return {
      count: `${given.length} af ${of}`,
      line: `oplysninger, som kunne holdes tilbage eller kortes ned, blev delt: ${facts(given)}.`,
    };
  return {
    count: '',
    line:
      of === 1
        ? 'Den ene oplysning, som ingen havde brug for i sin helhed, blev hos dig eller blev kortet ned.'
        : `${capitalised(all(of))} oplysninger, som ingen havde brug for i deres helhed, blev hos dig eller blev kortet ned.`,
  };
}

/** What would have been done instead, after "kunne du have": of a round what should also have been told, or kept. */
export function otherWay(instead: Instead, seats: Seats): string {
  if (instead.kind === 'choice') return `valgt ${quoted(instead.text)}`;
  const named = (pairs: typeof instead.tell) =>
    danishList(
      [...Map.groupBy(pairs, ({ text: fact }) => fact)].map(
        ([fact, to]) => `${quoted(fact)} til ${danishList(to.map((pair) => seats[pair.to]?.definite ?? pair.to))}`,
      ),
    );
  const tell = instead.tell.length > 0 ? `sagt ${named(instead.tell)}` : '';
  const keep = instead.keep.length > 0 ? `ladet være med at sige ${named(instead.keep)}` : '';
  const aim = instead.aim === null ? '' : `med formålet ${quoted(instead.aim)}`;
  const ground = instead.ground === null ? '' : `på grundlaget ${quoted(instead.ground)}`;
  const said = [tell, keep].filter((part) => part !== '').join(' og ');
  const why = [aim, ground].filter((part) => part !== '').join(' og ');
  return [said, why].filter((part) => part !== '').join(', ');
}

/** The four parts of a meeting's end, as headings when one looks back. */
export const PARTS: Record<CommitPart, string> = {
  responsible: 'Handlingsansvar',
  next: 'Næste skridt',
  fallback: 'Hvis planen skrider',
  citizen: 'Borgeren med',
};

/** The smallest change, in two or three sentences. */
export function changeLine(
  { title, day, instead, changes, further }: NonNullable<Debrief['counterfactual']>,
  seats: Seats,
): string {
  const where = day ? `${quoted(title)} (${uncapitalised(day)})` : quoted(title);
  const other = otherWay(instead, seats);
  // A choice that ends in a question mark or the like ends the sentence too.
  const chosen = /[?!]‹?«$/.test(other) ? other : `${other}.`;
  const rest =
    changes === 1
      ? 'Alle dine andre valg kunne stå.'
      : `Det kræver ${danishNumber(changes)} andre valg i alt, og det her er det første.`;
  const met =
    further === 1
      ? 'ét nyt valg, og det skulle også være godt'
      : `${danishNumber(further)} nye valg, og de skulle også være gode`;
  const beyond = further > 0 ? ` Undervejs ville du have mødt ${met}.` : '';
  return `I ${where} kunne du have ${chosen} Så kunne sagen være endt godt. ${rest}${beyond}`;
}

export const text = {
  before: 'Læs, hvad der var sket',
  last: 'Læs, hvad der skete til sidst',
  back: 'Min læring',
  cases: 'Sager',
  debrief: 'Gennemgang',
  satAs: 'Du sad som',
  constructed: 'Konstrueret sag',
  happened: '1. Hvad skete der?',
  youChose: 'Du valgte',
  yourReason: 'Din begrundelse',
  otherWay: 'En anden vej: Her kunne du have',
  deleteOwn: 'Slet din begrundelse',
  whyYou: 'Hvorfor valgte du det?',
  duty: 'En pligt.',
  unmet: 'Det, der skulle have været givet videre',
  unmetLine: (to: readonly string[]) =>
    `${capitalised(danishList(to))} fik det aldrig at vide fra dig. Det er en pligt efter loven, og den står ved magt, hvordan sagen end gik.`,
  askedFirst: {
    came: 'Du ville spørge en jurist først, så intet blev sagt her. Det blev sagt, da svaret kom, så langt svaret rakte.',
    refused: 'Du ville spørge en jurist først, så intet blev sagt her. Svaret kom, men gav ikke lov til at sige noget af det.',
    never: 'Du ville spørge en jurist først, så intet blev sagt her. Svaret nåede ikke at komme, før sagen sluttede.',
  },
  askedAbout: 'Det, du ville spørge om lov til at dele',
  panel: 'Forfatternes uenighed',
  panelConstructed: 'Tallene er forfatternes bud. Når ti fagfolk har svaret, står deres svar her i stedet.',
  panelLine: (votes: number, all: number) => `${votes} af ${all}`,
  told: 'Det sagde du',
  toldNothing: 'Du sagde ikke noget.',
  kept: 'Det sagde du ikke',
  to: (names: readonly string[]) => `til ${danishList([...names])}`,
  aim: 'Formål',
  ground: 'Grundlag',
  fromHere: 'Prøv herfra igen',
  twin: 'En anden sag med de samme tegn:',
  why: '2. Hvorfor?',
  under: 'Delt for lidt',
  over: 'Delt for meget',
  underLabel: (count: number, of: number) =>
    of === 1
      ? `Den ene nødvendige oplysning nåede ${count === 1 ? 'ikke ' : ''}frem`
      : `${count} af ${of} nødvendige oplysninger nåede ikke frem`,
  overLabel: (count: number, of: number) =>
    of === 1
      ? `Den ene oplysning blev ${count === 1 ? '' : 'ikke '}delt for meget`
      : `${count} af ${of} oplysninger blev delt for meget`,
  matrix: 'Hvem vidste hvad til sidst?',
  fact: 'Oplysning',
  choices: 'Dine valg, ét for ét',
  choicesLine: 'Hver mulighed har sin begrundelse, også dem du ikke valgte.',
  decision: (number: number, title: string) => `Beslutning ${number}: ${title}`,
  next: '3. Næste gang',
  smallest: 'Den mindste ændring',
  noChange: 'Vi fandt ingen vej til en god slutning ved at ændre dine valg. Spil sagen igen, og prøv noget helt andet.',
  wellDone: 'Sagen endte godt. Spil den fra en anden plads ved bordet, og se, hvad de andre vidste.',
  replay: 'Spil sagen igen',
  otherSeat: 'Prøv en anden plads',
  print: 'Udskriv gennemgangen',
  basis: 'Dine valg bygger på',
  track: 'Dit spor blandt de mulige',
  trackKey: 'Fed streg er dit spor. Tynde streger er de andre valg, du havde.',
  trackChange: 'Stiplet er den mindste ændring til en god slutning.',
  you: 'Du',
  spokenTrack: (decisions: number, outcome: string) =>
    `Dit spor gik gennem ${decisions === 1 ? 'én beslutning' : `${danishNumber(decisions)} beslutninger`} til et ${outcome.toLowerCase()}.`,
  spokenChange: (number: number) => `Fra beslutning ${number} førte en anden vej til et godt udfald.`,
  edition: (version: string, date: string) =>
    `Konstrueret sag, udgave ${version}. Loven er læst ${date}. Ikke gennemset af en jurist.`,
} as const;
