import { describe, expect, test } from 'vitest';
import { changeLine, otherWay, overLine, spokenKnowledge, underLine } from '#src/components/scenario/debrief.da.ts';
import { seatNames, seatsOf } from '#src/components/scenario/seats.ts';

const fact = (text: string) => ({ fact: text, text });

describe('sharing is told in counts of facts', () => {
  test('what did not arrive is named', () => {
    expect(underLine({ facts: [fact('Hjemmebesøg er muligt torsdag.')], of: 3, partly: [] })).toEqual({
      count: '1 af 3',
      line: 'nødvendige oplysninger nåede ikke frem: »Hjemmebesøg er muligt torsdag«.',
    });
  });

  test('nothing missing and nothing too much are said, not left out', () => {
    expect(underLine({ facts: [], of: 2, partly: [] }).line).toBe('Begge nødvendige oplysninger nåede frem.');
    expect(underLine({ facts: [fact('a')], of: 1, partly: [] }).line).toBe(
      'Den ene nødvendige oplysning nåede ikke frem: »a«.',
    );
    expect(overLine({ facts: [fact('a')], of: 1 }).line).toBe(
      'Den ene oplysning, som kunne holdes tilbage eller kortes ned, blev delt: »a«.',
    );
    expect(underLine({ facts: [], of: 0, partly: [] }).line).toBe('Du havde ingen oplysninger, som de andre manglede.');
    expect(underLine({ facts: [], of: 2, partly: [fact('a')] }).line).toBe(
      'Begge nødvendige oplysninger nåede frem, men ikke til alle, der havde brug for dem: »a«.',
    );
    expect(overLine({ facts: [], of: 3 }).line).toContain('Alle tre oplysninger');
    expect(overLine({ facts: [fact('a'), fact('b.')], of: 4 })).toEqual({
      count: '2 af 4',
      line: 'oplysninger, som kunne holdes tilbage eller kortes ned, blev delt: »a« og »b«.',
    });
  });
});

test('the smallest change puts no quotation marks into quotation marks', () => {
  const change = {
    node: 'n',
    title: '»Er han psykotisk?«',
    day: 'Dag 9, onsdag',
    instead: { kind: 'choice' as const, text: '»Vi kender ham.«' },
    changes: 1,
    further: 0,
    outcome: { title: 'x', valence: 'good' as const },
    keep: [],
  };
  expect(changeLine(change, {})).toBe(
    'I »Er han psykotisk?« (dag 9, onsdag) kunne du have valgt »Vi kender ham«. Så kunne sagen være endt godt. Alle dine andre valg kunne stå.',
  );
  expect(changeLine({ ...change, changes: 2 }, {})).toContain('to andre valg i alt');
  expect(changeLine({ ...change, further: 1 }, {})).toContain('mødt ét nyt valg, og det skulle også være godt.');
  expect(changeLine({ ...change, further: 2 }, {})).toContain('mødt to nye valg, og de skulle også være gode.');
});

test('another way in a round says what to tell and to keep, what for and on which ground', () => {
  const pair = (text: string) => ({ fact: text, text, to: 'politi' });
  const round = {
    kind: 'round' as const,
    tell: [pair('Ni nætter.')],
    keep: [pair('Et navn.')],
    aim: null,
    ground: null,
  };
  const plain = 'sagt »Ni nætter« til politi og ladet være med at sige »Et navn« til politi';
  expect(otherWay(round, {})).toBe(plain);
  expect(otherWay({ ...round, aim: 'Så vi kan hjælpe.', ground: 'Loven.' }, {})).toBe(
    `${plain}, med formålet »Så vi kan hjælpe« og på grundlaget »Loven«`,
  );
  expect(otherWay({ ...round, tell: [], aim: null }, {})).toBe('ladet være med at sige »Et navn« til politi');
});

test('every cell of the matrix has a sentence', () => {
  expect(spokenKnowledge({ kind: 'knew' }, undefined)).toBe('vidste det fra start');
  const from = { from: 'kommune', day: 'Dag 9' };
  expect(spokenKnowledge({ kind: 'told', ...from }, 'kommunen')).toBe('fik det at vide af kommunen, dag 9');
  expect(spokenKnowledge({ kind: 'short', ...from }, 'kommunen')).toBe(
    'fik det at vide i kort form af kommunen, dag 9',
  );
  expect(spokenKnowledge({ kind: 'met', day: 'Dag 15' }, undefined)).toBe('fik det selv at se eller høre, dag 15');
  expect(spokenKnowledge({ kind: 'met', day: null }, undefined)).toBe('fik det selv at se eller høre undervejs');
  expect(spokenKnowledge({ kind: 'needless', from: 'psykiatri', day: null }, 'psykiatrien')).toBe(
    'fik mere af psykiatrien, end der var brug for',
  );
  expect(spokenKnowledge({ kind: 'missed' }, undefined)).toBe('manglede det');
});

describe('seats', () => {
  const roles = {
    bolig: { authority: 'andre' as const, playable: false },
    kif: { authority: 'kif' as const, playable: false },
    psykiatri: { authority: 'psykiatri' as const, playable: true },
    'kommune-bolig': { authority: 'kommune' as const, playable: true },
    'kommune-socialt': { authority: 'kommune' as const, playable: false },
  };

  test('the four stand in the order of the table, others after them', () => {
    expect(Object.keys(seatNames({ roles }))).toEqual([
      'kommune-bolig',
      'kommune-socialt',
      'psykiatri',
      'kif',
      'bolig',
    ]);
  });

  test('two seats of one authority are told apart', () => {
    expect(Object.values(seatNames({ roles })).map(({ name }) => name)).toEqual([
      'Kommune bolig',
      'Kommune socialt',
      'Psykiatri',
      'KiF',
      'Bolig',
    ]);
  });

  test('only seats that can be taken are offered', () => {
    expect(seatsOf({ roles })).toEqual(['kommune', 'psykiatri']);
  });
});
