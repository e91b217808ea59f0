import { describe, expect, test } from 'vitest';
import { checkScenario } from '#src/scenarios/engine/index.ts';
import { pricesOf } from '#src/scenarios/engine/price.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, knownElsewhere, type Overrides } from '#tests/support/scenarios.ts';

const found = (changes: Overrides) => checkScenario(buildScenario(changes), knownElsewhere).findings;
const coded = (code: string, changes: Overrides) => found(changes).filter((one) => one.code === code);
const rich = (changes: Overrides) => checkScenario(buildRichScenario(changes), knownElsewhere).findings;
const end = (lines: readonly Overrides[] | undefined): Overrides => ({ nodes: { godt: { lines } } });
const forklaring = { text: 'Vidnet siger ikke mere.', when: { chose: 'udrykning/forklaring' } };
const journal = { text: 'Diagnosen står tre steder.', when: { chose: 'spoerg/journal' } };

describe('a poor choice costs', () => {
  test('what the good end never tells is free; more than one in six is an error', () => {
    const free = coded('svagt-valg-uden-pris', end(undefined));
    expect(free.map(({ severity, node }) => `${severity} ${node}`)).toEqual([
      'error null',
      'warning udrykning',
      'warning spoerg',
    ]);
    expect(free[0]?.message).toContain('2 af 7');
  });

  test('one in six or fewer is listed as a warning alone', () => {
    expect(coded('svagt-valg-uden-pris', end([forklaring])).map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('a line of the ending tells the price', () => {
    expect(coded('svagt-valg-uden-pris', end([forklaring, journal]))).toEqual([]);
  });

  test('a later passage tells the price', () => {
    const bordet = { passages: [forklaring, journal] };
    expect(coded('svagt-valg-uden-pris', { nodes: { godt: { lines: undefined }, bordet } })).toEqual([]);
  });

  test('what follows at once is no price', () => {
    expect(pricesOf(buildScenario(end(undefined)), 'politi')).toContainEqual({
      seat: 'politi',
      node: 'udrykning',
      choice: 'forklaring',
      isFree: true,
    });
  });

  test('a good end that is lost is a price, also where the other end says the same', () => {
    const nodes = { bordet: { choices: { venter: { goto: 'blandet' } } }, blandet: { text: 'Ole bor der stadig.' } };
    const venter = pricesOf(buildScenario({ nodes }), 'politi').find(({ choice }) => choice === 'venter');
    expect(venter?.isFree).toBe(false);
  });

  test('a part of a meeting’s end and a needed fact that was kept are single poor choices too', () => {
    const prices = pricesOf(buildRichScenario({ nodes: { godt: { lines: undefined } } }), 'kommune');
    expect(prices.filter(({ isFree }) => isFree).map(({ choice }) => choice)).toEqual([
      'tier:helbred',
      'tier:barn',
      'se',
    ]);
    expect(prices.filter(({ isFree }) => !isFree).map(({ choice }) => choice)).toEqual([
      'venter',
      'tier:frist',
      'alle',
    ]);
  });
});

describe('what is never told', () => {
  test('a passage whose condition no play meets', () => {
    const passages = [{ text: 'De to er der på én gang.', when: { all: [forklaring.when, { visited: 'skidt' }] } }];
    const [never] = coded('aldrig-fortalt', { nodes: { bordet: { passages } } });
    expect(never).toMatchObject({ severity: 'error', node: 'bordet', at: ['nodes', 'bordet', 'passages', 0] });
    // Of a walk that was cut off nobody can say what does not come.
    const cutOff = checkScenario(buildScenario({ nodes: { bordet: { passages } } }), knownElsewhere, 6).findings;
    expect(cutOff.map(({ code }) => code)).not.toContain('aldrig-fortalt');
  });

  test('news that never come', () => {
    const both = [
      { var: 'grundigt', is: false },
      { var: 'grundigt', is: true },
    ];
    const changes = { nodes: { brevet: { when: { var: undefined, is: undefined, all: both } } } };
    expect(rich(changes).filter(({ code }) => code === 'aldrig-fortalt')).toContainEqual(
      expect.objectContaining({ severity: 'error', node: 'brevet', at: ['nodes', 'brevet'] }),
    );
  });

  test('a line of an ending that no play earns', () => {
    const lines = [forklaring, journal, { text: 'Sent.', when: { chose: 'bordet/venter' } }];
    expect(coded('aldrig-fortalt', end(lines))).toMatchObject([{ at: ['nodes', 'godt', 'lines', 2] }]);
  });

  test('a passage that comes only where nobody who plays can read it is a warning', () => {
    // Kommune is not there, and only kommune's own play comes to it.
    const passages = [{ text: 'De er tavse.', when: { chose: 'fortael/intet' } }];
    expect(coded('aldrig-fortalt', { nodes: { udrykning: { passages } } })).toMatchObject([
      { severity: 'warning', node: 'udrykning' },
    ]);
  });
});

describe('how it can end, and what one can come to know', () => {
  test('a seat that cannot come to a bad end is said, with the seat', () => {
    const choices = { venter: { goto: [{ when: { chose: 'fortael/alt' }, goto: 'skidt' }, { goto: 'blandet' }] } };
    expect(coded('ingen-daarlig-slutning', { nodes: { bordet: { choices } } }).map(({ seat }) => seat)).toEqual([
      'politi',
      'psykiatri',
    ]);
  });

  test('a fact that a seat needs and is not told however well it plays', () => {
    const auto = { aim: 'help', ground: 'psp', shares: [{ fact: 'frist', to: ['politi', 'psykiatri'] }] };
    expect(rich({ nodes: { runden: { auto } } }).filter(({ code }) => code === 'bedste-vej-mangler')).toMatchObject([
      { severity: 'warning', seat: 'politi', message: expect.stringContaining('helbred') },
    ]);
  });

  test('an auto that is closed is not blamed on the conditions of the choices', () => {
    const [blind] = coded('blind-vej', { nodes: { spoerg: { auto: 'kort' } } });
    expect(blind?.message).toMatch(/auto .*kort.* lukket/);
  });

  test('a ring is one finding, named as a ring by the titles of its scenes', () => {
    const brief = { type: 'brief', title: 'Venteværelset' };
    const rings = coded('rundgang', {
      nodes: {
        bordet: { choices: { venter: { goto: 'b' } } },
        a: { ...brief, goto: 'b' },
        b: { ...brief, title: 'Gangen', goto: 'a' },
      },
    });
    expect(rings.map(({ message }) => message)).toEqual([
      'Herfra går sagen i ring uden en slutning. Ringen går gennem »Venteværelset«, »Gangen«.',
    ]);
  });
});

describe('how long it takes, and how much is read twice', () => {
  const long = (count: number) => ({ passages: [{ text: 'ord '.repeat(count) }] });

  test('minutes are counted from the words that are shown, options among them', () => {
    const [late] = coded('laesetid', { minutes: 9, nodes: { bordet: long(900) } });
    expect(late?.message).toMatch(/tager (5|6) minutter .* siger 9/);
    expect(coded('laesetid', { minutes: 4, nodes: { bordet: long(900) } })).toHaveLength(1);
    expect([5, 6].flatMap((minutes) => coded('laesetid', { minutes, nodes: { bordet: long(900) } }))).toHaveLength(0);
  });

  test('a second play that is mostly read already is said; one with scenes of its own is not', () => {
    expect(coded('samme-ord-igen', { minutes: 6, nodes: { bordet: long(900) } })).toHaveLength(1);
    const own = (seat: string) => ({
      type: 'brief',
      title: seat,
      present: [seat],
      passages: long(400).passages.map(({ text }) => ({ text: `${seat} ${text}` })),
    });
    const scenes = {
      brevet: { goto: 'p1' },
      p1: { ...own('politi'), goto: 'p2' },
      p2: { ...own('kommune'), goto: 'p3' },
      p3: { ...own('psykiatri'), goto: 'fortael' },
    };
    expect(coded('samme-ord-igen', { minutes: 3, nodes: scenes })).toEqual([]);
  });
});
