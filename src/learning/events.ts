import { z } from 'zod';
import { HIGHEST_TRUST, LOWEST_TRUST, POINTS } from './measurements.ts';

const name = z.string().max(80);
/** An answer as answers.ts writes it. */
const answer = z.string().max(400);
/** A choice's id, or a round (share-text.ts). */
const choice = z.string().max(8_000);

/** Bodies of stored events by type. Strict: an event never holds more than it says (security.md AUTHZ-5); free text has a table of its own. */
export const EVENT_BODIES = {
  /** A part of a module has been read. The first event of a run also begins it. */
  'module.read': z.strictObject({ module: name, version: name, part: name }),
  'module.answered': z.strictObject({ module: name, version: name, question: name, option: answer }),
  /** One step of a refresher; its run has as many as its case. */
  'refresher.answered': z.strictObject({ item: name, question: name, option: answer }),
  /** One question of a measurement, with how sure the learner is of the answer, in percent. */
  'measurement.answered': z.strictObject({
    point: z.enum(POINTS),
    set: z.enum(['A', 'B']),
    question: name,
    option: answer,
    confidence: z.number().int().min(0).max(100),
  }),
  /** What the learner trusts oneself to do, by statement. */
  'measurement.rated': z.strictObject({
    point: z.enum(POINTS),
    set: z.enum(['A', 'B']),
    trust: z.record(name, z.number().int().min(LOWEST_TRUST).max(HIGHEST_TRUST)),
  }),
  /** A certificate of a path that is complete: what it says, so that it never changes afterwards. */
  'certificate.issued': z.strictObject({
    path: name,
    code: z.string().length(26),
    modules: z.array(z.strictObject({ id: name, version: name })).max(60),
    cases: z.number().int().min(0),
    lawDate: name,
    validUntil: z.number().int(),
  }),
  /** Pins the run to what was played. */
  'scenario.started': z.strictObject({
    scenario: name,
    version: name,
    hash: z.string().length(64),
    seat: name,
    /** `assessed` never goes back. Left out by runs from before there was a choice. */
    mode: z.enum(['practice', 'assessed']).optional(),
    /** What was decided before in the run that this one takes over: practice from a scene on. */
    moves: z
      .array(z.strictObject({ node: name, choice, reason: name.optional() }))
      .max(60)
      .optional(),
  }),
  'scenario.chose': z.strictObject({ node: name, choice }),
  /** Why, as the second step of a decision. */
  'scenario.reasoned': z.strictObject({ node: name, choice, reason: name }),
  /** Back to an own decision, in practice. */
  'scenario.rewound': z.strictObject({ node: name }),
} as const;

export type EventType = keyof typeof EVENT_BODIES;
export type LearningEvent = {
  [T in EventType]: { readonly type: T; readonly body: z.infer<(typeof EVENT_BODIES)[T]> };
}[EventType];

/** @throws {Error} on an event that no version of ours has written: the store is damaged, and nothing may be built on it */
export function readEvent({ type, body }: { readonly type: string; readonly body: string }): LearningEvent {
  if (!Object.hasOwn(EVENT_BODIES, type)) throw new Error(`Unknown event type ${type}`);
  return { type, body: EVENT_BODIES[type as EventType].parse(JSON.parse(body)) } as LearningEvent;
}
