import type { AnswerSet, Bank } from './answer-sets.ts';
import { chanceOf } from './chance.ts';
import { type Guess, READERS, type Reader, readOptions } from './reader.ts';
import { type CueFigure, cueFigures } from './single-cues.ts';

/** A pooled bank may be read as well as chance reads it in 19 of 20 runs; a single group in 99 of 100. */
const POOLED = 0.05;
const SINGLE = 0.01;
/** No pattern of ratings on more than half of a bank: it is a cue of its own. */
const MOST_OF_A_PATTERN = 0.5;
export const BANKS: readonly Bank[] = ['question', 'scene', 'meeting-end'];

export interface GroupFigure {
  readonly group: string;
  readonly sets: number;
  readonly hits: number;
  readonly expected: number;
  /** Chance would give this figure, or a higher one, less than once in a hundred. */
  readonly isReadable: boolean;
}

export interface BankFigure {
  readonly bank: Bank;
  readonly reader: Reader;
  readonly sets: number;
  readonly hits: number;
  readonly expected: number;
  /** The most hits that pass. */
  readonly limit: number;
  readonly groups: readonly GroupFigure[];
  readonly guesses: readonly Guess[];
}

export interface BankReport {
  readonly bank: Bank;
  readonly readers: readonly BankFigure[];
  readonly cues: readonly CueFigure[];
  /** The commonest pattern of ratings and its share of the sets. */
  readonly pattern: { readonly pattern: string; readonly share: number };
}

/** What can be read off the options of each bank without knowing anything (docs/content-quality.md). */
export function readBanks(all: readonly AnswerSet[]): BankReport[] {
  return BANKS.map((bank) => {
    const sets = all.filter((set) => set.bank === bank);
    return {
      bank,
      readers: READERS.map((reader) => readBank(bank, reader, sets)),
      cues: cueFigures(sets),
      pattern: commonest(sets),
    };
  });
}

function readBank(bank: Bank, reader: Reader, sets: readonly AnswerSet[]): BankFigure {
  const guesses = readOptions(sets, reader);
  const pooled = chanceOf(sets.map(({ options }) => 1 / options.length));
  const groups = [...Map.groupBy(guesses, ({ set }) => set.group)].map(([group, own]): GroupFigure => {
    const chance = chanceOf(own.map(({ set }) => 1 / set.options.length));
    const hits = own.filter(({ isRight }) => isRight).length;
    return {
      group,
      sets: own.length,
      hits,
      expected: chance.expected,
      isReadable: chance.atLeast(hits) < SINGLE,
    };
  });
  return {
    bank,
    reader,
    sets: sets.length,
    hits: guesses.filter(({ isRight }) => isRight).length,
    expected: pooled.expected,
    limit: pooled.limit(POOLED),
    groups,
    guesses,
  };
}

function commonest(sets: readonly AnswerSet[]): BankReport['pattern'] {
  const counts = [...Map.groupBy(sets, ({ pattern }) => pattern)].map(([pattern, own]) => ({
    pattern,
    share: own.length / sets.length,
  }));
  return counts.toSorted((a, b) => b.share - a.share)[0] ?? { pattern: '', share: 0 };
}

const NAMES: Readonly<Record<Bank, string>> = {
  question: 'spørgsmålene',
  scene: 'sagernes valg',
  'meeting-end': 'mødernes afslutninger',
};

/** What breaks the rule on guessable answers, as sentences with what to do; empty when all banks hold. */
export function cueFindings(reports: readonly BankReport[]): string[] {
  return reports.flatMap(({ bank, readers, cues, pattern }) => [
    ...readers.flatMap(({ reader, sets, hits, limit, groups }) => [
      ...(hits > limit
        ? [
            `En læser, der kun ser svarene i ${NAMES[bank]} (${reader}), finder det rigtige i ${hits} af ${sets}; højst ${limit} må kunne gættes. Se dem med »npm run cues -- <modul eller sag>«, og skriv svarene om, så de lyder ens.`,
          ]
        : []),
      ...groups
        .filter(({ isReadable }) => isReadable)
        .map(
          (one) =>
            `${one.group}: ${one.hits} af ${one.sets} svar kan gættes på ordene alene (${reader}), og tilfældet giver ${one.expected.toFixed(1)}. Skriv svarene om.`,
        ),
    ]),
    ...cues
      .filter(({ isTelling }) => isTelling)
      .map(
        ({ cue, keys, expected }) =>
          `»${cue}« røber svaret i ${NAMES[bank]}: ${keys} rigtige, hvor ${expected.toFixed(1)} ville være tilfældigt. Lad lige så mange af de andre svar have det.`,
      ),
    ...(pattern.share > MOST_OF_A_PATTERN
      ? [
          `${Math.round(pattern.share * 100)} % af sættene i ${NAMES[bank]} har samme mønster (${pattern.pattern}). Fjern et svagt fjerde svar, eller lad to svar være rimelige.`,
        ]
      : []),
  ]);
}
