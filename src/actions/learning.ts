import { ActionError, defineAction } from 'astro:actions';
import { z } from 'zod';
import type { LearnerPrincipal } from '#db/principal.ts';
import type { Command, Recorded } from '#src/learning/record.ts';
import { may } from '#src/organisation/access.ts';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';
import text from './form.da.ts';
import { readForm } from './form.ts';

const id = z.uuidv7();
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
/** Longest own line to a decision, in characters. */
const OWN_LINE = 1000;

const ReadForm = z.strictObject({ id, attempt: id, module: name, part: name });
const AnswerForm = z.strictObject({ id, attempt: id, module: name, question: name, option: name });
const StartForm = z.strictObject({ id, attempt: id, scenario: name, seat: name });
const ChooseForm = z.strictObject({
  id,
  attempt: id,
  scenario: name,
  node: name,
  option: name,
  ownLine: z
    .string()
    .trim()
    .max(OWN_LINE, text.tooLong)
    .refine((line) => !looksLikeCpr(line), text.looksLikeCpr)
    .optional(),
});

/** Who learns here; denied unless granted. */
function learnerOf(locals: App.Locals): LearnerPrincipal {
  const { principal } = locals;
  if (!principal) throw new ActionError({ code: 'UNAUTHORIZED', message: text.signedOut });
  if (!principal.learner || !may(principal, 'learning.record'))
    throw new ActionError({ code: 'NOT_FOUND', message: text.unknownAttempt });
  return { ...principal, learner: principal.learner };
}

/** Turns what the service answered into the reader's sentence; returns when the event stands. */
function mustStand(outcome: Recorded): void {
  switch (outcome.kind) {
    case 'recorded':
    case 'repeated':
      return;
    case 'conflict':
      throw new ActionError({ code: 'CONFLICT', message: text.conflict });
    case 'unknown-attempt':
      throw new ActionError({ code: 'NOT_FOUND', message: text.unknownAttempt });
    case 'not-possible':
      throw new ActionError({
        code: 'CONFLICT',
        message: outcome.reason === 'version' ? text.otherVersion : text.notPossible,
      });
  }
}

async function record(locals: App.Locals, command: Command): Promise<void> {
  mustStand(await locals.services.learning.record(learnerOf(locals), command));
}

/** Everything that changes what a person has learned. Each gives `to`, the address that the form is answered with. */
export const learning = {
  /** A part of a module has been read. */
  read: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { module, ...command } = readForm(form, ReadForm);
      await record(locals, { type: 'module.read', module, ...command });
      return { to: `/moduler/${module}/forloeb` };
    },
  }),

  /** A question is answered; the page that comes back shows every option's reason. */
  answer: defineAction({
    accept: 'form',
    handler: async (form, { locals, url }) => {
      const command = readForm(form, AnswerForm);
      await record(locals, { type: 'module.answer', ...command });
      return { to: url.pathname };
    },
  }),

  startScenario: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const command = readForm(form, StartForm);
      await record(locals, { type: 'scenario.start', ...command });
      return { to: `/scenarier/${command.scenario}/spil/${command.attempt}` };
    },
  }),

  /** A decision in a scenario. The own line is kept beside the event, never in it, and only when the decision stands. */
  choose: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, option, ownLine, ...command } = readForm(form, ChooseForm);
      await record(locals, { type: 'scenario.choose', choice: option, ...command, ...(ownLine ? { ownLine } : {}) });
      return { to: `/scenarier/${scenario}/spil/${command.attempt}` };
    },
  }),
};
