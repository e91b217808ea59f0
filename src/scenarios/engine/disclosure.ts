import type { Aim, Fault, Ground, Rating, Verdict } from './judgement.ts';
import type { Fact } from './schema.ts';

/** The steps of "Må jeg dele denne oplysning?" (retsgrundlag.md 2.8) that can decide a sharing. */
export type DecisionStepId = 'S0' | 'S1' | 'S3' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'S11';

/** Where the walk through the steps ends. `HANDL` is S0: act first. */
export type Outcome = 'HANDL' | 'PLIGT' | 'SAMTYKKE' | 'PSP' | 'ANDEN' | 'IKKE' | 'JURIST';

/** Whom a fact is told. */
export interface Recipient {
  readonly seat: string;
  readonly authority: 'politi' | 'kommune' | 'psykiatri' | 'kif' | 'andre';
}

type JudgedFact = Pick<Fact, 'holder' | 'kind' | 'need' | 'short' | 'recipients' | 'duty' | 'otherGround'>;

export interface SharingQuestion {
  readonly fact: JudgedFact;
  readonly to: Recipient;
  readonly form: 'full' | 'short';
  /** What the one who shares says that it is for, and rests it on. */
  readonly aim: Aim;
  readonly ground: Ground;
  /** Whether the citizen has said yes in this case. */
  readonly consent: boolean;
  /** Whether somebody's life or health is in danger now. */
  readonly danger: boolean;
}

export interface SharingJudgement {
  readonly verdict: Verdict;
  /** Whether the recipient needs just this, in this form. */
  readonly necessary: boolean;
  readonly outcome: Outcome;
  /** The step that decided. */
  readonly step: DecisionStepId;
  /** Ids of provisions. */
  readonly basis: readonly string[];
  readonly rating: Rating;
  readonly fault: Fault | null;
}

/** Silence is lawful (§ 115, stk. 4) unless a duty is unmet; it may still be a professional fault. */
export type SilenceJudgement = Omit<SharingJudgement, 'verdict'>;

const PSP = ['rpl-115-1-2', 'rpl-115-2'] as const;

/**
 * Judges the telling of one fact to one recipient by S0–S14. Duty and danger come before PSP whatever is said (S0, S1);
 * an aim that is partly investigation is a no in PSP (S6); KiF, practitioners, housing and others outside the circle are
 * open law under § 115 (S7, retsgrundlag 2.5); what is not needed is a no (S8), and so is more of it than is enough (S9).
 * A wrong stated ground for a sharing that is lawful by another makes it half right, never unlawful.
 */
export function judgeSharing(question: SharingQuestion): SharingJudgement {
  const { fact, to, form, aim, ground, consent, danger } = question;
  const isNeeded = (fact.need === 'yes' || fact.need === 'part') && fact.recipients.includes(to.seat);
  const isTooLong = isNeeded && fact.need === 'part' && form === 'full' && fact.short !== undefined;
  const necessary = isNeeded && !isTooLong;
  const lawful = (outcome: Outcome, step: DecisionStepId, basis: readonly string[], fits: readonly Ground[]) => ({
    verdict: 'lawful' as const,
    necessary,
    outcome,
    step,
    basis,
    rating: fits.includes(ground) ? ('best' as const) : ('acceptable' as const),
    fault: null,
  });
  const refused = (step: DecisionStepId, basis: readonly string[], fault: Fault): SharingJudgement => ({
    verdict: 'unlawful',
    necessary,
    outcome: 'IKKE',
    step,
    basis,
    rating: 'poor',
    fault,
  });

  if (danger && isNeeded) return lawful('HANDL', 'S0', ['sul-43-2-2', 'pl-5'], ['psp', 'other-rule', 'duty']);
  if (fact.duty?.to.includes(to.seat))
    return { ...lawful('PLIGT', 'S1', fact.duty.basis, ['duty']), verdict: 'duty', necessary: true };
  const other = fact.otherGround?.to.includes(to.seat) ? fact.otherGround.basis : null;
  // A "both" is a yes (2.8): another rule may carry an investigation, PSP and a consent given for help never do.
  if (aim === 'investigate')
    return other && ground === 'other-rule'
      ? lawful('ANDEN', 'S11', other, ['other-rule'])
      : refused('S6', ['rpl-115-2'], 'formaalsfejl');
  if (consent && ground === 'consent')
    return necessary
      ? lawful('SAMTYKKE', 'S3', ['fvl-28-3', 'sul-43'], ['consent'])
      : { ...lawful('SAMTYKKE', 'S3', ['fvl-28-3', 'dbf-5'], ['consent']), rating: 'acceptable' };
  if (other && ground === 'other-rule' && necessary) return lawful('ANDEN', 'S11', other, ['other-rule']);
  if (!isNeeded) return refused('S8', ['rpl-115-1-2', 'dbf-5'], 'overdeling');
  if (isTooLong) return refused('S9', ['rpl-115-2', 'dbf-5'], 'overdeling');
  if (aim === 'other') return refused('S11', PSP, 'formaalsfejl');
  if (to.authority === 'kif' || to.authority === 'andre') {
    if (other) return { ...lawful('ANDEN', 'S11', other, ['other-rule']), rating: 'acceptable' };
    return {
      verdict: 'contestable',
      necessary,
      outcome: 'JURIST',
      step: 'S7',
      basis: ['rpl-115-2', 'rpl-115-3'],
      rating: ground === 'ask-lawyer' ? 'best' : 'acceptable',
      fault: null,
    };
  }
  return lawful('PSP', 'S8', PSP, ['psp']);
}

/**
 * Judges that a fact was kept from somebody who was there. Null when nothing was called for.
 * An unmet duty is the only silence that breaks a rule (S1); what KiF and others outside the circle did not get is no
 * fault, since the law is open there (2.5).
 */
export function judgeSilence({
  fact,
  to,
  danger,
}: Pick<SharingQuestion, 'fact' | 'to' | 'danger'>): SilenceJudgement | null {
  const missed = { necessary: true, rating: 'poor' as const, fault: 'underdeling' as const };
  if (fact.duty?.to.includes(to.seat)) return { ...missed, outcome: 'PLIGT', step: 'S1', basis: fact.duty.basis };
  const isNeeded = (fact.need === 'yes' || fact.need === 'part') && fact.recipients.includes(to.seat);
  if (!isNeeded) return null;
  if (danger) return { ...missed, outcome: 'HANDL', step: 'S0', basis: ['sul-43-2-2'] };
  if (to.authority === 'kif' || to.authority === 'andre') return null;
  return { ...missed, outcome: 'PSP', step: 'S10', basis: ['rpl-115-4'] };
}
