import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { decodeUtf8, type FormatFinding, parseScenario, readLocatedYaml } from '#src/scenarios/engine/index.ts';
import { buildScenario } from '#tests/support/scenarios.ts';

const whole = stringify(buildScenario());

/** The small case's file with one passage of text replaced. */
function withText(old: string | RegExp, replacement: string): string {
  const text = whole.replace(old, replacement);
  if (text === whole) throw new Error(`${old} does not stand in the file`);
  return text;
}

function findingsIn(text: string): readonly FormatFinding[] {
  const parsed = parseScenario(text, 'sag.yaml');
  return parsed.ok ? [] : parsed.findings;
}

function lineWith(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}

test('a file that keeps the format gives the scenario, with the defaults filled in', () => {
  const parsed = parseScenario(whole, 'sag.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  expect(parsed.scenario).toEqual(buildScenario());
  expect(parsed.lineOf(['nodes', 'bordet'])).toBe(lineWith(whole, 'bordet:\n    type: decision') + 1);
});

test('an unknown field is named with file, line and what to do', () => {
  const text = withText('    question: Hvad svarer du?', '    spoergsmaal: Hvad?\n    question: Hvad svarer du?');
  expect(findingsIn(text)).toEqual([
    {
      file: 'sag.yaml',
      line: lineWith(text, 'spoergsmaal:'),
      path: 'nodes.spoerg.spoergsmaal',
      at: ['nodes', 'spoerg', 'spoergsmaal'],
      code: 'ukendt-felt',
      kind: 'error',
      message: 'Feltet spoergsmaal findes ikke i formatet. Ret navnet, eller fjern det',
      sentence: 'Feltet spoergsmaal findes ikke i formatet.',
      remedy: 'Ret navnet, eller fjern det.',
    },
  ]);
});

test('a misspelt field comes with the one that it is most like', () => {
  const [unknown, missing] = findingsIn(withText('    question: Hvad svarer du?', '    qestion: Hvad svarer du?'));
  expect([unknown, missing]).toMatchObject([
    { code: 'mangler', path: 'nodes.spoerg.question' },
    { code: 'ukendt-felt', message: expect.stringContaining('Mente du question?') },
  ]);
});

test('a choice without why is found at the choice', () => {
  const text = withText(/ +why: Begrundelsen for kort\.\n/, '');
  expect(findingsIn(text)).toEqual([
    expect.objectContaining({
      line: lineWith(text, '- id: kort'),
      path: 'nodes.spoerg.choices.0.why',
      code: 'mangler',
      kind: 'missing',
      message: 'Feltet why mangler. Skriv det',
    }),
  ]);
});

test('an acceptable choice must say what is missing', () => {
  const text = withText(/ +missing: .+ Et navn\.\n/, '');
  expect(findingsIn(text)).toEqual([
    expect.objectContaining({
      line: lineWith(text, '- id: alle'),
      path: 'nodes.bordet.choices.2.missing',
      code: 'mangler-her',
      kind: 'missing',
      sentence: 'Et delvist valg skal sige, hvad der mangler: skriv missing.',
    }),
  ]);
});

test('a choice that tells something must have a verdict', () => {
  const text = withText(/ +verdict: lawful\n/, '');
  expect(findingsIn(text).map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([
    'missing: Et valg, der deler noget, skal have verdict og basis.',
  ]);
});

test.each<[code: string, what: string, old: string | RegExp, replacement: string, message: string]>([
  [
    'forkert-type',
    'a wrong type',
    'minutes: 5',
    'minutes: fem',
    'Feltet minutes har en forkert type. Det skal være et tal',
  ],
  ['for-meget', 'a number too big', 'minutes: 5', 'minutes: 500', 'I feltet minutes må der højst være 60'],
  ['for-lidt', 'a number too small', 'minutes: 5', 'minutes: 0', 'I feltet minutes skal der være mindst 1'],
  [
    'for-lidt',
    'an empty list',
    /competences:\n.*\n/,
    'competences: []\n',
    'I feltet competences skal der være mindst 1',
  ],
  ['tom-tekst', 'empty prose', 'title: En lille sag', 'title: " "', 'Teksten mangler'],
  [
    'ikke-paa-listen',
    'a word that is not one of the allowed',
    'valence: good',
    'valence: fin',
    'valence har en værdi, der ikke kan bruges. Skriv en af: good, mixed, bad',
  ],
  ['ikke-paa-listen', 'a misspelt word', 'valence: mixed', 'valence: mixd', 'Mente du mixed?'],
  ['ikke-paa-listen', 'a wrong type of scene', 'type: brief', 'type: breif', 'Skriv en af: brief, inject, decision'],
  ['ikke-paa-listen', 'a wrong type of variable', 'type: int', 'type: tal', 'Skriv en af: bool, int, enum'],
  ['mangler', 'a variable without its limit', / {4}max: 2\n/, '', 'Feltet max mangler'],
  ['mangler', 'a missing goto', / {4}goto: fortael\n/, '', 'Feltet goto mangler'],
  ['mangler', 'a missing type', / {4}type: brief\n/, '', 'Feltet type mangler'],
  [
    'forkert-type',
    'a goto that is a number',
    'goto: fortael',
    'goto: 5',
    'Feltet goto har en forkert type. Det skal være en tekst eller en liste',
  ],
  [
    'formregel',
    'a name with other letters',
    /^ {2}brevet:/m,
    '  Bréve:',
    'Et id må kun bestå af a-z, 0-9 og bindestreg',
  ],
  ['formregel', 'a version without three numbers', 'version: 1.0.0', 'version: "1.0"', 'Skriv versionen som 1.0.0'],
  ['formregel', 'a day in another form', /lawDate: .*/, 'lawDate: 22. november', 'Skriv lawDate som ÅÅÅÅ-MM-DD'],
  [
    'et-af-felterne',
    'an operator that does not exist',
    /lte: 0/,
    'under: 0',
    'Feltet when kan ikke læses. Der skal stå et af felterne is, gte, lte',
  ],
  ['et-af-felterne', 'a misspelt operator', /lte: 0/, 'let: 0', 'Mente du lte?'],
])('%s: %s is told in plain Danish, with the line', (code, _, old, replacement, message) => {
  const [finding, ...more] = findingsIn(withText(old, replacement));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ file: 'sag.yaml', code, message: expect.stringContaining(message) });
  expect(finding?.line).toBeGreaterThan(0);
});

test.each([
  ['yaml-uafsluttet', 'a bracket that is never closed', 'roles: {', 1],
  ['yaml-uafsluttet', 'a quotation mark that is never closed', 'id: a\ntitle: "En sag\nid: b', 3],
  ['yaml-dobbelt-navn', 'a key that stands twice', 'id: a\nid: b\n', 2],
  ['yaml-flere', 'two documents', 'id: a\n---\nid: b\n', 2],
  ['yaml-kolon', 'a colon in a text', 'id: a\ntitle: Sagen: nummer to\n', 2],
  ['yaml-kolon', 'a colon in a text within braces', 'id: a\nb: { text: Hun siger: kom }\n', 2],
  ['yaml-tabulator', 'a tabulator', 'roles:\n\tpoliti: 1\n', 2],
  ['yaml-indrykning', 'a line too far out', 'a:\n  b: 1\n c: 2\n', 3],
  ['yaml-indrykning', 'a line of a list too far out', 'a:\n  - 1\n - 2\n', 3],
  ['yaml-tegn', 'a text that begins with a sign', 'id: a\ntitle: @navn\n', 2],
  ['yaml-tegn', 'a stroke that means something', 'id: a\ntitle: "a\\q"\n', 2],
  ['yaml-alias', 'a star that points to nothing', 'id: a\ntitle: *navn\n', 2],
  ['yaml-ulaeselig', 'a list and names together', '- a\nb: 1\n', 2],
])('%s: %s gives the line, in Danish, with what to do', (code, _, text, line) => {
  expect(findingsIn(text)[0]).toMatchObject({ file: 'sag.yaml', line, code });
  for (const { message } of findingsIn(text))
    expect(message).not.toMatch(/\b(?:at line|must|Nested|the|not allowed)\b/);
});

test('uden-anfoerselstegn: an unquoted comma in a text is told as that, and not as an unknown field', () => {
  const text = withText(/ {6}- text: Et brev.*\n/, '      - { text: Et brev ligger på bordet, og ingen ser det }\n');
  expect(findingsIn(text)).toEqual([
    expect.objectContaining({
      code: 'uden-anfoerselstegn',
      line: lineWith(text, 'og ingen ser det'),
      sentence: expect.stringContaining('»og ingen ser det«'),
      remedy: expect.stringContaining('anførselstegn'),
    }),
  ]);
});

test.each([
  ['for-stor-fil', 'ten million letters', () => `title: ${'ord '.repeat(2_500_000)}`, '256 kB'],
  ['for-stor-fil', 'twenty thousand scenes', () => withScenes(20_000), '400 scener'],
  ['for-mange-scener', 'more scenes than a case has', () => withScenes(500), '400'],
])('%s: %s are refused within a second, with the limit', (code, _, make, limit) => {
  const text = make();
  const before = performance.now();
  expect(findingsIn(text)).toEqual([expect.objectContaining({ code, message: expect.stringContaining(limit) })]);
  expect(performance.now() - before).toBeLessThan(1000);
});

function withScenes(count: number): string {
  const scene = (_: unknown, index: number) => `  s${index}: { type: brief, title: T, goto: s${index + 1} }\n`;
  return `id: a\nnodes:\n${Array.from({ length: count }, scene).join('')}`;
}

test('forkert-form: a form whose rule has no words of its own is told in Danish all the same', () => {
  const read = readLocatedYaml('mærke: x\n', 'andet.yaml', z.strictObject({ mærke: z.string().regex(/^a$/) }));
  expect(read).toMatchObject({ ok: false, findings: [{ code: 'forkert-form', line: 1, path: 'mærke' }] });
});

test('ikke-utf8: a letter that was lost before is told with its line', () => {
  expect(findingsIn('id: a\ntitle: B\uFFFDrn\n')).toEqual([expect.objectContaining({ code: 'ikke-utf8', line: 2 })]);
});

test('bytes that are no UTF-8 are refused with their line; a byte order mark is passed over', () => {
  const latin1 = Buffer.from('id: a\ntitle: Børn\n', 'latin1');
  expect(decodeUtf8(latin1)).toEqual({ ok: false, line: 2 });
  expect(decodeUtf8(Buffer.from('\uFEFFid: børn'))).toEqual({ ok: true, text: 'id: børn' });
});

test.each([
  ['nothing', ''],
  ['a list', '- 1'],
  ['a word', 'sag'],
  ['an alias without an anchor', 'id: *nogen'],
  ['an alias to itself', 'a: &a\n  b: *a\n'],
  [
    'aliases that would fill the memory',
    'a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*b,*b,*b,*b]\n',
  ],
  ['a list as a key', '? [a, b]\n: 1\n'],
  ['control characters', 'id: \u0000\u0007'],
  ['brackets within brackets', '['.repeat(100_000)],
])('never throws: %s', (_, text) => {
  expect(findingsIn(text).length).toBeGreaterThan(0);
});
