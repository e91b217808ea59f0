import type { Aim, Fault, Ground, Rating, Verdict } from './judgement.ts';
import type { Fact } from './schema.ts';

/** The steps of "Må jeg dele denne oplysning?" (retsgrundlag.md 2.8; src/content/decision-steps.yaml). */
export type StepId = `S${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

/**
 * Where the walk ends. `HANDL` is S0 and no `PLIGT`: it rests on nobody's duty to tell, is never a fault to have acted on,
 * and no ground, consent or lawyer comes before it.
 */
export type SharingResult = 'HANDL' | 'PLIGT' | 'SAMTYKKE' | 'PSP' | 'ANDEN' | 'IKKE' | 'JURIST';

/** Step that decided and result, as they occur together; disclosure.da.ts has a sentence for each. */
export type SharingEnd =
  | { readonly step: 'S0'; readonly result: 'HANDL' }
  | { readonly step: 'S1'; readonly result: 'PLIGT' }
  | { readonly step: 'S3'; readonly result: 'SAMTYKKE' }
  | { readonly step: 'S5' | 'S6'; readonly result: 'IKKE' }
  | { readonly step: 'S7'; readonly result: 'JURIST' }
  | { readonly step: 'S8'; readonly result: 'IKKE' | 'SAMTYKKE' | 'ANDEN' }
  | { readonly step: 'S9'; readonly result: 'PSP' | 'SAMTYKKE' | 'ANDEN' | 'JURIST' }
  | { readonly step: 'S10'; readonly result: 'PSP' }
  | { readonly step: 'S11'; readonly result: 'ANDEN' };
export type SilenceEnd = Extract<SharingEnd, { step: 'S0' | 'S1' | 'S3' | 'S10' | 'S11' }>;

/** What keeps an allowed sharing from being the best one. */
export type Remark =
  | 'other-ground'
  | 'asked'
  | 'no-consent'
  | 'aim'
  | 'waits'
  | 'duty-waits'
  | 'too-long'
  | 'too-short';

/** Who tells a fact, or is told it. */
export interface Party {
  readonly seat: string;
  readonly authority: 'politi' | 'kommune' | 'psykiatri' | 'kif' | 'andre';
}

export interface SharingQuestion {
  readonly fact: Pick<Fact, 'holder' | 'kind' | 'need' | 'short' | 'recipients' | 'duty' | 'otherGround'>;
  /** Who tells it: not always its holder, since one may pass on what one has been told. */
  readonly from: Party;
  readonly to: Party;
  readonly form: 'full' | 'short';
  /** What the one who shares says that it is for, and rests it on. */
  readonly aim: Aim;
  readonly ground: Ground;
  /** Whether the citizen has said yes in this case. */
  readonly consent: boolean;
  /** Whether somebody's life or health is in danger now. */
  readonly danger: boolean;
}

export type SharingJudgement = SharingEnd & {
  readonly verdict: Verdict;
  /** Whether the recipient needs just this, in no longer form. */
  readonly necessary: boolean;
  /** Ids of provisions in src/content/law. */
  readonly basis: readonly string[];
  readonly fault: Fault | null;
  readonly rating: Rating;
  readonly remark: Remark | null;
};

/** No verdict: only an unmet duty (S1) breaks a rule (§ 115, stk. 4). */
export type SilenceJudgement = SilenceEnd & Pick<SharingJudgement, 'necessary' | 'basis' | 'fault' | 'rating'>;

type Rated = Pick<SharingJudgement, 'rating' | 'fault' | 'remark'>;
type Fit = 'none' | 'fits' | 'too-long' | 'too-short';

const BEST: Rated = { rating: 'best', fault: null, remark: null };
const acceptable = (remark: Remark): Rated => ({ rating: 'acceptable', fault: null, remark });
const poor = (fault: Fault, remark: Remark | null = null): Rated => ({ rating: 'poor', fault, remark });

const DANGER = ['pl-5', 'sul-43-2-2'] as const;
/** A citizen's yes about a person can be taken back by GDPR art. 7(3), to which fvl § 28(1) points; § 28(3) is about other facts. */
const CONSENT = ['dbf-7-3', 'sul-43'] as const;

/**
 * Judges the telling of one fact to one recipient by S0–S14, with what is so in the case deciding the law and what the
 * learner says deciding the rating:
 * - S0 and S1 come first whatever is said; a wrong ground there costs no more than "acceptable", save to wait for a lawyer
 *   while somebody is in danger.
 * - S6: an aim that is partly investigation is a yes. Only another rule that is relied on carries it (S11), never § 115,
 *   nor a consent given for help.
 * - S3: a consent that does not exist is poor (`retssikkerhed`), since the others are told something untrue; the sharing
 *   is still as lawful as § 115 makes it.
 * - S7: whether KiF and others are in the circle of § 115 is open law (2.5), and the one who gives counts as much as the one
 *   who gets: between KiF and psychiatry neither no. 2 nor no. 3 is a safe ground, whichever way it goes. Asking a lawyer
 *   is best there and nothing that is needed is unlawful. What is not needed is unlawful whether they are in the circle
 *   (S8) or out of it (S11).
 * - S8: what is not needed has no ground in § 115. A consent still makes it lawful, and another rule perhaps, but it is
 *   told for nothing (dbf-5).
 * - S9: the short form was enough. 2.8 lets S8 and S11 alone take the ground away, and that dbf-5 measures PSP is an
 *   interpretation (2.3, no. 12): poor, and contestable rather than unlawful.
 * - Another rule than § 115 (`otherGround`) is the holder's: who passes a fact on has no part in it. A duty is met whoever
 *   tells, and broken by the holder alone (judgeSilence).
 * - To ask a lawyer tells nothing until the answer has come (state.ts): a duty cannot wait for that.
 */
export function judgeSharing(question: SharingQuestion): SharingJudgement {
  const { fact, from, to, aim, ground, consent, danger } = question;
  const fit = fitOf(question);
  const necessary = fit === 'fits' || fit === 'too-short';
  const isOpen = isOutside(from) || isOutside(to);
  const other = otherRule(fact, from, to);
  const reliesOnOther = ground === 'other-rule' && other !== null;
  const reliesOnConsent = ground === 'consent' && consent;

  if (danger && fit !== 'none')
    return {
      step: 'S0',
      result: 'HANDL',
      verdict: 'lawful',
      necessary,
      basis: DANGER,
      ...ratedInDanger(question, fit),
    };
  if (fact.duty?.to.includes(to.seat)) {
    const rated = ratedAsDuty(question);
    return { step: 'S1', result: 'PLIGT', verdict: 'duty', necessary: true, basis: fact.duty.basis, ...rated };
  }

  const refused = { result: 'IKKE', verdict: 'unlawful', necessary } as const;
  if (aim === 'investigate' || aim === 'other') {
    // The need in the case is need of help, and does not measure what another rule lets through.
    if (reliesOnOther) return { step: 'S11', result: 'ANDEN', verdict: 'lawful', necessary, basis: other, ...BEST };
    // S6 is for every answer (2.8, notes), but S3 comes before S5: a yes may be to something else than help.
    if (aim === 'investigate') return { ...refused, step: 'S6', basis: ['rpl-115-2'], ...poor('formaalsfejl') };
    if (!reliesOnConsent) return { ...refused, step: 'S5', basis: ['rpl-115-1-2'], ...poor('formaalsfejl') };
  }

  if (fit === 'none') {
    const needless = { step: 'S8', necessary, ...poor('overdeling') } as const;
    if (reliesOnConsent) return { ...needless, result: 'SAMTYKKE', verdict: 'lawful', basis: ['dbf-7-3', 'dbf-5'] };
    // The rules of S11 ask for need as well, each in its own words (sul-43-2-2, psl-13-c).
    if (reliesOnOther) return { ...needless, result: 'ANDEN', verdict: 'contestable', basis: [...other, 'dbf-5'] };
    if (isOpen && ground === 'ask-lawyer') return { ...openLaw(necessary), ...acceptable('asked') };
    return { ...needless, result: 'IKKE', verdict: 'unlawful', basis: ['rpl-115-1', 'dbf-5'] };
  }

  // What carries it: in the circle § 115 unless something else is relied on; outside, whatever the case has.
  const byConsent = reliesOnConsent || (isOpen && consent && !reliesOnOther);
  const byOther = other !== null && (reliesOnOther || (isOpen && !byConsent));
  if (fit === 'too-long') {
    const isAsking = isOpen && ground === 'ask-lawyer';
    const long = { step: 'S9', verdict: 'contestable', necessary } as const;
    const rated = isAsking ? acceptable('too-long') : poor('overdeling');
    if (byConsent) return { ...long, result: 'SAMTYKKE', verdict: 'lawful', basis: ['dbf-7-3', 'dbf-5'], ...rated };
    if (byOther) return { ...long, result: 'ANDEN', basis: [...other, 'dbf-5'], ...rated };
    if (isOpen) return { ...long, result: 'JURIST', basis: ['rpl-115-2', 'dbf-5'], ...rated };
    return { ...long, result: 'PSP', basis: ['rpl-115-1', 'dbf-5'], ...rated };
  }
  const lawful = { verdict: 'lawful', necessary } as const;
  const asking: readonly Ground[] = isOpen ? ['ask-lawyer'] : [];
  if (byConsent) {
    const rated = ratedByGround(question, ['consent', ...asking], fit);
    return { ...lawful, step: 'S3', result: 'SAMTYKKE', basis: CONSENT, ...rated };
  }
  if (byOther) {
    const rated = ratedByGround(question, ['other-rule', ...asking], fit);
    return { ...lawful, step: 'S11', result: 'ANDEN', basis: other, ...rated };
  }
  if (isOpen) return { ...openLaw(necessary), ...ratedByGround(question, asking, fit) };
  const rated = ratedByGround(question, ['psp'], fit);
  return { ...lawful, step: 'S10', result: 'PSP', basis: ['rpl-115-1-2', 'rpl-115-2'], ...rated };
}

/**
 * Judges that a fact was kept from somebody who was there; null when nothing was called for. Silence is a professional
 * fault at most (§ 115, stk. 4), except that a duty was not met: `PLIGT`, named before danger since it alone breaks a rule.
 * What KiF and others did not give or get is no fault unless a consent or another rule makes the law clear (2.5). The duty
 * is the holder's: who has only been told may count on the one whose fact it is.
 */
export function judgeSilence({
  fact,
  from,
  to,
  danger,
  consent = false,
}: Pick<SharingQuestion, 'fact' | 'from' | 'to' | 'danger'> & {
  readonly consent?: boolean;
}): SilenceJudgement | null {
  const missed = { necessary: true, rating: 'poor', fault: 'underdeling' } as const;
  if (from.seat === fact.holder && fact.duty?.to.includes(to.seat))
    return { ...missed, step: 'S1', result: 'PLIGT', basis: fact.duty.basis };
  if (!isNeeded(fact, to)) return null;
  if (danger) return { ...missed, step: 'S0', result: 'HANDL', basis: DANGER };
  if (!isOutside(from) && !isOutside(to)) return { ...missed, step: 'S10', result: 'PSP', basis: ['rpl-115-4'] };
  if (consent) return { ...missed, step: 'S3', result: 'SAMTYKKE', basis: CONSENT };
  const other = otherRule(fact, from, to);
  if (other) return { ...missed, step: 'S11', result: 'ANDEN', basis: other };
  return null;
}

/** Whether somebody's place in the circle of § 115, stk. 1, nr. 2, is unsettled or none (2.5). */
function isOutside({ authority }: Party): boolean {
  return authority === 'kif' || authority === 'andre';
}

function otherRule({ otherGround, holder }: SharingQuestion['fact'], from: Party, to: Party): readonly string[] | null {
  return otherGround && from.seat === holder && otherGround.to.includes(to.seat) ? otherGround.basis : null;
}

/** `later` is not yet needed. */
function isNeeded({ need, recipients }: SharingQuestion['fact'], { seat }: Party): boolean {
  return (need === 'yes' || need === 'part') && recipients.includes(seat);
}

function fitOf({ fact, to, form }: SharingQuestion): Fit {
  if (!isNeeded(fact, to)) return 'none';
  if (fact.need === 'part' && form === 'full' && fact.short !== undefined) return 'too-long';
  return fact.need === 'yes' && form === 'short' ? 'too-short' : 'fits';
}

const openLaw = (necessary: boolean) =>
  ({ step: 'S7', result: 'JURIST', verdict: 'contestable', necessary, basis: ['rpl-115-2', 'rpl-115-3'] }) as const;

/** How well the stated ground fits a sharing that the law allows, or leaves open. */
function ratedByGround({ ground, consent }: SharingQuestion, fitting: readonly Ground[], fit: Fit): Rated {
  if (ground === 'consent' && !consent) return poor('retssikkerhed', 'no-consent');
  if (!fitting.includes(ground)) return acceptable(ground === 'ask-lawyer' ? 'asked' : 'other-ground');
  return fit === 'too-short' ? acceptable('too-short') : BEST;
}

/** Nobody weighs words in danger: what is said in too many of them is still all right. */
function ratedInDanger({ aim, ground, consent }: SharingQuestion, fit: Fit): Rated {
  if (ground === 'ask-lawyer') return poor('passivitet', 'waits');
  if (ground === 'consent' && !consent) return acceptable('no-consent');
  if (aim === 'investigate' || aim === 'other') return acceptable('aim');
  return fit === 'too-long' || fit === 'too-short' ? acceptable(fit) : BEST;
}

/** A duty has its own measure of what must be told, so need and form are not weighed. */
function ratedAsDuty({ aim, ground, consent }: SharingQuestion): Rated {
  if (ground === 'consent' && !consent) return acceptable('no-consent');
  // Asking tells nothing yet, and a duty that is not met is never half right.
  if (ground === 'ask-lawyer') return poor('passivitet', 'duty-waits');
  if (ground !== 'duty') return acceptable('other-ground');
  return aim === 'investigate' ? acceptable('aim') : BEST;
}
