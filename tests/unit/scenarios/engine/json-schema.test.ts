import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioFiles } from '#src/content/load.ts';
import { FIELD_NOTES } from '#src/scenarios/engine/json-schema.da.ts';
import { scenarioJsonSchema } from '#src/scenarios/engine/json-schema.ts';
import { projectRoot } from '#tests/support/imports.ts';

const schema = scenarioJsonSchema();
const validate = new Ajv2020({ strict: false }).compile(schema);

test.each(scenarioFiles(projectRoot))('the published schema accepts %s', (file) => {
  validate(parse(readFileSync(file, 'utf8')));
  expect(validate.errors).toBeNull();
});

test.each<[string, (scenario: Record<string, never>) => void]>([
  ['a field that does not exist', (one) => Object.assign(one, { farve: 'blå' })],
  ['a missing title', (one) => Reflect.deleteProperty(one, 'title')],
  ['an id with a space', (one) => Object.assign(one, { id: 'to ord' })],
  ['a version without numbers', (one) => Object.assign(one, { version: 'ny' })],
])('it refuses %s, as the reader does', (_, spoil) => {
  const [file = ''] = scenarioFiles(projectRoot);
  const scenario = parse(readFileSync(file, 'utf8'));
  spoil(scenario);
  expect(validate(scenario)).toBe(false);
});

/** Every field of the published schema by its place, with its note. */
function fieldsOf(value: unknown, place: readonly string[] = []): { place: string; note: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, place));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'properties')
      return Object.entries(one).flatMap(([name, field]: [string, unknown]) => [
        { place: [...place, name].join('.'), note: Object(field).description },
        ...fieldsOf(field, [...place, name]),
      ]);
    if (key === '$defs') return Object.values(one).flatMap((definition) => fieldsOf(definition, ['condition']));
    return fieldsOf(one, key === 'additionalProperties' ? [...place, '*'] : place);
  });
}

const fields = fieldsOf(schema);

test('every field of the format has a note', () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(({ note }) => !note).map(({ place }) => place)).toEqual([]);
});

test('every note belongs to a field of the format', () => {
  const shown = new Set(fields.map(({ note }) => note));
  expect(Object.entries(FIELD_NOTES).filter(([, note]) => !shown.has(note))).toEqual([]);
});

test.each([
  ['vars.*.type', /bool/],
  ['nodes.*.type', /brief/],
  ['nodes.*.passages.say.seat', /taler/],
  ['nodes.*.seat', /bestemmer/],
  ['condition.knows.seat', /vide/],
  ['facts.*.recipients', /brug for/],
  ['nodes.*.recipients', /høre/],
  ['nodes.*.facts', /runden/],
  ['facts', /hvem der har/],
  ['nodes.*.choices.text', /deltageren/],
  ['nodes.*.text', /slutningen/],
])('the note of %s follows its place, not its name', (place, words) => {
  const notes = fields.filter((field) => field.place === place).map(({ note }) => note);
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) expect(note).toMatch(words);
});
