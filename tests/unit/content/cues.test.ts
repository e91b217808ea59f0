import { describe, expect, test } from 'vitest';
import type { AnswerSet } from '#src/content/cues/answer-sets.ts';
import { answerSets } from '#src/content/cues/answer-sets.ts';
import { chanceOf } from '#src/content/cues/chance.ts';
import { cueFindings, readBanks } from '#src/content/cues/check-cues.ts';
import { READERS, readOptions } from '#src/content/cues/reader.ts';
import { cueFigures } from '#src/content/cues/single-cues.ts';
import { randomFrom } from '#src/scenarios/engine/random.ts';
import { buildScenario } from '#tests/support/scenarios.ts';

const WORDS =
  'sag borger møde ringer skriver aftaler kommune læge bolig dag uge svar plan hun han vi det en på til'.split(' ');
const random = randomFrom(20_261_130);
const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
const phrase = () => Array.from({ length: 9 }, () => pick(WORDS)).join(' ');

/** Twenty modules of twelve questions in words drawn by chance; `plant` adds what gives the key or the others away. */
function bank(plant: (text: string, isKey: boolean) => string, wording: AnswerSet['bank'] = 'question'): AnswerSet[] {
  return Array.from({ length: 240 }, (_, index) => {
    const key = Math.floor(random() * 4);
    return {
      id: `q-${index}`,
      group: `modul-${index % 20}`,
      bank: wording,
      stem: phrase(),
      pattern: index % 2 ? 'best/poor/poor/poor' : 'acceptable/best/poor/poor',
      options: ['a', 'b', 'c', 'd'].map((id, place) => ({
        id,
        isKey: place === key,
        text: plant(phrase(), place === key),
      })),
    };
  });
}
const neutral = bank((text) => text);
const hits = (sets: readonly AnswerSet[], reader: (typeof READERS)[number]) =>
  readOptions(sets, reader).filter(({ isRight }) => isRight).length;

describe('a reader of options alone', () => {
  test.each(READERS)('%s finds the key where a word gives it away, also in modules it has never seen', (reader) => {
    const told = bank((text, isKey) => (random() < (isKey ? 0.8 : 0.15) ? `${text} spørger` : text));
    expect(hits(told, reader)).toBeGreaterThan(120);
  });

  test.each(READERS)('%s finds the key where a word gives the others away', (reader) => {
    const told = bank((text, isKey) => (!isKey && random() < 0.8 ? `${text} bare` : text));
    expect(hits(told, reader)).toBeGreaterThan(120);
  });

  test.each(READERS)('%s finds no more than chance where nothing gives it away', (reader) => {
    expect(hits(neutral, reader)).toBeLessThanOrEqual(chanceOf(neutral.map(() => 0.25)).limit(0.05));
  });

  test('gives the same figure each time', () => {
    expect(readOptions(neutral, 'weights').map(({ taken }) => taken)).toEqual(
      readOptions(neutral, 'weights').map(({ taken }) => taken),
    );
  });
});

describe('the findings on guessable answers', () => {
  test('name the bank and the module where a tone gives the key away', () => {
    const told = bank((text, isKey) => (isKey ? `${text} hvem gør det?` : text));
    const findings = cueFindings(readBanks(told));
    expect(findings.some((one) => one.includes('finder det rigtige'))).toBe(true);
    expect(findings.some((one) => one.startsWith('modul-3:'))).toBe(true);
    expect(findings.some((one) => one.includes('spørgsmålstegn'))).toBe(true);
  });

  test('are none where nothing gives it away', () => {
    const findings = cueFindings(readBanks(neutral));
    expect(findings.filter((one) => !one.startsWith('modul-'))).toEqual([]);
    // One in a hundred is also one of forty now and then: twenty modules, two readers.
    expect(findings.length).toBeLessThanOrEqual(2);
  });

  test('a single module fails only where chance would give its figure less than once in a hundred', () => {
    // Twelve draws of one in four: eight hits or more come 0.3 times in a hundred, seven 1.4 times.
    const told = bank((text, isKey) => (random() < (isKey ? 0.6 : 0.2) ? `${text} spørger` : text));
    const groups = readBanks(told).flatMap(({ readers }) => readers.flatMap((one) => one.groups));
    expect(new Set(groups.map(({ isReadable }) => isReadable)).size).toBe(2);
    for (const { hits: found, isReadable } of groups) expect(isReadable).toBe(found >= 8);
  });

  test('a pattern of ratings on more than half of a bank is a cue of its own', () => {
    const same = neutral.map((set) => ({ ...set, pattern: 'acceptable/best/poor/poor' }));
    expect(cueFindings(readBanks(same)).some((one) => one.includes('samme mønster'))).toBe(true);
  });

  test('the place counts where the page does not shuffle', () => {
    const first = bank((text) => text, 'scene').map((set) => ({
      ...set,
      options: set.options.toSorted((a, b) => Number(b.isKey) - Number(a.isKey)),
    }));
    expect(cueFigures(first).find(({ cue }) => cue === 'første plads')?.isTelling).toBe(true);
    expect(cueFigures(first.map((set) => ({ ...set, bank: 'question' as const }))).map(({ cue }) => cue)).not.toContain(
      'første plads',
    );
  });

  test('a word of the question that only the key repeats gives it away', () => {
    const told = neutral.map((set) => ({
      ...set,
      stem: `${set.stem} bostøtten`,
      options: set.options.map((one) => (one.isKey ? { ...one, text: `${one.text} bostøtten` } : one)),
    }));
    expect(cueFigures(told).find(({ cue }) => cue === 'genklang af spørgsmålet')?.isTelling).toBe(true);
  });

  test('an option that gathers what the others say gives itself away', () => {
    const told = neutral.map((set) => {
      const words = ['vagtlægen', 'hjemmeplejen', 'boligselskabet'];
      let other = 0;
      return {
        ...set,
        options: set.options.map((one) => ({ ...one, text: one.isKey ? words.join(' ') : (words[other++ % 3] ?? '') })),
      };
    });
    expect(cueFigures(told).find(({ cue }) => cue === 'mest fælles med de andre svar')?.isTelling).toBe(true);
  });

  test('what the key never has is as telling as what it always has', () => {
    const told = bank((text, isKey) => (!isKey && random() < 0.5 ? `jo ${text}` : text));
    expect(cueFigures(told).find(({ cue }) => cue === 'bare, jo, vel')).toMatchObject({ keys: 0, isTelling: true });
  });
});

test('chance is counted exactly, also with unlike numbers of options', () => {
  const chance = chanceOf([0.5, 0.25]);
  expect(chance.atLeast(0)).toBeCloseTo(1);
  expect(chance.atLeast(1)).toBeCloseTo(1 - 0.5 * 0.75);
  expect(chance.atLeast(2)).toBeCloseTo(0.125);
  expect(chance.limit(0.2)).toBe(1);
  expect(chanceOf(Array.from({ length: 230 }, () => 0.252)).limit(0.05)).toBe(69);
});

test('sets are the questions with one key, the scenes of choices and the parts of meeting ends; a twin shares its group', () => {
  const scenario = { ...buildScenario(), id: 'tvilling', twinOf: 'sagen' };
  const sets = answerSets({ questions: {}, scenarios: { tvilling: { scenario, editions: [] } } });
  expect(sets.length).toBeGreaterThan(0);
  expect(
    sets.every(({ group, options }) => group === 'sagen' && options.filter(({ isKey }) => isKey).length === 1),
  ).toBe(true);
});
