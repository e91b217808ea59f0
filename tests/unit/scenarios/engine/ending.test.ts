import { expect, test } from 'vitest';
import { checkScenario, compileScenario, debrief, editionsOf, scenarioHash } from '#src/scenarios/engine/index.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, knownElsewhere, moves, type Overrides } from '#tests/support/scenarios.ts';

const codesOf = (changes: Overrides) =>
  checkScenario(buildScenario(changes), knownElsewhere).findings.map(({ code, node }) => `${code} ${node}`);
const endOf = (last: Overrides): Overrides => ({ nodes: { godt: last } });
const told = { chose: 'spoerg/journal' };

test('an ending tells what happened in this play, each line a paragraph, and nothing else', () => {
  const compiled = compileScenario(buildScenario());
  const endingOf = (...taken: string[]) => debrief(compiled, 'psykiatri', moves(...taken)).outcome.text;
  expect(endingOf('spoerg/kort', 'bordet/kommunen')).toBe('Ole bor der stadig.');
  expect(endingOf('spoerg/journal', 'bordet/kommunen')).toBe('Ole bor der stadig.\n\nDiagnosen står nu tre steder.');
});

test('the lines of an ending stand in their order', () => {
  const lines = [{ text: 'Først.' }, { text: 'Aldrig.', when: { not: told } }, { text: 'Så.', when: told }];
  const compiled = compileScenario(buildScenario(endOf({ lines })));
  const { text } = debrief(compiled, 'psykiatri', moves('spoerg/journal', 'bordet/kommunen')).outcome;
  expect(text.split('\n\n')).toEqual(['Ole bor der stadig.', 'Først.', 'Så.']);
});

test('an edition fills in the words of an ending’s lines', () => {
  const [north] = editionsOf(buildRichScenario());
  expect(JSON.stringify(north?.scenario.nodes.godt)).toContain('at Bo har bostøtte');
});

test('a case without lines and claims keeps its hash, so that runs in progress stay with it', () => {
  const plain = buildScenario(endOf({ lines: undefined }));
  expect(plain.nodes.godt).not.toHaveProperty('lines');
  expect(scenarioHash(plain)).toBe(scenarioHash(structuredClone(plain)));
});

test.each([
  ['a line that is told where it did not happen', endOf({ lines: [{ text: 'Journalen blev læst.', claims: told }] })],
  ['the text of an ending that not every play earned', endOf({ claims: told })],
])('%s is found, with the shortest way there', (_, changes) => {
  const { findings } = checkScenario(buildScenario(changes), knownElsewhere);
  const [found, ...more] = findings.filter(({ code }) => code === 'paastand-holder-ikke');
  expect(found).toMatchObject({ severity: 'error', node: 'godt' });
  expect(found?.path.at(-1)).toBe('bordet/kommunen');
  expect(more).toEqual([]);
});

test('a passage that claims what did not happen is found, whoever is there to hear it', () => {
  const passages = [{ text: 'Diagnosen er ude.', claims: told }];
  expect(codesOf({ nodes: { udrykning: { passages } } })).toContain('paastand-holder-ikke udrykning');
});

test('a claim holds where the line is told only because of it', () => {
  const lines = [{ text: 'Journalen blev læst.', when: told, claims: { all: [told, { visited: 'spoerg' }] } }];
  expect(codesOf(endOf({ lines })).filter((one) => one.startsWith('paastand'))).toEqual([]);
});

test('a line that a choice led to stands with that choice too', () => {
  const compiled = compileScenario(buildScenario());
  expect(debrief(compiled, 'psykiatri', moves('spoerg/journal', 'bordet/kommunen')).ledTo).toEqual({
    spoerg: ['Diagnosen står nu tre steder.'],
  });
  expect(debrief(compiled, 'psykiatri', moves('spoerg/kort', 'bordet/kommunen')).ledTo).toEqual({});
});

test('what another’s choice led to is not laid on the learner', () => {
  const lines = [{ text: 'Datoerne hjalp.', when: { chose: 'udrykning/datoer' } }];
  const compiled = compileScenario(buildScenario(endOf({ lines })));
  const { outcome, ledTo } = debrief(compiled, 'psykiatri', moves('spoerg/kort', 'bordet/kommunen'));
  expect(outcome.text).toContain('Datoerne hjalp.');
  expect(ledTo).toEqual({});
});
