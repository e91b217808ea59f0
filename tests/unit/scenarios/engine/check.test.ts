import { expect, test } from 'vitest';
import { checkContext } from '#src/content/check-context.ts';
import { loadContent } from '#src/content/load.ts';
import { checkScenario, isDecision } from '#src/scenarios/engine/index.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, knownElsewhere, libraryScenarios, merged, type Overrides } from '#tests/support/scenarios.ts';

const checked = (changes: Overrides) => checkScenario(buildScenario(changes), knownElsewhere).findings;

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
  if (!isDecision(node)) throw new Error(`no decision ${scene}`);
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
    'staerkt-deler-for-meget',
    'a best choice that tells the whole where a part is enough',
    'udrykning',
    choice('udrykning/datoer', { discloses: [{ fact: 'ture', to: ['psykiatri'] }] }),
  ],
  [
    'staerkt-deler-for-meget',
    'a best choice that tells somebody who does not need it',
    'fortael',
    choice('fortael/noedvendigt', { discloses: [{ fact: 'frist', to: ['psykiatri', 'kif'] }] }),
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
    choice('udrykning/datoer', { discloses: [{ fact: 'frist', to: ['psykiatri'] }] }),
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

/** The same on the rich case: reasons, injects, rounds, meetings' ends, panels, editions. */
const part = (name: string, change: unknown): Overrides => ({ nodes: { slut: { parts: { [name]: change } } } });
const richChoices = (change: (choices: Overrides[]) => unknown): Overrides => {
  const { valget } = buildRichScenario().nodes;
  return { nodes: { valget: { choices: change(isDecision(valget) ? structuredClone(valget.choices) : []) } } };
};
const vaek = { id: 'vaek', text: 'Ingenting.', rating: 'poor', why: 'Det rækker ikke.' };
const richDefects: readonly [code: string, what: string, node: string | null, changes: Overrides][] = [
  ['uden-intro', 'a seat that does not say who one is', null, { roles: { politi: { intro: undefined } } }],
  ['uden-modtager', 'a needed fact that nobody shall have', null, { facts: { frist: { recipients: [] } } }],
  ['uden-behov', 'a fact that nobody needs, with recipients', null, { facts: { bror: { recipients: ['politi'] } } }],
  [
    'ukendt-plads',
    'a duty to an unknown seat',
    null,
    { facts: { barn: { duty: { to: ['skole'], basis: ['rpl-115-4'] } } } },
  ],
  [
    'ukendt-bestemmelse',
    'a duty by an unknown provision',
    null,
    { facts: { barn: { duty: { to: ['psykiatri'], basis: ['x'] } } } },
  ],
  ['ukendt-tvilling', 'a twin that does not exist', null, { twinOf: 'ingen-saadan' }],
  ['ikke-i-kraft', 'a provision that is no longer in force', 'runden', { nodes: { runden: { basis: ['ophaevet'] } } }],
  [
    'usikkert-grundlag',
    'a right answer on what nobody has verified',
    'valget',
    richChoices(([first, second]) => [first, { ...second, basis: ['usikker'] }]),
  ],
  ['ikke-til-stede', 'a seat that decides where it is not', 'runden', { nodes: { runden: { present: ['politi'] } } }],
  ['uden-auto', 'a round that does not say what the case tells', 'runden', { nodes: { runden: { auto: undefined } } }],
  [
    'samtykke',
    'a yes to what is not on the table',
    'runden',
    { nodes: { runden: { consent: { covers: [{ facts: ['frist', 'andet'], to: ['politi'] }] } } } },
  ],
  [
    'samtykke',
    'a yes to somebody who is not there',
    'runden',
    { nodes: { runden: { consent: { covers: [{ facts: ['frist'], to: ['skole'] }] } } } },
  ],
  [
    'auto-delinger',
    'an auto that tells what is not on the table',
    'runden',
    { nodes: { runden: { facts: ['bror', 'barn'] } } },
  ],
  ['ukendt-oplysning', 'an unknown fact on the table', 'runden', { nodes: { runden: { facts: ['frist', 'x'] } } }],
  [
    'ukendt-plads',
    'an unknown hearer',
    'runden',
    { nodes: { runden: { recipients: ['politi', 'psykiatri', 'skole'] } } },
  ],
  [
    'dobbelt-valg',
    'an aim that stands twice',
    'runden',
    {
      nodes: {
        runden: {
          aims: [
            { aim: 'help', text: 'A' },
            { aim: 'help', text: 'B' },
          ],
        },
      },
    },
  ],
  [
    'runden-er-ligegyldig',
    'a round that nothing asks about later',
    'runden',
    {
      nodes: {
        slut: {
          goto: [
            { when: { var: 'ansvar', is: 'kommune' }, goto: 'godt' },
            { when: { var: 'ansvar', is: 'ingen' }, goto: 'skidt' },
            { goto: 'blandet' },
          ],
        },
      },
    },
  ],
  [
    'begrundelser',
    'only one choice asks why',
    'valget',
    richChoices(([first, second]) => [first, { ...second, reasons: undefined }]),
  ],
  [
    'dobbelt-valg',
    'two reasons with one id',
    'valget',
    richChoices(([first, second]) => [
      first,
      { ...second, reasons: [0, 1, 2].map(() => ({ id: 'a', text: 'A', rating: 'best', why: 'A' })) },
    ]),
  ],
  [
    'fejlkode',
    'a strong choice with a fault',
    'valget',
    richChoices(([first, second]) => [first, { ...second, fault: 'passivitet' }]),
  ],
  [
    'panel',
    'a panel without answers',
    'valget',
    { nodes: { valget: { panel: { votes: { spoerger: 0, venter: 0 } } } } },
  ],
  ['ukendt-valg', 'a panel that voted for nothing', 'valget', { nodes: { valget: { panel: { votes: { vaek: 3 } } } } }],
  [
    'ukendt-valg',
    'a meeting’s end whose auto is not four options',
    'slut',
    { nodes: { slut: { seat: 'kommune', auto: 'kommune.torsdag' } } },
  ],
  ['kun-svage-valg', 'a part with only poor options', 'slut', part('fallback', [vaek, { ...vaek, id: 'b' }])],
  ['dobbelt-valg', 'two options of a part with one id', 'slut', part('fallback', [vaek, vaek])],
  [
    'vaerdi',
    'an option that sets what cannot be',
    'slut',
    part('next', [vaek, { ...vaek, id: 'b', rating: 'best', set: { ansvar: 'kif' } }]),
  ],
  [
    'vaerdi',
    'a comparison of what is no number',
    'brevet',
    { nodes: { brevet: { when: { var: 'grundigt', is: undefined, gte: 1 } } } },
  ],
  [
    'ukendt-variabel',
    'an inject that sets what does not exist',
    'brevet',
    { nodes: { brevet: { set: { vejr: true } } } },
  ],
  [
    'vaerdi',
    'a variable whose limits are the wrong way round',
    null,
    { vars: { tal: { type: 'int', min: 2, max: 1, init: 1 } } },
  ],
  [
    'aaben-plads-i-teksten',
    'a slot that one edition leaves open',
    null,
    { nodes: { godt: { text: '{{navn}} og {{hund}}.' } } },
  ],
  ['aaben-plads-i-teksten', 'a slot in a case without editions', null, { variants: undefined }],
  ['aaben-plads-i-hovedet', 'a slot where the case is listed', null, { title: 'Sagen om {{navn}}' }],
  [
    'ubrugt-ord',
    'a word that stands nowhere',
    null,
    { variants: [0, 1].map((n) => ({ id: `u${n}`, label: 'U', slots: { navn: 'Bo', by: 'Byen' } })) },
  ],
  [
    'kun-svage-valg',
    'a place where only poor choices are open',
    'valget',
    richChoices(([first, second]) => [first, { ...second, when: { var: 'nyt', is: true } }]),
  ],
  [
    'naar-aldrig-frem',
    'a need that no way meets',
    null,
    {
      facts: { frist: { recipients: ['politi', 'psykiatri', 'kif'] } },
      nodes: { runden: { recipients: ['politi', 'psykiatri'] } },
    },
  ],
  [
    'naesten-ens',
    'two choices in nearly the same words',
    'valget',
    richChoices(([first, second]) => [{ ...first, text: 'Jeg ringer og spørger ham, hvad han vil.' }, second]),
  ],
  [
    'for-faa-point',
    'a competence that nobody can show',
    null,
    merged(
      richChoices(([first, second]) => [first, { ...second, evidence: {} }]),
      { nodes: { runden: { evidence: { videregivelse: undefined } } } },
    ) as Overrides,
  ],
  [
    'laesetid',
    'more to read than the case says',
    null,
    { minutes: 1, nodes: { brevet: { passages: [{ text: 'ord '.repeat(900) }] } } },
  ],
  ['for-mange-valg', 'more decisions than one keeps in mind', null, manyDecisions(14)],
];

/** The rich case with a row of small decisions before its first one. */
function manyDecisions(count: number): Overrides {
  const option = (id: string, goto: string) => ({
    id,
    text: `Svar ${id} på dag ${id} og ${id}`,
    rating: 'best',
    why: 'W',
    follows: 'F',
    goto,
  });
  const name = (index: number) => (index === count ? 'valget' : `trin-${index}`);
  const steps = Array.from({ length: count }, (_, index) => [
    name(index),
    {
      type: 'decision',
      title: 'T',
      seat: 'table',
      question: 'Q',
      choices: ['a', 'b'].map((id) => option(id, name(index + 1))),
    },
  ]);
  return { start: name(0), nodes: Object.fromEntries(steps) };
}

test.each(richDefects)('rich: %s: %s is found', (code, _, node, changes) => {
  const { findings } = checkScenario(buildRichScenario(changes), knownElsewhere);
  const found = findings.find((finding) => finding.code === code && finding.node === node);
  expect(found, findings.map((one) => `${one.code} ${one.node}`).join()).toMatchObject({
    message: expect.stringMatching(/\p{L}+ .*\.$/u),
  });
});

test('a twin that judges the same words otherwise is said', () => {
  const other = richChoices(([first, second]) => [{ ...first, rating: 'best', fault: undefined }, second]);
  const { findings } = checkScenario(buildRichScenario({ twinOf: 'anden' }), {
    ...knownElsewhere,
    twin: buildRichScenario(other),
  });
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning tvilling-bedoemt-anderledes']);
});

test('a case too large to walk is played at random instead, with the same report every time', () => {
  const report = () => checkScenario(buildRichScenario(), knownElsewhere, 3);
  const { coverage } = report();
  expect(coverage[0]).toMatchObject({ kind: 'sampled', plays: 10_000, hits: { valget: 10_000 } });
  expect(report()).toEqual(report());
}, 60_000);

test('the small case without defects gives nothing', () => {
  expect(checked({})).toEqual([]);
});

const loaded = loadContent(projectRoot, '2026-11-23');
// A case may have tens of thousands of places.
test.each(libraryScenarios())('library: $id gives nothing', { timeout: 120_000 }, (scenario) => {
  if (!loaded.ok) throw new Error(loaded.findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const { findings } = checkScenario(scenario, checkContext(loaded.content, scenario));
  expect(findings.map(({ code, node, message }) => `${code} ${node}: ${message}`)).toEqual([]);
});

test.each(defects)('%s: %s is found', (code, _, node, changes) => {
  const found = checked(changes).find((finding) => finding.code === code);
  expect(found).toMatchObject({ code, node, message: expect.stringMatching(/\p{L}+ .*\.$/u) });
});

test('for-stor: a case with more places than are walked is said, as a warning', () => {
  const [finding, ...more] = checkScenario(buildScenario(), knownElsewhere, 3).findings.filter(
    ({ code }) => code === 'for-stor',
  );
  expect(finding).toMatchObject({ severity: 'warning', node: null, message: expect.stringContaining('over 3 ') });
  expect(more).toHaveLength(2);
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

test('a goto to nowhere does not silence the plays: what is met on a way round it is told', () => {
  const { findings, played } = checkScenario(
    buildScenario(
      merged(choice('bordet/alle', { goto: 'vaek' }), choice('fortael/intet', { reliesOn: ['kendt'] })) as Overrides,
    ),
    knownElsewhere,
  );
  expect(findings.map(({ code, node }) => `${code} ${node}`)).toEqual(['ukendt-scene bordet', 'ved-det-ikke fortael']);
  expect(played).toBe('part');
});

test('what a walk did not find proves nothing where a way is broken', () => {
  const codes = checked(choice('bordet/venter', { goto: 'vaek' })).map(({ code }) => code);
  expect(codes).toEqual(['ukendt-scene']);
});

test('what is met behind a broken scene is not told: the way there may be another', () => {
  const changes = merged(
    choice('fortael/alt', { when: { var: 'vejr', is: true } }),
    choice('udrykning/datoer', { reliesOn: ['kendt'] }),
  );
  expect(checked(changes as Overrides).map(({ code }) => code)).toEqual(['ukendt-variabel']);
});

test('a fault that no play rests on leaves the plays whole', () => {
  const changes = merged(choice('bordet/alle', { basis: ['rpl-999'] }), {
    nodes: { ventevaerelse: { ...brief, goto: 'godt' } },
  });
  const report = checkScenario(buildScenario(changes as Overrides), knownElsewhere);
  expect(report.findings.map(({ code }) => code)).toEqual(['ukendt-bestemmelse', 'uden-vej']);
  expect(report.played).toBe('all');
});

test('without seats, facts and variables as they are meant nothing is played', () => {
  const report = checkScenario(buildScenario({ facts: { vidne: { holder: 'nabo' } } }), knownElsewhere);
  expect(report).toMatchObject({ played: 'none', coverage: [] });
});

test('every finding says of what kind it is, and where help stands', () => {
  const findings = checked({
    facts: { kendt: { short: undefined } },
    nodes: { ventevaerelse: { ...brief, goto: 'godt' } },
  });
  expect(findings.map(({ code, kind, help }) => `${kind} ${code} ${help}`)).toEqual([
    'missing kort-form fund-kort-form',
    'missing kort-form fund-kort-form',
    'error uden-vej fund-uden-vej',
  ]);
});
