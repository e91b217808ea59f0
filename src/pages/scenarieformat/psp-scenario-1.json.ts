import type { APIRoute } from 'astro';
import { scenarioJsonSchema } from '#src/scenarios/engine/json-schema.ts';

export const prerender = true;

/** The scenario format for authors' editors. */
export const GET: APIRoute = () => Response.json(scenarioJsonSchema());
