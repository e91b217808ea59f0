import type { DecisionStepId, SharingJudgement, SilenceJudgement } from './disclosure.ts';

/** Why a sharing was judged as it was, by the step that decided; one or two sentences for the learner. */
const SHARED: Record<DecisionStepId, string> = {
  S0: 'Der er fare nu. Det, der kan afværge den, siges først og til dem, der kan handle.',
  S1: 'Her er det en pligt at give oplysningen videre. Pligten går forud for PSP.',
  S3: 'Borgeren har sagt ja til det, og et ja kan trækkes tilbage igen.',
  S6: 'Formålet er helt eller delvist at opklare noget strafbart. Det kan PSP ikke bruges til, heller ikke når det kun er en del af hensigten.',
  S7: 'Loven er åben for den modtager. Spørg juristen, eller bed borgeren om et ja.',
  S8: 'Oplysningen vejes for sig: Det afgørende er, om modtageren skal bruge den for at løse sin del.',
  S9: 'Den korte udgave er nok. Resten gør ingen forskel for det, modtageren skal.',
  S10: 'Der er ingen pligt til at dele efter § 115, stk. 4.',
  S11: 'Her er det en anden regel end § 115, der afgør det.',
};

/** A sentence for a judged sharing or silence. */
export function explanation(judgement: SharingJudgement | SilenceJudgement): string {
  const { step, rating, outcome, necessary } = judgement;
  if (!('verdict' in judgement)) {
    if (step === 'S1') return 'Det var en pligt at give den videre.';
    if (step === 'S0') return 'Der var fare, og oplysningen kunne have hjulpet med at afværge den.';
    return 'Det er lovligt at tie (§ 115, stk. 4), men den, der skulle handle, manglede den.';
  }
  if (step === 'S8' && !necessary)
    return 'Modtageren skal ikke bruge den for at løse sin del. Så er der ikke lov til at dele den i PSP.';
  if (step === 'S11' && outcome === 'IKKE')
    return 'Formålet er hverken hjælp eller forebyggelse, og så kan § 115 ikke bruges.';
  if (step === 'S8' && rating === 'best')
    return 'Modtageren skal bruge den for at løse sin del, og det er nok til § 115.';
  return rating === 'acceptable' && step !== 'S7'
    ? `${SHARED[step]} Du nævnte et andet grundlag, end det bygger på.`
    : SHARED[step];
}
