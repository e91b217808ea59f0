import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '#src/content/load.ts';
import { checkScenario } from '#src/scenarios/engine/index.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { buildScenario, knownElsewhere, libraryScenarios, type Overrides } from '#tests/support/scenarios.ts';

const checked = (changes: Overrides) => checkScenario(buildScenario(changes), knownElsewhere);

/** A change of one choice of the small case. */
function choice(path: string, change: Overrides): Overrides {
  const [node = '', id = ''] = path.split('/');
  return { nodes: { [node]: { choices: { [id]: change } } } };
}

const nobodyPlays = Object.fromEntries(['politi', 'kommune', 'psykiatri'].map((seat) => [seat, { playable: false }]));
const brief = { type: 'brief', title: 'Venteværelset' };
const longest = 'Et svar, der er meget længere end alle de andre svar i den samme scene.';
/** A scene of the small case with one choice moved to the front. */
function withFirst(id: string, scene: string): Overrides {
  const node = buildScenario().nodes[scene];
  if (!node || node.type === 'brief' || node.type === 'outcome') throw new Error(`no decision ${scene}`);
  return { choices: node.choices.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)) };
}

/** One seeded defect a line: the code it must give, what is wrong, the node it must name, the change. */
const defects: readonly [code: string, what: string, node: string | null, changes: Overrides][] = [
  ['ukendt-scene', 'a start that does not exist', null, { start: 'forfra' }],
  ['ukendt-scene', 'a goto that leads to nothing', 'bordet', choice('bordet/venter', { goto: 'vaek' })],
  [
    'ukendt-scene',
    'a condition on a scene that does not exist',
    'bordet',
    choice('bordet/venter', { when: { not: { visited: 'vaek' } } }),
  ],
  ['ukendt-plads', 'a fact with an unknown holder', null, { facts: { vidne: { holder: 'nabo' } } }],
  ['ukendt-plads', 'an unknown seat that is present', 'brevet', { nodes: { brevet: { present: ['nabo'] } } }],
  [
    'ukendt-plads',
    'a fact told to an unknown seat',
    'fortael',
    choice('fortael/noedvendigt', { discloses: [{ fact: 'frist', to: ['nabo'] }] }),
  ],
  ['ukendt-oplysning', 'a choice that rests on an unknown fact', 'bordet', choice('bordet/alle', { reliesOn: ['x'] })],
  [
    'ukendt-variabel',
    'a condition on an unknown variable',
    'bordet',
    choice('bordet/alle', { when: { any: [{ var: 'vejr', is: true }] } }),
  ],
  ['ukendt-variabel', 'an unknown variable that is set', 'bordet', choice('bordet/alle', { set: { vejr: true } })],
  [
    'ukendt-variabel',
    'a variable named as what every object has',
    'bordet',
    choice('bordet/alle', { set: { constructor: 1 } }),
  ],
  ['ukendt-valg', 'an auto that is not among the choices', 'fortael', { nodes: { fortael: { auto: 'andet' } } }],
  [
    'ukendt-valg',
    'a condition on an unknown choice',
    'bordet',
    choice('bordet/alle', { when: { all: [{ chose: 'fortael/andet' }] } }),
  ],
  ['ukendt-bestemmelse', 'an unknown provision', 'bordet', choice('bordet/alle', { basis: ['rpl-999'] })],
  ['ukendt-kompetence', 'an unknown competence', null, { competences: ['strikning'] }],
  [
    'ukendt-kompetence',
    'points for an unknown competence',
    'bordet',
    choice('bordet/alle', { evidence: { strikning: 1 } }),
  ],
  ['ingen-plads', 'no seat can be played', null, { roles: nobodyPlays }],
  ['vaerdi', 'a variable that begins outside its limits', null, { vars: { tillid: { init: 3 } } }],
  ['vaerdi', 'a variable set outside its limits', 'bordet', choice('bordet/alle', { set: { tillid: -1 } })],
  [
    'vaerdi',
    'a condition on a value that cannot be',
    'bordet',
    choice('bordet/alle', { when: { not: { var: 'ansvar', is: 'kif' } } }),
  ],
  ['kort-form', 'a fact needed in part without a short form', null, { facts: { kendt: { short: undefined } } }],
  [
    'kort-form',
    'a short form told of a fact that has none',
    'fortael',
    choice('fortael/noedvendigt', { discloses: [{ fact: 'frist', to: ['politi'], form: 'short' }] }),
  ],
  [
    'intet-ellers',
    'a goto whose last line has a condition',
    'bordet',
    choice('bordet/alle', { goto: [{ when: { var: 'tillid', gte: 1 }, goto: 'blandet' }] }),
  ],
  [
    'intet-ellers',
    'an auto whose last line has a condition',
    'fortael',
    { nodes: { fortael: { auto: [{ when: { var: 'tillid', gte: 1 }, choice: 'alt' }] } } },
  ],
  ['dobbelt-valg', 'two choices with one id', 'bordet', choice('bordet/alle', { id: 'venter' })],
  [
    'uden-auto',
    'a seat’s scene that does not say what else happens',
    'fortael',
    { nodes: { fortael: { auto: undefined } } },
  ],
  ['kun-svage-valg', 'a scene with only poor choices', 'udrykning', choice('udrykning/datoer', { rating: 'poor' })],
  [
    'uretfaerdig-slutning',
    'a bad end without a poor choice',
    'skidt',
    choice('bordet/venter', { rating: 'acceptable', missing: 'Hvad mangler der?' }),
  ],
  [
    'brudt-loefte',
    'an end that breaks a promise',
    'blandet',
    { assert: [{ at: 'outcome-mixed', that: { var: 'ansvar', is: 'kommune' } }] },
  ],
  [
    'blind-vej',
    'a scene in which every choice can be closed',
    'udrykning',
    {
      nodes: {
        udrykning: {
          choices: {
            forklaring: { when: { var: 'tillid', gte: 1 } },
            datoer: { when: { var: 'tillid', gte: 1 } },
          },
        },
      },
    },
  ],
  ['blind-vej', 'an auto that is closed when it is needed', 'spoerg', { nodes: { spoerg: { auto: 'kort' } } }],
  [
    'ved-det-ikke',
    'a choice that rests on what the seat does not know',
    'fortael',
    choice('fortael/intet', { reliesOn: ['kendt'] }),
  ],
  [
    'ved-det-ikke',
    'a choice that tells what the seat does not know',
    'udrykning',
    choice('udrykning/datoer', { discloses: [{ fact: 'notater', to: ['psykiatri'] }] }),
  ],
  ['ingen-slutning', 'a case that never ends', null, { nodes: { brevet: { goto: 'brevet' } } }],
  [
    'rundgang',
    'a choice into a circle of scenes without a decision',
    'a',
    {
      nodes: {
        bordet: { choices: { venter: { goto: 'a' } } },
        a: { ...brief, goto: 'b' },
        b: { ...brief, goto: 'a' },
      },
    },
  ],
  [
    'uden-vej',
    'a scene that nothing leads to',
    'ventevaerelse',
    { nodes: { ventevaerelse: { ...brief, goto: 'godt' } } },
  ],
  [
    'aldrig-aabent',
    'a choice that is never open',
    'bordet',
    choice('bordet/alle', { when: { all: [{ var: 'tillid', gte: 2 }] } }),
  ],
  [
    'altid-foerst',
    'the best choice first in most scenes',
    null,
    { nodes: { fortael: withFirst('noedvendigt', 'fortael'), bordet: withFirst('kommunen', 'bordet') } },
  ],
  [
    'altid-laengst',
    'the best choice longest in most scenes',
    null,
    {
      nodes: {
        fortael: { choices: { noedvendigt: { text: longest } } },
        bordet: { choices: { kommunen: { text: longest } } },
      },
    },
  ],
];

test('the small case without defects gives nothing', () => {
  expect(checked({})).toEqual([]);
});

test.each(libraryScenarios())('library: $id gives nothing', (scenario) => {
  const loaded = loadContent(projectRoot, '2026-11-23');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const provisions = new Set(Object.keys(loaded.content.provisions));
  const competences = new Set(loaded.content.competences.map(({ id }) => id));
  expect(checkScenario(scenario, { provisions, competences })).toEqual([]);
});

test.each(defects)('%s: %s is found', (code, _, node, changes) => {
  const found = checked(changes).find((finding) => finding.code === code);
  expect(found).toMatchObject({ code, node, message: expect.stringMatching(/\p{L}+ .*\.$/u) });
});

test('for-stor: a case with more places than are walked is said, as a warning', () => {
  const [finding, ...more] = checkScenario(buildScenario(), knownElsewhere, 3).filter(
    ({ code }) => code === 'for-stor',
  );
  expect(finding).toMatchObject({ severity: 'warning', node: null, message: expect.stringContaining('over 3 ') });
  expect(more).toHaveLength(2);
});

test('every code of the checker has a seeded defect here', () => {
  const source = readFileSync(join(projectRoot, 'src/scenarios/engine/check.ts'), 'utf8');
  const codes = [...source.matchAll(/(?:\b(?:fail|add)\(|known\(\s*'\w+',)\s*'([a-z-]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].toSorted()).toEqual(
    [...new Set([...defects.map(([code]) => code), 'for-stor'])].toSorted(),
  );
});

test('a finding shows the shortest way there, and what to do', () => {
  const changes = choice('bordet/venter', { rating: 'acceptable', missing: 'Hvad mangler der?' });
  expect(checked(changes).find(({ code }) => code === 'uretfaerdig-slutning')).toMatchObject({
    path: ['fortael/noedvendigt', 'spoerg/kort', 'udrykning/datoer', 'bordet/venter'],
    suggestion: expect.stringContaining('unlucky'),
  });
});

test('a bad end that nobody caused is allowed when the author says so', () => {
  const bordet = { choices: { venter: { rating: 'acceptable', missing: 'Hvad mangler der?' } } };
  expect(checked({ nodes: { bordet, skidt: { unlucky: true } } })).toEqual([]);
});

test('a circle of decisions with a way out is allowed', () => {
  expect(checked(choice('bordet/alle', { goto: 'fortael' })).map(({ code }) => code)).not.toContain('rundgang');
});

test('broken references are told alone: plays are not walked until they hold', () => {
  const found = checked({ ...choice('bordet/venter', { goto: 'vaek' }) });
  expect(found.map(({ code }) => code)).toEqual(['ukendt-scene']);
});
