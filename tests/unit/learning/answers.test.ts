import { describe, expect, test } from 'vitest';
import { loadContent } from '#src/content/load.ts';
import { type Question, questionSchema } from '#src/content/question-schema.ts';
import { answerFields, answerOf, asked, judgeAnswer, optionsFor, sampleAnswers } from '#src/learning/answers.ts';
import { extremes, fieldsFor, reasonsOf } from '#tests/support/answering.ts';
import { projectRoot } from '#tests/support/imports.ts';

const head = { id: 'proeve', prompt: 'Hvad gør du?', sources: [] };
const option = (id: string, rating: 'best' | 'poor') => ({ id, text: `Svar ${id}`, rating, why: 'Fordi.' });
const read = (raw: object): Question => ({ ...questionSchema.parse({ ...head, ...raw }), module: 'modul' });

const multiple = read({
  kind: 'multiple',
  options: [option('a', 'best'), option('b', 'poor'), option('c', 'best'), option('d', 'poor')],
});
const order = read({
  kind: 'order',
  items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Trin ${id}`, why: 'Fordi.' })),
});
const match = read({
  kind: 'match',
  targets: [
    { id: 'politi', text: 'Politi' },
    { id: 'kif', text: 'KiF' },
  ],
  pairs: [
    { id: 'a', text: 'Første', target: 'politi', why: 'Fordi.' },
    { id: 'b', text: 'Anden', target: 'kif', why: 'Fordi.' },
    { id: 'c', text: 'Tredje', target: 'kif', why: 'Fordi.' },
  ],
});
const truth = read({
  kind: 'truth',
  options: [
    { ...option('a', 'poor'), holds: true },
    { ...option('b', 'best'), holds: false },
    { ...option('c', 'poor'), holds: false },
  ],
});
const calibration = read({
  kind: 'calibration',
  panel: { votes: [1, 2, 3, 4, 5] },
  weigh: [
    { text: 'Det ene', why: 'Fordi.' },
    { text: 'Det andet', why: 'Fordi.' },
  ],
});
const all = [multiple, order, match, truth, calibration];

describe('an answer is judged', () => {
  test.each([
    ['all that belong and no other', multiple, 'a.c', 'best'],
    ['one is missing', multiple, 'a', 'acceptable'],
    ['one too many', multiple, 'a.b.c', 'acceptable'],
    ['all of them', multiple, 'a.b.c.d', 'poor'],
    ['the right order', order, 'a.b.c.d', 'best'],
    ['two neighbours changed', order, 'a.c.b.d', 'acceptable'],
    ['two that are far apart', order, 'd.b.c.a', 'poor'],
    ['every line where it belongs', match, 'a:politi.b:kif.c:kif', 'best'],
    ['one line elsewhere', match, 'a:kif.b:kif.c:kif', 'acceptable'],
    ['two lines elsewhere', match, 'a:kif.b:politi.c:kif', 'poor'],
    ['the strong reason', truth, 'b', 'best'],
    ['a step of the scale, which is never right or wrong', calibration, '4', null],
  ] as const)('%s', (_, question, answer, rating) => {
    expect(judgeAnswer(question, answer)).toEqual({ rating, isRight: rating === 'best' });
  });

  test.each([
    ['an unknown option', multiple, 'x'],
    ['the same option twice', multiple, 'a.a'],
    ['nothing', multiple, ''],
    ['too few lines', order, 'a.b.c'],
    ['a line twice', order, 'a.b.c.c'],
    ['a line without a target', match, 'a:politi.b:kif'],
    ['an unknown target', match, 'a:politi.b:kif.c:retten'],
    ['a step beyond the scale', calibration, '6'],
    ['an option of another kind', truth, 'a.b'],
  ] as const)('%s is no answer', (_, question, answer) => {
    expect(judgeAnswer(question, answer)).toBeUndefined();
  });

  test('there is a sample of each strength, and the first is right where anything is', () => {
    for (const question of all) {
      const samples = sampleAnswers(question);
      expect(samples.every(({ id }) => judgeAnswer(question, id) !== undefined)).toBe(true);
      if (question.kind !== 'calibration')
        expect(samples.some(({ id }) => judgeAnswer(question, id)?.isRight)).toBe(true);
    }
  });
});

describe('the order of the options', () => {
  const single = read({
    kind: 'single',
    options: [option('a', 'best'), option('b', 'poor'), option('c', 'poor'), option('d', 'poor')],
  });
  if (single.kind !== 'single') throw new Error('It has one answer');
  const order = (seed: string, keepOrder = false) =>
    optionsFor({ ...single, keepOrder }, seed)
      .map(({ id }) => id)
      .join('');

  test("is the learner's own, and the same on reload", () => {
    expect(order('anna')).toBe(order('anna'));
    const orders = new Set(Array.from({ length: 200 }, (_, index) => order(`learner-${index}`)));
    expect(orders.size).toBeGreaterThan(single.options.length);
  });

  test('puts each option in each place about as often', () => {
    const first = Array.from({ length: 3000 }, (_, index) => order(`018f-${index}`)[0] ?? '');
    const expected = 3000 / single.options.length;
    for (const { id } of single.options) {
      const count = first.filter((one) => one === id[0]).length;
      expect(count, id).toBeGreaterThan(expected * 0.8);
      expect(count, id).toBeLessThan(expected * 1.2);
    }
  });

  test('stays as authored where it means something, and is the same in the question and in the answer', () => {
    expect(order('anna', true)).toBe(single.options.map(({ id }) => id).join(''));
    const shown = asked(single, 'anna');
    expect(shown.kind === 'choice' && shown.options.map(({ id }) => id).join('')).toBe(order('anna'));
  });
});

describe('a question is asked', () => {
  test('what the browser gets says nothing of what is right', () => {
    for (const question of all) {
      const shown = JSON.stringify(asked(question));
      expect(shown).not.toContain('Fordi');
      expect(shown).not.toContain('rating');
      expect(shown).not.toContain('votes');
    }
    const shown = asked(order);
    if (shown.kind !== 'places') throw new Error('An ordering question has places');
    expect(shown.rows.map(({ text }) => text)).not.toEqual(['Trin a', 'Trin b', 'Trin c', 'Trin d']);
    expect(shown.rows.map(({ field }) => field)).toEqual(['linje-1', 'linje-2', 'linje-3', 'linje-4']);
  });

  test('what is filled in on the screen is the answer that is stored', () => {
    const lines = (question: Question, value: (text: string) => string | undefined) => {
      const shown = asked(question);
      if (!('rows' in shown)) throw new Error('This kind has no rows');
      return Object.fromEntries(shown.rows.flatMap(({ field, text }) => (value(text) ? [[field, value(text)]] : [])));
    };
    expect(
      answerOf(
        multiple,
        lines(multiple, (text) => (/[ac]$/.test(text) ? 'ja' : undefined)),
      ),
    ).toBe('a.c');
    expect(
      answerOf(
        order,
        lines(order, (text) => String('abcd'.indexOf(text.at(-1) ?? '') + 1)),
      ),
    ).toBe('a.b.c.d');
    expect(
      answerOf(
        match,
        lines(match, (text) => (text === 'Første' ? 'politi' : 'kif')),
      ),
    ).toBe('a:politi.b:kif.c:kif');
    expect(answerOf(truth, { option: 'b' })).toBe('b');
  });

  test('what is not filled in is no answer', () => {
    expect(answerOf(multiple, {})).toBeUndefined();
    expect(answerOf(order, { 'linje-1': '1', 'linje-2': '1', 'linje-3': '2', 'linje-4': '3' })).toBeUndefined();
    expect(answerOf(match, { 'linje-1': 'kif' })).toBeUndefined();
    expect(answerOf(calibration, {})).toBeUndefined();
    expect(answerFields(calibration)).toEqual(['option']);
  });
});

describe('the whole bank', () => {
  const loaded = loadContent(projectRoot, '2026-11-23');
  if (!loaded.ok) throw new Error('The content breaks its rules');
  const bank = Object.values(loaded.content.questions);

  test.each(bank.map((question) => [question.id, question] as const))(
    '%s: right and wrong, as the page sends it',
    (_, question) => {
      const { strong, weak } = extremes(question);
      for (const answer of [strong, weak]) expect(answerOf(question, fieldsFor(question, answer))).toBe(answer);
      const best = judgeAnswer(question, strong);
      if (question.kind === 'calibration') expect(best?.rating).toBeNull();
      else {
        const isOpen = question.kind === 'single' && question.contestable;
        expect(best).toEqual({ rating: isOpen ? null : 'best', isRight: !isOpen });
        expect(judgeAnswer(question, weak)?.isRight).toBe(false);
      }
      expect(reasonsOf(question).every((reason) => reason.length > 0)).toBe(true);
    },
  );
});
