import { describe, expect, test } from 'vitest';
import { byLetter } from '#src/components/public/by-letter.ts';
import { byStatute } from '#src/components/public/by-statute.ts';
import type { Provision, Term } from '#src/content/schema.ts';

const term = (name: string): Term => ({
  id: name.toLowerCase(),
  term: name,
  definition: 'x',
  source: 'x',
  certainty: 'one-source',
  related: [],
  provisions: [],
});
const provision = (id: string, statute: Provision['statute']): Provision => ({
  id,
  section: '§ 1',
  gist: 'x',
  validFrom: null,
  validTo: null,
  sources: [],
  certainty: 'one-source',
  redField: false,
  lawyer: null,
  statute,
});

describe('the glossary', () => {
  test('æ, ø and å come last, in that order', () => {
    expect(
      byLetter(['Åbenhed', 'Ansvar', 'Øvelse', 'Ærlighed', 'Borger'].map(term)).map(({ letter }) => letter),
    ).toEqual(['A', 'B', 'Æ', 'Ø', 'Å']);
  });

  test('a letter has an anchor that an address can carry', () => {
    expect(byLetter(['Øvelse', 'Borger'].map(term)).map(({ anchor }) => anchor)).toEqual(['bogstav-b', 'bogstav-oe']);
  });

  test('terms of a letter stand together whatever the case', () => {
    expect(byLetter(['borger', 'Bolig'].map(term)).map(({ terms }) => terms.map(({ term: name }) => name))).toEqual([
      ['Bolig', 'borger'],
    ]);
  });
});

describe('the law register', () => {
  test('the statute that PSP rests on stands first, the others by title', () => {
    const list = [
      provision('a', { id: 'fvl', title: 'Forvaltningsloven' }),
      provision('b', { id: 'bl', title: 'Barnets lov' }),
      provision('c', { id: 'rpl', title: 'Retsplejeloven' }),
      provision('d', { id: 'rpl', title: 'Retsplejeloven' }),
    ];
    expect(byStatute(list).map(({ statute, provisions }) => [statute.title, provisions.length])).toEqual([
      ['Retsplejeloven', 2],
      ['Barnets lov', 1],
      ['Forvaltningsloven', 1],
    ]);
  });
});
