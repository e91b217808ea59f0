import type { AnswerSet } from './answer-sets.ts';

/** Rounds of gradient ascent, step and pull towards zero; chosen so that a bank with a planted tone is read (see the test). */
const ROUNDS = 120;
const STEP = 0.5;
const PULL = 0.02;
/** A feature that a single option has can teach nothing about other sets. */
const LEAST_SEEN = 3;

/** Two readers: neither is the stronger in every bank, and a bank is only as safe as against the better of them. */
export const READERS = ['words', 'weights'] as const;
export type Reader = (typeof READERS)[number];

/** How a reader who has never seen the matter guessed in one set. */
export interface Guess {
  readonly set: AnswerSet;
  /** The options' chances by the reader, in their order; they sum to one. */
  readonly chances: readonly number[];
  /** The option that the reader takes; the first of those that are level. */
  readonly taken: number;
  readonly isRight: boolean;
  /** What made the reader take or leave each option, most telling first: `w:spørg` +0.81. */
  readonly told: readonly (readonly { readonly cue: string; readonly weight: number }[])[];
}

/**
 * A reader of options alone, trained on the other groups of the bank and tried on each in turn: `words` counts in which kind
 * of option a word, an opening or a mark stands (naive Bayes), `weights` weighs these and pairs of words against each other
 * within each set (a conditional logit). Neither knows law or story; what they find, a test-wise person finds too.
 * Deterministic: no randomness, and of level options the first is taken.
 */
export function readOptions(sets: readonly AnswerSet[], reader: Reader): Guess[] {
  const seen = sets.map((set) => ({ set, options: set.options.map(({ text }) => featuresOf(text, set)) }));
  const groups = [...new Set(sets.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const weights = TRAIN[reader](seen.filter(({ set }) => set.group !== group));
    return seen
      .filter(({ set }) => set.group === group)
      .map(({ set, options }) => {
        const chances = softmax(options.map((features) => scoreOf(features, weights)));
        const taken = chances.indexOf(Math.max(...chances));
        const told = options.map((features) =>
          features
            .map((cue) => ({ cue, weight: weights.get(cue) ?? 0 }))
            .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
            .slice(0, 6),
        );
        return { set, chances, taken, isRight: set.options[taken]?.isKey === true, told };
      });
  });
}

/** Words, opening, pairs and marks of one option; what is long or short is told by comparison within its set. */
export function featuresOf(text: string, { options }: Pick<AnswerSet, 'options'>): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const sentences = sentencesIn(text);
  const lengths = options.map((one) => one.text.length);
  return [
    ...new Set([
      ...words.map((word) => `w:${word}`),
      ...pairs.map((pair) => `p:${pair}`),
      `first:${words[0] ?? ''}`,
      `sentences:${Math.min(sentences, 3)}`,
      ...(text.includes('?') ? ['mark:?'] : []),
      ...(text.includes(',') ? ['mark:,'] : []),
      ...(text.includes(':') ? ['mark::'] : []),
      ...(text.includes('»') ? ['mark:quote'] : []),
      ...(/\d/.test(text) ? ['mark:number'] : []),
      ...(text.length === Math.max(...lengths) ? ['longest'] : []),
      ...(text.length === Math.min(...lengths) ? ['shortest'] : []),
    ]),
  ];
}

export function sentencesIn(text: string): number {
  return Math.max(1, (text.match(/[.!?…]+(?=\s|»|$)/gu) ?? []).length);
}

type Weights = ReadonlyMap<string, number>;
type Seen = readonly { readonly set: AnswerSet; readonly options: readonly string[][] }[];
const TRAIN: Readonly<Record<Reader, (seen: Seen) => Weights>> = { words: countWords, weights: weigh };

function countWords(seen: Seen): Weights {
  const inKeys = new Map<string, number>();
  const inOthers = new Map<string, number>();
  let [keys, others] = [0, 0];
  for (const { set, options } of seen)
    for (const [index, features] of options.entries()) {
      const isKey = set.options[index]?.isKey === true;
      if (isKey) keys += 1;
      else others += 1;
      const counts = isKey ? inKeys : inOthers;
      for (const one of features) if (!one.startsWith('p:')) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  return new Map(
    [...new Set([...inKeys.keys(), ...inOthers.keys()])].flatMap((name) => {
      const [key, other] = [inKeys.get(name) ?? 0, inOthers.get(name) ?? 0];
      if (key + other < 2) return [];
      return [[name, Math.log((key + 1) / (keys + 2)) - Math.log((other + 1) / (others + 2))] as const];
    }),
  );
}

function weigh(seen: Seen): Weights {
  const counts = new Map<string, number>();
  for (const { options } of seen) for (const one of options.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => name);
  const at = new Map(names.map((name, index) => [name, index]));
  const rows = seen.map(({ set, options }) => ({
    key: set.options.findIndex(({ isKey }) => isKey),
    options: options.map((features) => features.flatMap((one) => at.get(one) ?? [])),
  }));
  const weights = new Float64Array(names.length);
  // Steps that shrink where a feature has been pushed often (Adagrad): rare words and common ones learn alike.
  const pushed = new Float64Array(names.length).fill(1e-8);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Float64Array(names.length);
    for (const { key, options } of rows) {
      const chances = softmax(options.map((ids) => ids.reduce((sum, id) => sum + (weights[id] ?? 0), 0)));
      for (const [index, ids] of options.entries()) {
        const error = (index === key ? 1 : 0) - (chances[index] ?? 0);
        for (const id of ids) gradient[id] = (gradient[id] ?? 0) + error;
      }
    }
    for (const [id, slope] of gradient.entries()) {
      const push = slope / rows.length - PULL * (weights[id] ?? 0) * 0.1;
      pushed[id] = (pushed[id] ?? 0) + push * push;
      weights[id] = (weights[id] ?? 0) + (STEP * push) / Math.sqrt(pushed[id] ?? 1);
    }
  }
  return new Map(names.map((name, index) => [name, weights[index] ?? 0]));
}

function scoreOf(features: readonly string[], weights: Weights): number {
  return features.reduce((sum, one) => sum + (weights.get(one) ?? 0), 0);
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((one) => one / sum);
}
