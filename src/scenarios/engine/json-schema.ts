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
  return { ...(noted(schema) as object), $id: 'psp-scenario/1', title: 'PSP Akademi: scenarie, format 1' };
}

/** Adds the notes to all properties, wherever they stand. */
function noted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(noted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'properties' ? withNotes(one) : noted(one)]),
  );
}

function withNotes(properties: object): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const note = Object.hasOwn(FIELD_NOTES, name) ? FIELD_NOTES[name] : undefined;
      return [name, { ...(noted(schema) as object), ...(note ? { description: note } : {}) }];
    }),
  );
}
