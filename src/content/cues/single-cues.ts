import type { AnswerSet } from './answer-sets.ts';
import { chanceOf } from './chance.ts';
import { sentencesIn } from './reader.ts';

/** A mark that an option can bear, whatever it says; Danish name as it is printed. */
interface Cue {
  readonly name: string;
  has(text: string, all: readonly string[], index: number, stem: string): boolean;
}

const word = (name: string, pattern: RegExp): Cue => ({ name, has: (text) => pattern.test(text) });
const opening = (name: string): Cue => ({
  name: `begynder med »${name}«`,
  has: (text) => text.toLowerCase().match(/[\p{L}\d]+/u)?.[0] === name.toLowerCase(),
});

/** Words that carry something: long enough not to stand in every sentence. */
const contentWords = (text: string) => new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
/** Whether one option alone shares most words with a text. */
function isAloneClosest(all: readonly string[], index: number, other: (index: number) => ReadonlySet<string>): boolean {
  const shared = all.map((text, at) => [...contentWords(text)].filter((one) => other(at).has(one)).length);
  return shared.every((count, at) => at === index || count < (shared[index] ?? 0));
}

/** Cues of test-wise readers that need no training: wording, form and place. */
export const CUES: readonly Cue[] = [
  word('spørgsmålstegn', /\?/),
  { name: 'flere sætninger', has: (text) => sentencesIn(text) > 1 },
  word('alle, alt, ingen', /(?<!\p{L})(alle|alt|ingen|intet|enhver|hele)(?!\p{L})/iu),
  word('aldrig, altid', /(?<!\p{L})(aldrig|altid)(?!\p{L})/iu),
  word('bare, jo, vel', /(?<!\p{L})(bare|jo|vel|ligesom)(?!\p{L})/iu),
  word('kun', /(?<!\p{L})kun(?!\p{L})/iu),
  word('i dag, nu, straks', /(?<!\p{L})(i dag|nu|straks|med det samme|i morgen)(?!\p{L})/iu),
  word('spørger', /(?<!\p{L})spørg\p{L}*/iu),
  word('jurist', /jurist/iu),
  word('venligt (gerne, tak, må jeg)', /(?<!\p{L})(gerne|tak|må jeg|vil du|har du lyst)(?!\p{L})/iu),
  word('tal', /\d/),
  word('citat', /»/),
  word('komma', /,/),
  { name: 'længst', has: (text, all) => all.filter(({ length }) => length >= text.length).length === 1 },
  { name: 'kortest', has: (text, all) => all.filter(({ length }) => length <= text.length).length === 1 },
  { name: 'første plads', has: (_text, _all, index) => index === 0 },
  { name: 'sidste plads', has: (_text, all, index) => index === all.length - 1 },
  {
    name: 'genklang af spørgsmålet',
    has: (_text, all, index, stem) => isAloneClosest(all, index, () => contentWords(stem)),
  },
  {
    name: 'mest fælles med de andre svar',
    has: (_text, all, index) =>
      isAloneClosest(all, index, (at) => contentWords(all.filter((_one, other) => other !== at).join(' '))),
  },
  opening('ja'),
  opening('nej'),
  opening('jeg'),
  opening('vi'),
  opening('at'),
  opening('spørg'),
];

/** A ratio that chance gives more often than this, up or down, says nothing: some twenty cues are tried. */
const CHANCE = 0.01;
/** At most so many times its share, and at least one divided by it: what marks the wrong ones gives the rest away. */
export const MOST_RATIO = 1.5;

export interface CueFigure {
  readonly cue: string;
  /** Options that bear it in sets where not every option does. */
  readonly options: number;
  readonly keys: number;
  /** Keys among them if the cue told nothing. */
  readonly expected: number;
  readonly ratio: number;
  readonly isTelling: boolean;
}

/** How much more or less often than its share the key bears each cue. Positions are left out where the page shuffles. */
export function cueFigures(sets: readonly AnswerSet[]): CueFigure[] {
  const isShuffled = sets.every(({ bank }) => bank === 'question');
  return CUES.filter(({ name }) => !isShuffled || !name.endsWith('plads')).map(({ name, has }) => {
    let [options, keys] = [0, 0];
    const shares: number[] = [];
    for (const set of sets) {
      const texts = set.options.map(({ text }) => text);
      const marked = set.options.filter(({ text }, index) => has(text, texts, index, set.stem));
      if (marked.length === set.options.length) continue;
      options += marked.length;
      keys += marked.filter(({ isKey }) => isKey).length;
      shares.push(marked.length / set.options.length);
    }
    const { expected, atLeast } = chanceOf(shares);
    const ratio = expected === 0 ? 1 : keys / expected;
    const isTelling =
      (ratio > MOST_RATIO && atLeast(keys) < CHANCE) || (ratio < 1 / MOST_RATIO && 1 - atLeast(keys + 1) < CHANCE);
    return { cue: name, options, keys, expected, ratio, isTelling };
  });
}
