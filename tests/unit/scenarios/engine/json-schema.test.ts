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

test('each note belongs to a field of the format, and the fields of a choice have theirs', () => {
  const names = new Set([...JSON.stringify(schema).matchAll(/"([a-zA-Z]+)":\{/g)].map(([, name]) => name));
  for (const name of Object.keys(FIELD_NOTES)) expect(names, name).toContain(name);
  const text = JSON.stringify(schema);
  for (const name of ['rating', 'missing', 'discloses', 'reasons'] as const) expect(text).toContain(FIELD_NOTES[name]);
});
