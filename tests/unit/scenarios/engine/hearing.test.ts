import { expect, test } from 'vitest';
import { nameIn } from '#src/scenarios/engine/check-voice.ts';
import { checkScenario } from '#src/scenarios/engine/index.ts';
import { factReader } from '#src/scenarios/engine/utterance.ts';
import { buildScenario, knownElsewhere, type Overrides } from '#tests/support/scenarios.ts';

const coded = (code: string, changes: Overrides) =>
  checkScenario(buildScenario(changes), knownElsewhere).findings.filter((one) => one.code === code);
const passages = (node: string, ...list: Overrides[]): Overrides => ({ nodes: { [node]: { passages: list } } });
const diagnosis = 'Han har en diagnose og var indlagt i foråret, står der.';

test('a text gives a fact away by five of its words in a row, or by all that the short form says', () => {
  const read = factReader(
    buildScenario({
      facts: { kendt: { short: 'Kendt i psykiatrien siden marts.' }, frist: { text: 'Det er ikke det at han så' } },
    }),
  );
  expect(read(diagnosis)).toEqual(['kendt']);
  expect(read('Siden marts har psykiatrien kendt ham.')).toEqual(['kendt']);
  expect(read('Psykiatrien kendte ham i marts.')).toEqual([]);
  // Small words alone are met by chance.
  expect(read('Det er ikke det at han så mange')).toEqual([]);
});

test('a story that tells every seat what one of them has not been told is found, with those who read it', () => {
  const [told, ...more] = coded('fortaeller-for-meget', passages('bordet', { text: diagnosis }));
  expect(told).toMatchObject({ severity: 'error', node: 'bordet', at: ['nodes', 'bordet', 'passages', 0] });
  expect(told?.message).toContain('kommune');
  expect(told?.message).not.toMatch(/psykiatri læser/);
  expect(more).toEqual([]);
});

test('the same story, told only to who knows it, is none', () => {
  const own = {
    type: 'brief',
    title: 'Journalen',
    present: ['psykiatri'],
    passages: [{ text: diagnosis }],
    goto: 'fortael',
  };
  expect(coded('fortaeller-for-meget', { nodes: { brevet: { goto: 'journalen' }, journalen: own } })).toEqual([]);
});

test('what was told before may be told again', () => {
  const text = 'Alle ved det nu: Ole skal ud på dag 30.';
  const known = { knows: { seat: 'politi', fact: 'frist' } };
  expect(coded('fortaeller-for-meget', passages('bordet', { text, when: known }))).toEqual([]);
  expect(coded('fortaeller-for-meget', passages('bordet', { text }))).toHaveLength(1);
});

test('a way on which it was told does not hide one on which it was not', () => {
  const toAll = { to: ['politi', 'psykiatri'] };
  const tells = {
    discloses: [
      { fact: 'frist', ...toAll },
      { fact: 'notater', ...toAll },
    ],
    verdict: 'unlawful',
    basis: ['rpl-115-2'],
  };
  const fortael = { auto: 'alt', choices: { alt: { set: { tillid: 1 } }, intet: tells } };
  const bordet = { passages: [{ text: 'I mappen er der gamle notater om hans bror.' }] };
  const [told] = coded('fortaeller-for-meget', {
    facts: { notater: { text: 'Der er gamle notater om hans bror.' } },
    nodes: { fortael, bordet },
  });
  expect(told).toMatchObject({ node: 'bordet', seat: 'kommune' });
});

test.each([
  ['somebody says', { say: { seat: 'kif', name: 'Bent', text: diagnosis } }],
  ['a passage quotes', { text: `»${diagnosis}« siger Bent.` }],
])('what %s on the screen counts as told', (_, passage) => {
  const [said] = coded('sagt-men-ikke-fortalt', passages('udrykning', passage));
  expect(said).toMatchObject({ severity: 'error', node: 'udrykning' });
  expect(said?.message).toContain('politi');
});

test('who speaks is not told by it', () => {
  const passage = { say: { seat: 'politi', name: 'Henrik', text: diagnosis } };
  expect(coded('sagt-men-ikke-fortalt', passages('udrykning', passage))).toEqual([]);
});

test('what follows from another seat’s choice is heard too, by those whom it told nothing', () => {
  const noedvendigt = { follows: `»${diagnosis}« siger Bent.` };
  const [said] = coded('sagt-men-ikke-fortalt', { nodes: { fortael: { choices: { noedvendigt } } } });
  expect(said).toMatchObject({ node: 'fortael', at: ['nodes', 'fortael', 'choices', 1, 'follows'] });
  expect(said?.message).toContain('politi');
});

test('a fact that one seat learns in a scene is not told to all by leaving out who is there', () => {
  const frist = { arises: ['bordet'] };
  const changes = { facts: { notater: frist }, nodes: { bordet: { passages: [{ text: 'Der sker noget.' }] } } };
  expect(coded('fortaeller-for-meget', changes)).toMatchObject([{ severity: 'warning', node: 'bordet' }]);
});

test('who is called from a scene is not in it', () => {
  const list = [{ text: 'Hun græder.' }, { text: 'Klokken tolv ringer de to til Henrik.' }];
  expect(coded('fortaeller-for-meget', passages('bordet', ...list))).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('politi') },
  ]);
});

test('the name of a seat stands in its intro', () => {
  expect(nameIn('Du er Birgitte, sagsbehandler i KiF.')).toBe('Birgitte');
  expect(nameIn('Du er socialrådgiver.')).toBeUndefined();
});

test.each([
  ['a line', { say: { seat: 'politi', name: 'Henrik', text: '»Det tager vi os af.«' } }],
  ['a quotation before the name', { text: '»Det tager vi os af,« siger Henrik og rejser sig.' }],
  ['a quotation after the name', { text: 'Henrik svarer med det samme: »Det tager vi os af.«' }],
])('%s in the mouth of the learner’s own person is said', (_, passage) => {
  expect(coded('taler-for-laereren', passages('bordet', passage))).toMatchObject([
    { severity: 'warning', node: 'bordet', seat: 'politi' },
  ]);
});

test.each([
  ['another person of the same seat', { say: { seat: 'politi', name: 'Vagtchefen', text: '»Kom hjem.«' } }],
  ['indirect speech', { text: 'Henrik siger, at de tager sig af det.' }],
  [
    'what the learner chose to say',
    { text: '»Vidnet så det,« siger Henrik.', when: { chose: 'udrykning/forklaring' } },
  ],
])('%s is no line of the learner’s', (_, passage) => {
  expect(coded('taler-for-laereren', passages('bordet', passage))).toEqual([]);
});

test('another’s choice must not make the learner’s person speak, unless the case never takes it', () => {
  const speaks = { follows: '»Fint,« siger Karin.' };
  expect(coded('taler-for-laereren', { nodes: { fortael: { choices: { noedvendigt: speaks } } } })).toHaveLength(1);
  expect(coded('taler-for-laereren', { nodes: { fortael: { choices: { intet: speaks } } } })).toEqual([]);
});
