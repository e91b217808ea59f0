import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkText, notUtf8, type TextReport } from '#src/scenarios/engine/index.ts';
import { buildScenario, knownElsewhere } from '#tests/support/scenarios.ts';

const whole = stringify(buildScenario());
const check = (text: string): TextReport => checkText(text, 'sag.yaml', knownElsewhere);
const codes = ({ findings }: TextReport) => findings.map(({ code, node }) => `${code} ${node}`);

/** The small case's file with passages of text replaced, one after the other. */
function withTexts(...changes: readonly (readonly [old: string | RegExp, replacement: string])[]): string {
  return changes.reduce((text, [old, replacement]) => {
    const next = text.replace(old, replacement);
    if (next === text) throw new Error(`${old} does not stand in the file`);
    return next;
  }, whole);
}

function lineWith(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}

const noFollows = [/ {8}follows: Alle nikker\.\n/, ''] as const;
const nowhere = [/goto: skidt\n/, 'goto: vaek\n'] as const;

test('a whole file gives the case, and nothing is missing', () => {
  const report = check(whole);
  expect(report).toMatchObject({ findings: [], missing: [], played: 'all', scenario: { id: 'lille-sag' } });
  expect(report.coverage.map(({ seat }) => seat)).toEqual(['politi', 'kommune', 'psykiatri']);
});

test('a missing follows silences neither a goto to nowhere, an unknown variable nor a play', () => {
  const text = withTexts(noFollows, nowhere, [/(follows: Datoerne står på tavlen\.\n +reliesOn: )\[\]/, '$1[kendt]']);
  const report = check(text);
  expect(codes(report)).toContain('mangler bordet');
  expect(codes(report)).toContain('ukendt-scene bordet');
  expect(codes(report)).toContain('ved-det-ikke udrykning');
  expect(report.played).toBe('part');
  expect(report.scenario).toBeUndefined();
});

test('a missing text alone leaves the plays whole', () => {
  const report = check(withTexts(noFollows));
  expect(codes(report)).toEqual(['mangler bordet']);
  expect(report.played).toBe('all');
  expect(report.coverage).toHaveLength(3);
});

test('an unknown variable is told beside what is missing', () => {
  const set = [/set:\n +ansvar: kommune/, 'set:\n          ansvaret: kommune'] as const;
  expect(codes(check(withTexts(noFollows, set)))).toEqual(['mangler bordet', 'ukendt-variabel bordet']);
});

test('what is missing is listed by itself, in the file’s order, with its line', () => {
  const text = withTexts(noFollows, [/ {8}why: Begrundelsen for kort\.\n/, '']);
  expect(check(text).missing).toEqual([
    expect.objectContaining({ at: ['nodes', 'spoerg', 'choices', 0, 'why'], line: lineWith(text, '- id: kort') }),
    expect.objectContaining({ at: ['nodes', 'bordet', 'choices', 2, 'follows'], line: lineWith(text, '- id: alle') }),
  ]);
});

test('a draft is never given out, and its marks are never shown', () => {
  const text = withTexts(noFollows, [/ {8}goto: blandet\n(?= {2}godt)/, ''], [/title: Brevet/, 'titel: Brevet']);
  const report = check(text);
  expect(report.scenario).toBeUndefined();
  expect(JSON.stringify(report)).not.toContain('mangler-i-filen');
  expect(JSON.stringify(report)).not.toContain('\u2060');
});

test.each<[what: string, old: string | RegExp, replacement: string]>([
  ['no goto', / {4}goto: fortael\n/, ''],
  ['no type', / {4}type: brief\n/, ''],
  ['another type', 'type: brief', 'type: forside'],
  ['a list for a text', 'title: Brevet', 'title: [Brevet]'],
  ['a passage that is a word', '- text: Et brev', '- Et brev'],
  ['a condition of another kind', 'lte: 0', 'under: 0'],
  ['a rating that is none', 'rating: best', 'rating: god'],
  ['no choices', / {4}choices:\n( {6}.*\n)+(?= {2}godt:)/, ''],
  ['a name with other letters', /^ {2}blandet:/m, '  Blandet Æ:'],
  ['no competences', /competences:\n.*\n/, ''],
  ['no version', 'version: 1.0.0\n', ''],
  ['a variable of another kind', 'type: int', 'type: tal'],
])('with %s in one scene, a fault in another is still told', (_, old, replacement) => {
  const text = withTexts([old, replacement], [/(follows: Vidnet hører om det\.\n +reliesOn: )\[\]/, '$1[intet]']);
  expect(codes(check(text))).toContain('ukendt-oplysning udrykning');
});

test('what follows from a gap is not told: no scene is without a way because a goto is missing', () => {
  const report = check(withTexts([/ {4}goto: fortael\n/, '']));
  expect(codes(report)).toEqual(['mangler brevet']);
});

test('two choices without text and id are not called alike', () => {
  const bare = withTexts(
    [/- id: alle\n {8}text: .*\n/, '- set: {}\n'],
    [/- id: venter\n {8}text: .*\n {8}set: \{\}\n/, '- set: {}\n'],
    [
      / {8}set: \{\}\n(?= {8}discloses: \[\]\n {8}basis: \[\]\n {8}rating: acceptable\n( {8}.*\n){6} {8}goto: blandet)/,
      '',
    ],
  );
  expect([...new Set(codes(check(bare)))]).toEqual(['mangler bordet']);
});

test('a needed fact whose recipients are wrong is not said to have none', () => {
  const text = withTexts([/ {4}recipients:\n {6}- politi\n {6}- psykiatri\n/, '    recipients: alle\n']);
  expect(codes(check(text))).toEqual(['forkert-type null']);
});

test('a scene without its seat is not said to belong to one that does not exist', () => {
  expect(codes(check(withTexts([/^ {4}seat: politi\n/m, ''])))).toEqual(['mangler udrykning']);
});

test('a promise that cannot be read is not said to be broken', () => {
  const text = withTexts([/( {6}var: ansvar\n {6}is: )kommune\n*$/, '$1politi\n']);
  expect(codes(check(text))).toEqual(['vaerdi null']);
});

test('two choices without text are not called alike, where all else is whole', () => {
  const text = withTexts([/(- id: alle\n) {8}text: .*\n/, '$1'], [/(- id: venter\n) {8}text: .*\n/, '$1']);
  expect(codes(check(text))).toEqual(['mangler bordet', 'mangler bordet']);
});

test('a name is not called unknown where it may be the one that is missing', () => {
  expect(codes(check(withTexts([/- id: datoer\n {8}text/, '- text'])))).toEqual(['mangler udrykning']);
});

test('without scenes there is only the shape', () => {
  expect(check('id: a\n')).toMatchObject({ played: 'none', coverage: [] });
  expect(check('')).toMatchObject({ played: 'none' });
});

test('afkortet-tekst: a text that a remark cuts off is told; a remark on its own line, or after an id, is none', () => {
  const cut = withTexts(['title: Brevet', 'title: Brev #4 fra fogeden']);
  expect(check(cut).findings).toEqual([
    expect.objectContaining({
      code: 'afkortet-tekst',
      line: lineWith(cut, 'Brev #4'),
      message: expect.stringContaining('»Brev«'),
    }),
  ]);
  expect(codes(check(`# en bemærkning\n${withTexts(['start: brevet', 'start: brevet # den første'])}`))).toEqual([]);
});

test('cpr-nummer: a remark in the file is read too', () => {
  const number = [['01', '02', '90'].join(''), [12, 34].join('')].join('-');
  expect(check(`# efter ${number}\n${whole}`).findings).toEqual([
    expect.objectContaining({ code: 'cpr-nummer', line: 1 }),
  ]);
});

test('a way is told by the titles of its scenes and the words of its choices', () => {
  const text = withTexts([/rating: poor\n( +)fault: passivitet/, 'rating: acceptable\n$1missing: Hvad mangler der?']);
  const [unfair] = check(text).findings.filter(({ code }) => code === 'uretfaerdig-slutning');
  expect(unfair?.way).toEqual([
    '»Hvad siger kommunen?«: Jeg siger fristen.',
    '»Hvad siger psykiatrien?«: Jeg siger, at vi kender ham, og ikke mere end det.',
    '»Hvad siger politiet?«: Jeg siger datoerne.',
    '»Hvem gør det?«: Vi venter og ser.',
  ]);
});

test('ikke-utf8: bytes that are no text are told with their line, and nothing else', () => {
  expect(notUtf8('sag.yaml', 7)).toMatchObject({
    findings: [{ code: 'ikke-utf8', line: 7, file: 'sag.yaml', kind: 'error' }],
    played: 'none',
  });
});

test('the case that is mirrored is asked for by the text itself', () => {
  const asked: (string | undefined)[] = [];
  checkText(`${whole}twinOf: anden\n`, 'sag.yaml', ({ twinOf }) => {
    asked.push(twinOf);
    return knownElsewhere;
  });
  expect(asked).toEqual(['anden']);
});
