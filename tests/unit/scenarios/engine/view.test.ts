import { expect, test } from 'vitest';
import { compileScenario, replay, startPlay, view } from '#src/scenarios/engine/index.ts';
import { buildScenario, moves, offered } from '#tests/support/scenarios.ts';

const compiled = compileScenario(buildScenario());
const show = (seat: string, ...taken: string[]) => view(compiled, replay(compiled, seat, moves(...taken)), seat);

test('a decision shows its question and its choices in the order of the file, and counts those behind', () => {
  expect(show('kommune')).toMatchObject({
    scenario: { id: 'lille-sag', version: '1.0.0' },
    node: 'fortael',
    day: 'Dag 2',
    question: 'Hvad siger du om Ole?',
    decisionNumber: 1,
    finished: false,
    allowsOwnLine: false,
  });
  expect(offered(show('kommune')).map(({ id }) => id)).toEqual(['alt', 'noedvendigt', 'intet']);
  expect(show('kommune', 'fortael/alt')).toMatchObject({
    decisionNumber: 2,
    hint: 'Tænk på hans frist.',
    allowsOwnLine: true,
  });
});

test('a closed choice is not shown', () => {
  const silent = compileScenario(buildScenario({ nodes: { fortael: { auto: 'intet' } } }));
  expect(offered(view(silent, startPlay(silent, 'psykiatri'), 'psykiatri')).map(({ id }) => id)).toEqual([
    'journal',
    'tier',
  ]);
});

test('who was told the short form is shown only that', () => {
  const { known } = show('kommune', 'fortael/noedvendigt').caseFile;
  expect(known.find(({ fact }) => fact === 'kendt')).toEqual({
    fact: 'kendt',
    text: 'Kendt i psykiatrien.',
    kind: 'helbred',
    from: { seat: 'psykiatri', day: 'Dag 2' },
  });
});

test('who is told the whole after the short form is shown the whole', () => {
  const whole = { discloses: [{ fact: 'kendt', to: ['kommune'] }], verdict: 'unlawful', basis: ['rpl-115-2'] };
  const twice = compileScenario(buildScenario({ nodes: { udrykning: { choices: { datoer: whole } } } }));
  const { caseFile } = view(twice, replay(twice, 'kommune', moves('fortael/noedvendigt')), 'kommune');
  expect(caseFile.known.find(({ fact }) => fact === 'kendt')?.text).toBe('Har en diagnose og var indlagt i foråret.');
});

test('own facts come from the own records; what others have not told is left out', () => {
  expect(show('kommune').caseFile.known).toEqual([
    { fact: 'frist', text: 'Ole skal ud på dag 30.', kind: 'socialt', from: null },
    { fact: 'notater', text: 'Gamle notater om hans bror.', kind: 'socialt', from: null },
  ]);
});

test('P1: a fact that the seat was not told stands nowhere in the view', () => {
  const shown = JSON.stringify(show('kommune', 'fortael/noedvendigt'));
  for (const secret of ['Har en diagnose', 'To ture', 'vidnet har forklaret']) expect(shown).not.toContain(secret);
});

test('what the seat has told is listed with to whom and in which form', () => {
  expect(show('kommune', 'fortael/noedvendigt').caseFile.shared).toEqual([
    { fact: 'frist', text: 'Ole skal ud på dag 30.', to: ['politi', 'psykiatri'], day: 'Dag 2' },
  ]);
  expect(show('psykiatri', 'spoerg/kort').caseFile.shared[0]?.text).toBe('Kendt i psykiatrien.');
});

test('P1: neither judgement, reason nor what would follow is in the view before the answer', () => {
  for (const seat of ['politi', 'kommune', 'psykiatri']) {
    const shown = show(seat);
    expect(JSON.stringify(shown)).not.toMatch(/Begrundelsen|Hvad mangler der|"(rating|why|fault|verdict|goto|set)"/);
    for (const option of offered(shown)) expect(Object.keys(option)).toEqual(['id', 'text']);
  }
});

test('P1: another seat is shown neither the question nor what the played seat has heard', () => {
  const state = startPlay(compiled, 'kommune');
  const shown = view(compiled, state, 'politi');
  expect(shown).toMatchObject({ question: '', asked: null, hint: null, happened: [] });
  expect(JSON.stringify(shown)).not.toContain('Et brev ligger på bordet');
});

test('an end is finished and asks nothing', () => {
  expect(show('kommune', 'fortael/noedvendigt', 'bordet/kommunen')).toMatchObject({
    finished: true,
    title: 'Han bliver boende',
    question: '',
    asked: null,
  });
});

test('a state of another scenario is refused', () => {
  expect(() => view(compiled, { ...startPlay(compiled, 'kommune'), node: 'anden-sag' }, 'kommune')).toThrow(RangeError);
});

test('P1: a seat that is not there is told neither the title nor the day of the scene', () => {
  const away = compileScenario(buildScenario({ nodes: { fortael: { present: ['kommune', 'psykiatri'] } } }));
  const state = startPlay(away, 'kommune');
  expect(view(away, state, 'politi')).toMatchObject({ title: '', day: null });
  expect(view(away, state, 'psykiatri')).toMatchObject({ title: 'Hvad siger kommunen?', day: 'Dag 2' });
});
