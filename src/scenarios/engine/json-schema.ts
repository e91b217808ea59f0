import { z } from 'zod';
import { FIELD_NOTES } from './json-schema.da.ts';
import { scenarioSchema } from './schema.ts';

/** The published address of the format's schema, seen from the site's root. */
export const SCHEMA_PATH = '/scenarieformat/psp-scenario-1.json';

/**
 * psp-scenario/1 as JSON Schema (draft 2020-12) for authors' editors: made from the very schema that reads the files, with
 * a Danish note on each field. What it cannot say (ids that must exist, fair ends) the checker says.
 */
export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' });
  return { ...Object(noted(schema)), $id: 'psp-scenario/1', title: 'PSP Akademi: scenarie, format 1' };
}

/** Where a field stands: the names above it, with `*` for a name that the author chooses. */
type Place = readonly string[];

/** Adds the notes to all properties, wherever they stand. */
function noted(value: unknown, place: Place = []): unknown {
  if (Array.isArray(value)) return value.map((one) => noted(one, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'properties') return [key, withNotes(one, place)];
      if (key === 'additionalProperties') return [key, noted(one, [...place, '*'])];
      return [key, key === '$defs' ? conditions(one) : noted(one, place)];
    }),
  );
}

/** The one schema that refers to itself is the condition, which may stand in many places. */
function conditions(definitions: object): object {
  return Object.fromEntries(Object.entries(definitions).map(([name, one]) => [name, noted(one, ['condition'])]));
}

function withNotes(properties: object, place: Place): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const here = [...place, name];
      const note = fieldNote(here);
      return [name, { ...Object(noted(schema, here)), ...(note ? { description: note } : {}) }];
    }),
  );
}

/**
 * What a field is for. A name may mean one thing here and another there, so the note of the longest end of its place
 * counts: `vars.*.type` before `type`.
 */
export function fieldNote(place: Place): string | undefined {
  for (let from = 0; from < place.length; from += 1) {
    const end = place.slice(from).join('.');
    if (Object.hasOwn(FIELD_NOTES, end)) return FIELD_NOTES[end];
  }
  return undefined;
}
