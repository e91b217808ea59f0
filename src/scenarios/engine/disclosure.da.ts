import type { Remark, SharingEnd, SharingJudgement, SilenceEnd, SilenceJudgement } from './disclosure.ts';

type KeyOf<End extends SharingEnd> = End extends { step: infer S extends string; result: infer R extends string }
  ? `${S} ${R}`
  : never;

/** Why a sharing was judged as it was: one sentence for each step that decides and what it decides. */
export const SHARED: Record<KeyOf<SharingEnd>, string> = {
  'S0 HANDL': 'Der er fare nu, og det, der kan afværge den, siges først og til dem, der kan handle.',
  'S1 PLIGT': 'En lov siger, at oplysningen skal gives videre her, og den pligt går forud for PSP.',
  'S3 SAMTYKKE': 'Borgeren har sagt ja til, at det deles, og kan trække sit ja tilbage igen.',
  'S5 IKKE': 'Formålet er hverken hjælp eller forebyggelse for netop denne borger, og så kan § 115 ikke bruges.',
  'S6 IKKE':
    'Formålet er helt eller delvist at opklare noget strafbart, og det må PSP ikke bruges til, heller ikke når borgeren også får hjælp.',
  'S7 JURIST':
    'Det er ikke afklaret, om § 115 dækker, når en af jer er KiF eller en anden uden for de tre myndigheder, så spørg en jurist, eller spørg borgeren (fortolkning).',
  'S8 IKKE': 'Modtageren skal ikke bruge oplysningen for at løse sin del, og så giver § 115 ikke lov til at dele den.',
  'S8 SAMTYKKE':
    'Borgerens ja gør det lovligt, men modtageren skal ikke bruge oplysningen, og så er der delt mere, end der var brug for.',
  'S8 ANDEN':
    'Også en anden regel end PSP spørger, om det er nødvendigt, og modtageren skal ikke bruge oplysningen til sin del (fortolkning).',
  'S9 PSP':
    'Modtageren skal bruge noget af det, men den korte udgave var nok, og om resten er nødvendig, kan diskuteres (fortolkning).',
  'S9 SAMTYKKE': 'Borgerens ja gør det lovligt, men den korte udgave var nok til det, modtageren skal.',
  'S9 ANDEN':
    'En anden regel end PSP giver lov, men den korte udgave var nok, og om resten er nødvendig, kan diskuteres (fortolkning).',
  'S9 JURIST': 'Det er ikke afklaret, om § 115 dækker her, og den korte udgave var i hvert fald nok (fortolkning).',
  'S10 PSP': 'Modtageren skal bruge netop det for at hjælpe borgeren, så det må deles i PSP, men det er ingen pligt.',
  'S11 ANDEN': 'Det er en anden regel end § 115, der giver lov, og dens egne betingelser gælder.',
};

/** The same for what was kept back. Only the first is a breach of a rule. */
export const KEPT: Record<KeyOf<SilenceEnd>, string> = {
  'S1 PLIGT': 'Det var en pligt at give oplysningen videre, så her var det ikke lovligt at tie.',
  'S0 HANDL': 'Der var fare, og oplysningen kunne have hjulpet med at afværge den.',
  'S3 SAMTYKKE':
    'Det er lovligt at tie (§ 115, stk. 4), men borgeren havde sagt ja, og den, der skulle handle, manglede oplysningen.',
  'S10 PSP': 'Det er lovligt at tie (§ 115, stk. 4), men den, der skulle handle, manglede oplysningen.',
  'S11 ANDEN':
    'Det er ikke PSP, der giver lov til at dele den her, men det gør en anden regel, og den, der skulle handle, manglede oplysningen.',
};

/** What kept an allowed sharing from being the best one. */
export const REMARKS: Record<Remark, string> = {
  'other-ground': 'Du nævnte et andet grundlag end det, der passer her.',
  asked: 'Du ville spørge en jurist først, og det kan du altid gøre, men her er svaret klart nok til at handle.',
  'no-consent': 'Du byggede på et ja, som borgeren ikke har givet til det her.',
  aim: 'Formålet, du nævnte, er et andet end det, der gør det lovligt.',
  waits: 'Når der er fare, venter hjælpen ikke på en jurist.',
  'duty-waits':
    'Pligten venter ikke på et møde eller på en jurist: Er du i tvivl om den, så få svar samme dag, og giv besked.',
  'too-long': 'Færre ord havde været nok.',
  'too-short': 'Modtageren skal bruge mere end den korte udgave.',
};

/** Where the law is open a question to a lawyer is no detour; the fact was needless. */
const ASKED_WISELY = 'Godt, at du ville spørge en jurist, men modtageren skal ikke bruge oplysningen.';

/** A wrong aim decides before need does; without this the learner would think that the aim was all. */
const NEEDLESS_TOO = 'Modtageren skulle heller ikke bruge oplysningen til sin del.';

/** Why a sharing or a silence was judged as it was, for the one who played. */
export function explanation(judgement: SharingJudgement | SilenceJudgement): string {
  if (!('verdict' in judgement)) return KEPT[keyOf(judgement)];
  const sentence = SHARED[keyOf(judgement)];
  const { step, result, remark, necessary } = judgement;
  if ((step === 'S5' || step === 'S6') && result === 'IKKE' && !necessary) return `${sentence} ${NEEDLESS_TOO}`;
  // Where the law is open no ground is the wrong one; the sentence has already said what to do.
  if (remark === null || (step === 'S7' && remark === 'other-ground')) return sentence;
  if (step === 'S7' && remark === 'asked') return `${sentence} ${ASKED_WISELY}`;
  return `${sentence} ${REMARKS[remark]}`;
}

/** Sound because `End` pairs step and result; the compiler cannot follow a pair through a template. */
function keyOf<End extends SharingEnd>({ step, result }: End): KeyOf<End> {
  return `${step} ${result}` as KeyOf<End>;
}
