import { expect, test } from 'vitest';
import { type CheckContext, type CheckFinding, checkScenario } from '#src/scenarios/engine/index.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, knownElsewhere, merged, type Overrides } from '#tests/support/scenarios.ts';

/** Provisions with their act and place, as the register gives them. */
const firm = { validFrom: null, validTo: null, isFirm: true };
const context: CheckContext = {
  ...knownElsewhere,
  provisions: new Map([
    ...knownElsewhere.provisions,
    ['rpl-115-1-2', { ...firm, statute: 'Retsplejeloven', section: '§ 115, stk. 1, nr. 2' }],
    ['rpl-115-1-3', { ...firm, statute: 'Retsplejeloven', section: '§ 115, stk. 1, nr. 3' }],
    ['sul-43', { ...firm, statute: 'Sundhedsloven', section: '§ 43' }],
    ['sel-12', { ...firm, statute: 'Serviceloven', section: '§ 12' }],
    ['dbf-7-3', { ...firm, statute: 'Databeskyttelsesforordningen', section: 'Artikel 7, stk. 3' }],
  ]),
};
const small = (changes: Overrides) => checkScenario(buildScenario(changes), context).findings;
const rich = (changes: Overrides) => checkScenario(buildRichScenario(changes), context).findings;

/** A change of one choice of the small case. */
function choice(path: string, change: Overrides): Overrides {
  const [node = '', id = ''] = path.split('/');
  return { nodes: { [node]: { choices: { [id]: change } } } };
}
const told = (text: string): Overrides => ({ nodes: { brevet: { passages: [{ text }] } } });
// Made while the test runs: no number that looks valid stands in a file.
const cpr = (between: string) => `${['01', '02', '90'].join('')}${between}${[12, 34].join('')}`;
const phone = (between: string) => [20, 30, 40, 50].join(between);

/** One planted fault a line: the code it must give, what is wrong, where it must stand, the change. */
const faults: readonly [code: string, what: string, at: string, changes: Overrides][] = [
  ['cpr-nummer', 'a CPR number in a passage', 'nodes.brevet.passages.0.text', told(`Ole, ${cpr('-')}, bor der.`)],
  ['cpr-nummer', 'a CPR number without a dash', 'nodes.brevet.passages.0.text', told(`Ole ${cpr('')}.`)],
  ['cpr-nummer', 'a CPR number with a space', 'facts.frist.text', { facts: { frist: { text: `Ole ${cpr(' ')}` } } }],
  ['cpr-nummer', 'a CPR number as an ending tells it', 'nodes.godt.text', { nodes: { godt: { text: cpr(' - ') } } }],
  [
    'cpr-nummer',
    'a CPR number as the name of a scene',
    `nodes.${cpr('-')}`,
    { nodes: { [cpr('-')]: { type: 'brief', title: 'T', goto: 'bordet' } } },
  ],
  ['kontaktoplysning', 'a telephone number', 'nodes.brevet.passages.0.text', told(`Ring på ${phone(' ')}.`)],
  [
    'kontaktoplysning',
    'a telephone number in a row',
    'nodes.brevet.passages.0.text',
    told(`Nummeret er ${phone('')}.`),
  ],
  [
    'kontaktoplysning',
    'a street with its number',
    'nodes.brevet.passages.0.text',
    told('Han bor på Søndergade 12, 2. tv.'),
  ],
  ['kontaktoplysning', 'a street of two words', 'nodes.brevet.passages.0.text', told('Hun bor på Nørre Allé 7.')],
  ['kontaktoplysning', 'a mail address', 'nodes.brevet.passages.0.text', told('Skriv til ole@eksempel.dk i dag.')],
  ['fuldt-navn', 'a first name with a surname', 'nodes.brevet.passages.0.text', told('Ole Mikkelsen ringer.')],
  ['staar-til-udfyldning', 'a slot in capitals', 'nodes.brevet.passages.0.text', told('Så ringer {{NAVN}} igen.')],
  ['staar-til-udfyldning', 'a word in brackets', 'nodes.brevet.passages.0.text', told('Så ringer [NAVN] igen.')],
  ['staar-til-udfyldning', 'a row of X', 'nodes.brevet.passages.0.text', told('Så ringer XXX igen.')],
  ['staar-til-udfyldning', 'a note to oneself', 'nodes.brevet.passages.0.text', told('TODO: skriv mere.')],
  ['staar-til-udfyldning', 'the word for a name', 'nodes.brevet.passages.0.text', told('Så ringer NAVN igen.')],
  [
    'ubrugt-oplysning',
    'a fact that nothing uses',
    'facts.ekstra',
    { facts: { ekstra: { holder: 'politi', kind: 'socialt', text: 'Noget.', need: 'no' } } },
  ],
  [
    'ubrugt-variabel',
    'a variable that nothing asks about',
    'vars.vejr',
    { vars: { vejr: { type: 'bool', init: false } }, ...choice('bordet/alle', { set: { vejr: true } }) },
  ],
  [
    'fast-variabel',
    'a variable that nothing sets',
    'vars.vejr',
    {
      vars: { vejr: { type: 'bool', init: false } },
      nodes: { brevet: { passages: [{ text: 'Det regner.', when: { var: 'vejr', is: false } }] } },
    },
  ],
  [
    'aldrig-opfyldt',
    'a passage that is both so and not so',
    'nodes.brevet.passages.0.when',
    {
      nodes: {
        brevet: {
          passages: [{ text: 'Ja.', when: { all: [{ visited: 'fortael' }, { not: { visited: 'fortael' } }] } }],
        },
      },
    },
  ],
  [
    'aldrig-opfyldt',
    'a passage on a value that nothing sets',
    'nodes.bordet.passages.0.when',
    { nodes: { bordet: { passages: [{ text: 'Ja.', when: { var: 'tillid', gte: 2 } }] } } },
  ],
  [
    'aldrig-opfyldt',
    'a passage on two values at once',
    'nodes.bordet.passages.0.when',
    {
      nodes: {
        bordet: {
          passages: [
            {
              text: 'Ja.',
              when: {
                all: [
                  { var: 'ansvar', is: 'ingen' },
                  { var: 'ansvar', is: 'kommune' },
                ],
              },
            },
          ],
        },
      },
    },
  ],
  [
    'aldrig-opfyldt',
    'a passage on what nobody is told',
    'nodes.bordet.passages.0.when',
    { nodes: { bordet: { passages: [{ text: 'Ja.', when: { knows: { seat: 'kif', fact: 'kendt' } } }] } } },
  ],
  [
    'valg-til-sig-selv',
    'a choice that leads to its own scene',
    'nodes.bordet.choices.0',
    choice('bordet/venter', { goto: 'bordet' }),
  ],
  [
    'kort-er-laengst',
    'a short form with more in it than the text',
    'facts.ture',
    { facts: { ture: { short: 'To ture til opgangen og en anmeldelse, og hvad vidnet har sagt.' } } },
  ],
  [
    'citerer-uhoert',
    'a passage in the words of what a seat may not hear',
    'nodes.brevet.passages.0',
    {
      facts: { vidne: { text: 'Vidnet så ham slå på døren med hånden.' } },
      nodes: { brevet: { passages: [{ text: 'I brevet står, at vidnet så ham slå på døren med hånden.' }] } },
    },
  ],
  [
    'dagen-gaar-tilbage',
    'a scene on an earlier day',
    'nodes.fortael.choices.0.goto',
    { nodes: { spoerg: { day: 'Dag 1' } } },
  ],
  [
    'forkert-ugedag',
    'a day with a wrong name',
    'nodes.udrykning.day',
    {
      nodes: {
        fortael: { day: 'Dag 2, tirsdag' },
        spoerg: { day: 'Dag 2, tirsdag' },
        udrykning: { day: 'Dag 3, fredag' },
      },
    },
  ],
  ['umulig-dato', 'a law date that is no date', 'lawDate', { lawDate: '2026-02-30' }],
  ['umulig-dato', 'a date that is none', 'nodes.brevet.passages.0.text', told('Det sker 30.2.2026 om morgenen.')],
  ['umulig-dato', 'a day that a month does not have', 'nodes.brevet.passages.0.text', told('Fristen er 31. november.')],
  [
    'verdict-uden-basis',
    'a verdict without a provision',
    'nodes.bordet.choices.0',
    choice('bordet/venter', { verdict: 'lawful' }),
  ],
  [
    'kif-efter-115',
    'something told to KiF as plainly lawful',
    'nodes.udrykning.choices.1',
    choice('udrykning/datoer', {
      discloses: [{ fact: 'ture', to: ['kif'], form: 'short' }],
      basis: ['rpl-115-1-2'],
      rating: 'acceptable',
      missing: 'Hvad mangler der?',
    }),
  ],
  [
    'kif-efter-115',
    'KiF that tells, with all at the table',
    'nodes.fortael.choices.1',
    { roles: { kommune: { authority: 'kif' } } },
  ],
  [
    'kif-efter-115',
    'psychiatry that tells KiF under no. 3',
    'nodes.spoerg.choices.0',
    choice('spoerg/kort', {
      discloses: [{ fact: 'kendt', to: ['kif'], form: 'short' }],
      basis: ['rpl-115-1-3'],
      rating: 'acceptable',
      missing: 'Hvad mangler der?',
    }),
  ],
  [
    'lov-uden-basis',
    'a reason that names an act',
    'nodes.bordet.choices.0',
    choice('bordet/venter', { why: 'Efter serviceloven skal I handle.' }),
  ],
  [
    'lov-uden-basis',
    'a reason that names another act than its basis',
    'nodes.bordet.choices.0',
    choice('bordet/venter', { why: 'Efter serviceloven skal I handle.', basis: ['sul-43'] }),
  ],
  [
    'lov-uden-basis',
    'a reason that names a paragraph of another act',
    'nodes.bordet.choices.0',
    choice('bordet/venter', { why: 'Efter § 12 skal I handle.', basis: ['sul-43'] }),
  ],
  [
    'lov-uden-basis',
    'what is missing by an act',
    'nodes.bordet.choices.2',
    choice('bordet/alle', { missing: 'Hvad mangler der? Det, forvaltningslovens regel siger.' }),
  ],
  [
    'ja-uden-samtykke',
    'a choice that speaks of a yes and rests on none',
    'nodes.fortael.choices.1',
    choice('fortael/noedvendigt', { text: 'Ole har sagt ja, så jeg siger fristen.' }),
  ],
  [
    'deler-med-fravaerende',
    'a choice that tells who has left',
    'nodes.udrykning.choices.1',
    choice('udrykning/datoer', { discloses: [{ fact: 'ture', to: ['kommune'], form: 'short' }] }),
  ],
  [
    'uden-valg',
    'a playable seat that decides nothing',
    'roles.kif',
    {
      roles: { kif: { playable: true, intro: 'Du er Birgitte.' } },
      nodes: { bordet: { present: ['politi', 'kommune', 'psykiatri'] } },
    },
  ],
  [
    'linje-uden-virkning',
    'a first line without a condition',
    'nodes.bordet.choices.2.goto',
    choice('bordet/alle', {
      goto: [{ goto: 'godt' }, { when: { var: 'tillid', gte: 1 }, goto: 'skidt' }, { goto: 'blandet' }],
    }),
  ],
  [
    'linje-uden-virkning',
    'a first auto without a condition',
    'nodes.spoerg.auto',
    { nodes: { spoerg: { auto: [{ choice: 'tier' }, { choice: 'kort' }] } } },
  ],
];

const placed = (findings: readonly CheckFinding[]) => findings.map(({ code, at }) => `${code} ${at?.join('.')}`);

test.each(faults)('%s: %s is found', (code, _, at, changes) => {
  const findings = small(changes);
  expect(placed(findings)).toContain(`${code} ${at}`);
  expect(findings.find((one) => one.code === code)).toMatchObject({
    message: expect.stringMatching(/\p{L}+ .*\.$/u),
    suggestion: expect.stringMatching(/\p{L}+.*\.$/u),
  });
});

const richFaults: readonly [code: string, what: string, at: string, changes: Overrides][] = [
  [
    'modtager-ikke-i-rummet',
    'a hearer who is not there',
    'nodes.runden.recipients',
    { nodes: { runden: { present: ['kommune', 'politi', 'kif'], passages: [] } } },
  ],
  [
    'ja-uden-samtykke',
    'a yes told in a round that has none',
    'nodes.runden',
    { nodes: { runden: { passages: [{ text: 'Manden har sagt ja.' }] } } },
  ],
  [
    'ja-uden-samtykke',
    'a yes told the same day',
    'nodes.runden',
    { nodes: { slut: { passages: [{ text: 'Manden har sagt ja.' }] } } },
  ],
  [
    'aldrig-opfyldt',
    'an inject that can never come',
    'nodes.brevet.when',
    {
      nodes: {
        brevet: {
          when: {
            var: undefined,
            is: undefined,
            all: [
              { var: 'grundigt', is: true },
              { var: 'grundigt', is: false },
            ],
          },
        },
      },
    },
  ],
  [
    'lov-uden-basis',
    'a meeting’s end whose reason names an act',
    'nodes.slut.parts.next.0',
    {
      nodes: {
        slut: {
          parts: {
            next: [
              { id: 'a', text: 'A', rating: 'best', why: 'Det siger barnets lov.' },
              { id: 'b', text: 'B', rating: 'poor', why: 'W' },
            ],
          },
        },
      },
    },
  ],
];

test.each(richFaults)('rich: %s: %s is found', (code, _, at, changes) => {
  expect(placed(rich(changes))).toContain(`${code} ${at}`);
});

/** What looks like a fault and is none. */
const allowed: readonly [code: string, what: string, changes: Overrides][] = [
  ['cpr-nummer', 'a number that is no date', told('Sagen har nummer 451390-1234.')],
  ['kontaktoplysning', 'a date', told('Det sker 2026-11-22 eller 22.11.2026.')],
  ['kontaktoplysning', 'an amount, a clock and the alarm', told('Ring 112. Regningen er 12.345,50 og kom 15.30.')],
  ['kontaktoplysning', 'a street without a number', told('Hun bor i Søndergade, 2. til venstre.')],
  ['fuldt-navn', 'two first names', told('Ole og Karsten ringer. Men Karsten lægger på.')],
  ['staar-til-udfyldning', 'an authority in capitals', told('PSP, KSP, SSP og BUP er til stede.')],
  [
    'kif-efter-115',
    'KiF told under no. 3 by the police',
    choice('udrykning/datoer', {
      discloses: [{ fact: 'ture', to: ['kif'], form: 'short' }],
      basis: ['rpl-115-1-3'],
      rating: 'acceptable',
      missing: 'Hvad mangler der?',
    }),
  ],
  [
    'kif-efter-115',
    'KiF told with consent',
    choice('spoerg/kort', {
      discloses: [{ fact: 'kendt', to: ['kif'], form: 'short' }],
      basis: ['rpl-115-1-2', 'dbf-7-3'],
      rating: 'acceptable',
      missing: 'Hvad mangler der?',
    }),
  ],
  [
    'kif-efter-115',
    'KiF told where it is said to be open',
    choice('spoerg/kort', {
      discloses: [{ fact: 'kendt', to: ['kif'], form: 'short' }],
      verdict: 'contestable',
      rating: 'acceptable',
      missing: 'Hvad mangler der?',
    }),
  ],
  [
    'kif-efter-115',
    'KiF told by another rule',
    merged(
      choice('spoerg/kort', {
        discloses: [{ fact: 'kendt', to: ['kif'], form: 'short' }],
        rating: 'acceptable',
        missing: 'Hvad mangler der?',
      }),
      { facts: { kendt: { otherGround: { to: ['kif'], basis: ['sul-43'] } } } },
    ) as Overrides,
  ],
  [
    'lov-uden-basis',
    'an act that the basis names',
    choice('bordet/venter', { why: 'Efter serviceloven, § 12, skal I handle.', basis: ['sel-12'] }),
  ],
  [
    'lov-uden-basis',
    'the law without its name',
    choice('bordet/venter', { why: 'Loven giver lov, men den pålægger ingen noget.' }),
  ],
  [
    'ja-uden-samtykke',
    'a yes with its provision',
    choice('fortael/noedvendigt', { text: 'Ole har sagt ja, så jeg siger fristen.', basis: ['dbf-7-3'] }),
  ],
  [
    'ja-uden-samtykke',
    'a yes that is only thought of',
    choice('fortael/noedvendigt', { text: 'Hvis Ole siger ja, siger jeg mere. Nu siger jeg fristen.' }),
  ],
  [
    'deler-med-fravaerende',
    'a call',
    choice('udrykning/datoer', {
      text: 'Jeg ringer til dem og siger datoerne.',
      discloses: [{ fact: 'ture', to: ['kommune'], form: 'short' }],
    }),
  ],
  [
    'dagen-gaar-tilbage',
    'a story that says that it goes back',
    { nodes: { spoerg: { day: 'Dag 1', passages: [{ text: 'Vi går tilbage til dagen før.' }] } } },
  ],
  [
    'forkert-ugedag',
    'days that fit one another',
    {
      nodes: {
        fortael: { day: 'Dag 2, tirsdag' },
        udrykning: { day: 'Dag 3, onsdag' },
        godt: { day: 'Dag 30, tirsdag' },
      },
    },
  ],
  ['umulig-dato', 'the day that comes every fourth year', told('Det var 29. februar, og fristen er 2028-02-29.')],
  [
    'kort-er-laengst',
    'a milder form that takes more words',
    { facts: { ture: { short: 'Vi har været der, fordi der var uro, og det er gået over igen nu.' } } },
  ],
  [
    'citerer-uhoert',
    'the words of what the seat can be told',
    {
      facts: { ture: { text: 'Der har været to ture til opgangen i marts.' } },
      nodes: { udrykning: { passages: [{ text: 'Der har været to ture til opgangen i marts.' }] } },
    },
  ],
  [
    'valg-til-sig-selv',
    'a choice that changes something',
    choice('bordet/venter', { goto: 'bordet', set: { tillid: 0 } }),
  ],
];

test.each(allowed)('not %s: %s', (code, _, changes) => {
  expect(small(changes).map((one) => one.code)).not.toContain(code);
});

test('valg-uden-spiller: a seat that lost its playable is told as that, once a scene, and not as conditions', () => {
  const found = small({ roles: { kommune: { playable: undefined } } });
  expect(found.map(({ code }) => code)).not.toContain('aldrig-aabent');
  expect(found.filter(({ code }) => code === 'valg-uden-spiller')).toEqual([
    expect.objectContaining({ node: 'fortael', suggestion: expect.stringContaining('playable: true') }),
  ]);
});

test('rundgang: a ring is told once, as a ring with its scenes by title, from whatever seat it is met', () => {
  const found = small({
    nodes: {
      bordet: { choices: { venter: { goto: 'a' } } },
      a: { type: 'brief', title: 'Gangen', goto: 'b' },
      b: { type: 'brief', title: 'Trappen', goto: 'a' },
    },
  }).filter(({ code }) => code === 'rundgang');
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('»Gangen«, »Trappen«')]);
});

test.each([
  ['a scene', choice('bordet/venter', { goto: 'skit' }), 'Mente du skidt?'],
  ['a seat', { facts: { vidne: { holder: 'politiet' } } }, 'Mente du politi?'],
  ['a variable', choice('bordet/alle', { set: { tilid: 1 } }), 'Mente du tillid?'],
  ['a choice', { nodes: { fortael: { auto: 'noedvendig' } } }, 'Mente du noedvendigt?'],
  ['a provision', choice('bordet/alle', { basis: ['rpl-1152'] }), 'Mente du rpl-115-2?'],
  ['nothing like it', { facts: { vidne: { holder: 'brandvaesen' } } }, 'Der er: politi, kommune, psykiatri, kif.'],
])('an unknown name comes with the known ones: %s', (_, changes, hint) => {
  expect(small(changes)[0]?.suggestion).toContain(hint);
});
