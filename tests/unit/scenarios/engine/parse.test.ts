import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type FormatFinding, parseScenario } from '#src/scenarios/engine/index.ts';
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
      line: lineWith(text, '  spoerg:') + 1,
      path: 'nodes.spoerg',
      code: 'unrecognized_keys',
      message: 'Feltet spoergsmaal findes ikke i formatet. Ret navnet, eller fjern det',
    },
  ]);
});

test('a choice without why is found at the choice', () => {
  const text = withText(/ +why: Begrundelsen for kort\.\n/, '');
  expect(findingsIn(text)).toEqual([
    expect.objectContaining({
      line: lineWith(text, '- id: kort'),
      path: 'nodes.spoerg.choices.0.why',
      message: 'Feltet mangler',
    }),
  ]);
});

test('an acceptable choice must say what is missing', () => {
  const text = withText(/ +missing: .+ Et navn\.\n/, '');
  expect(findingsIn(text)).toEqual([
    expect.objectContaining({
      line: lineWith(text, '- id: alle'),
      path: 'nodes.bordet.choices.2.missing',
      message: 'Et delvist valg skal sige, hvad der mangler: skriv missing',
    }),
  ]);
});

test('a choice that tells something must have a verdict', () => {
  const text = withText(/ +verdict: lawful\n/, '');
  expect(findingsIn(text).map(({ message }) => message)).toEqual([
    'Et valg, der deler noget, skal have verdict og basis',
  ]);
});

test.each<[string, string | RegExp, string, string]>([
  ['a wrong type', 'minutes: 5', 'minutes: fem', 'Værdien har en forkert type'],
  ['a number too big', 'minutes: 5', 'minutes: 500', 'Der må højst være 60'],
  ['a number too small', 'minutes: 5', 'minutes: 0', 'Der skal være mindst 1'],
  ['an empty list', /competences:\n.*\n/, 'competences: []\n', 'Der skal være mindst 1'],
  ['empty prose', 'title: En lille sag', 'title: " "', 'Teksten mangler'],
  ['a word that is not one of the allowed', 'valence: good', 'valence: fin', 'Skriv en af: good, mixed, bad'],
  ['a name with other letters', /^ {2}brevet:/m, '  Bréve:', 'Et id må kun bestå af a-z, 0-9 og bindestreg'],
  ['a version without three numbers', 'version: 1.0.0', 'version: "1.0"', 'Skriv versionen som 1.0.0'],
  ['an operator that does not exist', /lte: 0/, 'under: 0', 'Værdien passer ikke til formatet'],
])('%s is told in plain Danish, with the line', (_, old, replacement, message) => {
  const [finding, ...more] = findingsIn(withText(old, replacement));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ file: 'sag.yaml', message: expect.stringContaining(message) });
  expect(finding?.line).toBeGreaterThan(0);
});

test.each([
  ['a bracket that is never closed', 'roles: {', 1],
  ['a key that stands twice', 'id: a\nid: b\n', 2],
  ['two documents', 'id: a\n---\nid: b\n', 2],
])('broken YAML: %s gives the line', (_, text, line) => {
  expect(findingsIn(text)[0]).toMatchObject({
    file: 'sag.yaml',
    line,
    code: 'yaml',
    message: expect.stringMatching(/^Filen kan ikke læses som YAML: ./),
  });
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
])('never throws: %s', (_, text) => {
  expect(findingsIn(text).length).toBeGreaterThan(0);
});
