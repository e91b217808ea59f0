import { judgeSharing, judgeSilence, type SharingJudgement, type SilenceJudgement } from './disclosure.ts';
import type { Fault, Ground, Rating } from './judgement.ts';
import { type Option, weakest } from './options.ts';
import type { Fact, Scenario, SharingNode } from './schema.ts';
import { readShareText, type Sharing } from './share-text.ts';
import { hasArisen, holds, type Situation } from './state.ts';

/** One fact that lies on the table, in the forms that the seat can give it in. */
export interface Shareable {
  readonly fact: string;
  readonly full: string | null;
  readonly short: string | null;
}

/** What a seat can tell in a round: only what it knows there, and no longer than it was told it. */
export function shareablesIn(
  scenario: Scenario,
  { id, node }: { readonly id: string; readonly node: SharingNode },
  situation: Situation,
  seat: string,
): Shareable[] {
  return node.facts.flatMap((name): Shareable[] => {
    const fact = scenario.facts[name];
    if (!fact || !hasArisen(fact, { node: id, visited: situation.visited })) return [];
    if (!situation.knows.includes(`${seat}:${name}`)) return [];
    const isWhole =
      fact.holder === seat || situation.told.some((one) => one.to === seat && one.fact === name && one.form === 'full');
    return [{ fact: name, full: isWhole ? fact.text : null, short: fact.short ?? null }];
  });
}

/** Those whom a seat can tell something in a round. */
export function hearersIn(node: SharingNode, seat: string): string[] {
  return node.recipients.filter((one) => one !== seat);
}

/** A round as an option like any other; undefined when the text is none, or says what cannot be said here. */
export function roundOption(
  scenario: Scenario,
  at: { readonly id: string; readonly node: SharingNode },
  situation: Situation,
  seat: string,
  text: string,
): Option | undefined {
  const sharing = readShareText(text);
  const { node } = at;
  if (!sharing || !node.aims.some(({ aim }) => aim === sharing.aim)) return undefined;
  if (!node.grounds.some(({ ground }) => ground === sharing.ground)) return undefined;
  const facts = new Map(shareablesIn(scenario, at, situation, seat).map((one) => [one.fact, one]));
  const hearers = new Set(hearersIn(node, seat));
  const isPossible = sharing.shares.every(
    ({ fact, to, form }) => typeof facts.get(fact)?.[form] === 'string' && to.every((one) => hearers.has(one)),
  );
  if (!isPossible) return undefined;
  const { rating, faults } = judgeRound(scenario, at, situation, seat, sharing);
  const isAsking = sharing.ground === 'ask-lawyer' && sharing.shares.length > 0;
  return {
    id: text,
    text: roundText(scenario, sharing),
    set: {},
    // Who asks first tells nothing yet; the answer has a scene of its own, or does not come (state.ts).
    discloses: sharing.ground === 'ask-lawyer' ? [] : [...sharing.shares],
    reliesOn: [],
    // Who asks about nothing has kept silent.
    follows: (isAsking ? node.asked : undefined) ?? node.follows,
    rating,
    faults,
    evidence: rating === 'best' ? node.evidence : {},
    goto: node.goto,
  };
}

/** What a seat hears of another seat's round: what it is told, and nothing of what the others are. */
export function heardIn(scenario: Scenario, { discloses }: Pick<Option, 'discloses'>, seat: string): string {
  return roundText(scenario, { shares: discloses.filter(({ to }) => to.includes(seat)) });
}

/** What was told, in the facts' own words; empty when nothing was. */
function roundText({ facts }: Scenario, { shares }: Pick<Sharing, 'shares'>): string {
  return shares.map(({ fact, form }) => (form === 'short' ? facts[fact]?.short : facts[fact]?.text) ?? fact).join(' ');
}

export interface JudgedShare {
  readonly fact: string;
  readonly to: string;
  readonly form: 'full' | 'short';
  readonly judgement: SharingJudgement;
}

export interface JudgedSilence {
  readonly fact: string;
  readonly to: string;
  readonly judgement: SilenceJudgement;
}

export interface JudgedRound {
  readonly rating: Rating;
  readonly faults: readonly Fault[];
  readonly told: readonly JudgedShare[];
  /** Needed, known, and not told to who was there. */
  readonly kept: readonly JudgedSilence[];
}

/** Judges a round pair by pair (S0–S14); it is as good as its weakest pair. Who has been told before is not told too little. */
export function judgeRound(
  scenario: Scenario,
  { id, node }: { readonly id: string; readonly node: SharingNode },
  situation: Situation,
  seat: string,
  { aim, ground, shares }: Sharing,
): JudgedRound {
  const hasSaidYes = node.consent !== undefined && holds(node.consent.when, situation);
  const consents = (fact: string, to: string) =>
    hasSaidYes && node.consent?.covers.some((yes) => yes.facts.includes(fact) && yes.to.includes(to)) === true;
  const danger = node.danger !== undefined && holds(node.danger, situation);
  const standing = (to: string) => ({ seat: to, authority: scenario.roles[to]?.authority ?? ('andre' as const) });
  const told = shares.flatMap(({ fact: name, to, form }) => {
    const fact = scenario.facts[name];
    return fact
      ? to.map((one) => ({
          fact: name,
          to: one,
          form,
          judgement: judgeSharing({
            fact,
            from: standing(seat),
            to: standing(one),
            form,
            aim,
            ground,
            consent: consents(name, one),
            danger,
          }),
        }))
      : [];
  });
  const has = (fact: string, to: string) =>
    situation.knows.includes(`${to}:${fact}`) || told.some((one) => one.fact === fact && one.to === to);
  const kept = shareablesIn(scenario, { id, node }, situation, seat).flatMap(({ fact: name }): JudgedSilence[] => {
    const fact = scenario.facts[name] as Fact;
    return hearersIn(node, seat)
      .filter((to) => !has(name, to))
      .flatMap((to) => {
        const judgement = judgeSilence({
          fact,
          from: standing(seat),
          to: standing(to),
          danger,
          consent: consents(name, to),
        });
        return judgement ? [{ fact: name, to, judgement }] : [];
      });
  });
  const judgements = [...told, ...kept].map(({ judgement }) => judgement);
  return {
    rating: weakest(judgements.map(({ rating }) => rating)),
    faults: [...new Set(judgements.flatMap(({ fault }) => fault ?? []))],
    told,
    kept,
  };
}

/**
 * The round that gives exactly what is needed, in the shortest form that is enough; what a checker plays where nothing else
 * matters.
 * @param apart grounds that it may not rest on
 */
export function fairRound(
  scenario: Scenario,
  at: { readonly id: string; readonly node: SharingNode },
  situation: Situation,
  seat: string,
  apart: readonly Ground[] = [],
): Sharing {
  const { node } = at;
  const shares = shareablesIn(scenario, at, situation, seat).flatMap(({ fact: name, full, short }) => {
    const fact = scenario.facts[name];
    if (!fact) return [];
    const to = hearersIn(node, seat).filter(
      (one) =>
        fact.duty?.to.includes(one) || ((fact.need === 'yes' || fact.need === 'part') && fact.recipients.includes(one)),
    );
    const form = fact.need === 'part' && short !== null ? ('short' as const) : full !== null ? ('full' as const) : null;
    return to.length > 0 && form ? [{ fact: name, to, form }] : [];
  });
  // Said with the aim and the ground that fit it best, whatever the author's order.
  const grounds = node.grounds.filter(({ ground }) => !apart.includes(ground));
  const said = node.aims.flatMap(({ aim }) => grounds.map(({ ground }) => ({ aim, ground, shares })));
  const rated = said.map((sharing) => ({ sharing, ...judgeRound(scenario, at, situation, seat, sharing) }));
  const best = (['best', 'acceptable'] as const).flatMap(
    (rating) => rated.find((one) => one.rating === rating) ?? [],
  )[0];
  return best?.sharing ?? { aim: 'help', ground: 'psp', shares };
}
