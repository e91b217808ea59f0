import { ActionError, defineAction } from 'astro:actions';
import content from 'virtual:psp-content';
import { z } from 'zod';
import type { LearnerPrincipal } from '#db/principal.ts';
import { answerFields, answerOf } from '#src/learning/answers.ts';
import { CONFIDENCE, HIGHEST_TRUST, LOWEST_TRUST, POINTS } from '#src/learning/measurements.ts';
import type { Command, Recorded } from '#src/learning/record.ts';
import { may } from '#src/organisation/access.ts';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';
import { COMMIT_PARTS } from '#src/scenarios/engine/index.ts';
import { VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS } from '#src/server/visitors.ts';
import text from './form.da.ts';
import { readForm } from './form.ts';

const id = z.uuidv7();
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
/** Longest own line to a decision, in characters. */
const OWN_LINE = 1000;
/** Longest if-then plan, in characters. */
const PLAN = 400;

const ReadForm = z.strictObject({ id, attempt: id, module: name, part: name });
/** What is answered depends on the question's kind (answers.ts). */
const AnswerForm = z
  .object({ id, attempt: id, module: name, question: name })
  .catchall(name)
  .transform(({ id: event, attempt, module, question, ...fields }) => ({
    command: { id: event, attempt, module, question },
    fields,
  }));
const RefresherForm = z
  .object({ id, attempt: id, question: name })
  .catchall(name)
  .transform(({ id: event, attempt, question, ...fields }) => ({ command: { id: event, attempt, question }, fields }));
const point = z.enum(POINTS);
const MeasureForm = z.strictObject({
  id,
  attempt: id,
  point,
  question: name,
  option: name,
  confidence: z.coerce.number().refine((value) => (CONFIDENCE as readonly number[]).includes(value)),
});
const TrustForm = z
  .object({ id, attempt: id, point })
  .catchall(z.coerce.number().int().min(LOWEST_TRUST).max(HIGHEST_TRUST))
  .transform(({ id: event, attempt, point: one, ...rated }) => ({
    id: event,
    attempt,
    point: one,
    trust: Object.fromEntries(Object.entries(rated).map(([field, value]) => [field.replace(/^tiltro-/, ''), value])),
  }));
const RemindForm = z.strictObject({ mail: z.enum(['ja', 'nej']) });
const CertifyForm = z.strictObject({ id, attempt: id, path: name });
const StartForm = z.strictObject({
  id,
  attempt: id,
  scenario: name,
  seat: name,
  mode: z.literal('assessed').optional(),
});
const AgainForm = z.strictObject({ id, attempt: id, scenario: name, seat: name, from: id, node: name });
const ownLine = z
  .string()
  .trim()
  .max(OWN_LINE, text.tooLong)
  .refine((line) => !looksLikeCpr(line), text.looksLikeCpr);
const scene = { id, attempt: id, scenario: name, node: name };
const ChooseForm = z.strictObject({ ...scene, option: name, ownLine: ownLine.optional() });
const ReasonForm = z.strictObject({ ...scene, choice: name, option: name });
const CommitForm = z.strictObject({ ...scene, responsible: name, next: name, fallback: name, citizen: name });
/** An aim and a ground. */
const silence = z
  .string()
  .regex(/^[a-z-]+:[a-z-]+$/)
  .max(80);
/** Ticks of a round are named as its pairs (share-text.ts). Who tells nothing need not say what for: `silence` stands for both. */
const RoundForm = z
  .object({ ...scene, aim: name.optional(), ground: name.optional(), silence, ownLine: ownLine.optional() })
  .catchall(z.literal('ja'))
  .transform(({ aim, ground, silence, ownLine: line, id: event, attempt, scenario, node, ...ticks }, context) => {
    const pairs = Object.keys(ticks);
    if (pairs.length > 0 && (aim === undefined || ground === undefined)) {
      context.addIssue({ code: 'custom', message: text.chooseOne });
      return z.NEVER;
    }
    return {
      command: { id: event, attempt, node },
      scenario,
      ownLine: line,
      choice: pairs.length === 0 ? `${silence}:` : roundText(aim ?? '', ground ?? '', pairs),
    };
  });
const RewindForm = z.strictObject(scene);
const PlanForm = z.strictObject({
  attempt: id,
  scenario: name,
  plan: z
    .string()
    .trim()
    .max(PLAN, text.planTooLong)
    .refine((line) => !looksLikeCpr(line), text.looksLikeCpr),
  delete: z.literal('ja').optional(),
});
const ModulePlanForm = PlanForm.omit({ scenario: true }).extend({ module: name });
const OwnLineForm = z.strictObject({ attempt: id, scenario: name, node: name });

/** The round that a form's ticks say; a fact that is told in full to somebody is not told that one in short too. */
function roundText(aim: string, ground: string, ticks: readonly string[]): string {
  const told = ticks.filter((pair) => !ticks.includes(pair.replace('.short>', '.full>')) || pair.includes('.full>'));
  return `${aim}:${ground}:${told.toSorted().join(';')}`;
}

/** The answer that a form holds; a field that the question does not have is refused (security.md AUTHZ-5). */
function answerIn(fields: Readonly<Record<string, string>>, id: string): string {
  const question = Object.hasOwn(content.questions, id) ? content.questions[id] : undefined;
  if (!question) throw new ActionError({ code: 'CONFLICT', message: text.notPossible });
  const known = answerFields(question);
  if (Object.keys(fields).some((field) => !known.includes(field)))
    throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.unreadable });
  const answer = answerOf(question, fields);
  if (answer === undefined)
    throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.incomplete[question.kind] });
  return answer;
}

/** Who learns here; denied unless granted. */
function learnerOf(locals: App.Locals): LearnerPrincipal {
  const { principal } = locals;
  if (!principal) throw new ActionError({ code: 'UNAUTHORIZED', message: text.signedOut });
  if (!principal.learner || !may(principal, 'learning.record'))
    throw new ActionError({ code: 'NOT_FOUND', message: text.unknownAttempt });
  return { ...principal, learner: principal.learner };
}

/** Who plays: a learner, or somebody without an account, who writes no free text (security.md ANON-1). */
function playerOf(locals: App.Locals, ownLine?: string | undefined): LearnerPrincipal {
  if (locals.principal || !locals.visitor) return learnerOf(locals);
  if (ownLine) throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.unreadable });
  return locals.visitor.principal;
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

async function record(locals: App.Locals, command: Command, who = learnerOf(locals)): Promise<void> {
  mustStand(await locals.services.learning.record(who, command));
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
      const { command, fields } = readForm(form, AnswerForm);
      const option = answerIn(fields, command.question);
      await record(locals, { type: 'module.answer', ...command, option });
      return { to: url.pathname };
    },
  }),

  /** A refresher is answered; the page that comes back shows its reasons. */
  refresh: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { command, fields } = readForm(form, RefresherForm);
      const option = answerIn(fields, command.question);
      await record(locals, { type: 'refresher.answer', ...command, option });
      return { to: `/genopfriskning/${command.attempt}` };
    },
  }),

  /** One question of a measurement. */
  measure: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const command = readForm(form, MeasureForm);
      await record(locals, { type: 'measurement.answer', ...command });
      return { to: `/maaling/${command.point}` };
    },
  }),

  /** The statements that end a measurement. */
  trust: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const command = readForm(form, TrustForm);
      await record(locals, { type: 'measurement.rate', ...command });
      return { to: `/maaling/${command.point}` };
    },
  }),

  /** Mails about refreshers, on or off. */
  remind: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { mail } = readForm(form, RemindForm);
      await locals.services.reminders.turn(learnerOf(locals), mail === 'nej');
      return { to: '/genopfriskning' };
    },
  }),

  /** A complete path earns a certificate. */
  certify: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      await record(locals, { type: 'certificate.issue', ...readForm(form, CertifyForm) });
      return { to: '/min-laering#beviser' };
    },
  }),

  startScenario: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const command = readForm(form, StartForm);
      await record(locals, { type: 'scenario.start', ...command }, playerOf(locals));
      return { to: `/scenarier/${command.scenario}/spil/${command.attempt}` };
    },
  }),

  /** Begins a case without an account; the browser gets a code of its own. */
  tryScenario: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies, clientAddress }) => {
      const command = readForm(form, StartForm);
      const { visitors } = locals.services;
      const begun = locals.visitor ? null : await visitors.begin(clientAddress);
      const visitor = locals.visitor ?? begun?.visitor;
      if (!visitor) throw new ActionError({ code: 'TOO_MANY_REQUESTS', message: text.tooManyVisitors });
      await record(locals, { type: 'scenario.start', ...command }, visitor.principal);
      if (begun) cookies.set(VISITOR_COOKIE, begun.code, VISITOR_COOKIE_OPTIONS);
      return { to: `/scenarier/${command.scenario}/spil/${command.attempt}` };
    },
  }),

  /** A decision in a scenario. The own line is kept beside the event, never in it, and only when the decision stands. */
  choose: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, option, ownLine, ...command } = readForm(form, ChooseForm);
      await record(
        locals,
        { type: 'scenario.choose', choice: option, ...command, ...(ownLine ? { ownLine } : {}) },
        playerOf(locals, ownLine),
      );
      return { to: `/scenarier/${scenario}/spil/${command.attempt}` };
    },
  }),

  /** Why, as the second step of a decision. */
  reason: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, option, ...command } = readForm(form, ReasonForm);
      await record(locals, { type: 'scenario.reason', reason: option, ...command }, playerOf(locals));
      return { to: `/scenarier/${scenario}/spil/${command.attempt}` };
    },
  }),

  /** The end of a meeting: its four parts are one decision. */
  commit: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, id: event, attempt, node, ...parts } = readForm(form, CommitForm);
      const choice = COMMIT_PARTS.map((part) => parts[part]).join('.');
      await record(locals, { type: 'scenario.choose', id: event, attempt, node, choice }, playerOf(locals));
      return { to: `/scenarier/${scenario}/spil/${attempt}` };
    },
  }),

  /** A free round of sharing. */
  share: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, command, choice, ownLine: line } = readForm(form, RoundForm);
      await record(
        locals,
        { type: 'scenario.choose', ...command, choice, ...(line ? { ownLine: line } : {}) },
        playerOf(locals, line),
      );
      return { to: `/scenarier/${scenario}/spil/${command.attempt}` };
    },
  }),

  /** Back to an own decision, in practice. */
  rewind: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { scenario, ...command } = readForm(form, RewindForm);
      await record(locals, { type: 'scenario.rewind', ...command }, playerOf(locals));
      return { to: `/scenarier/${scenario}/spil/${command.attempt}` };
    },
  }),

  /** A new run that takes over an earlier one up to a scene: the other road of the debrief. */
  again: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { from, node, ...command } = readForm(form, AgainForm);
      await record(locals, { type: 'scenario.start', ...command, from: { attempt: from, node } }, playerOf(locals));
      return { to: `/scenarier/${command.scenario}/spil/${command.attempt}` };
    },
  }),

  /** Takes back the own words to a decision; not an event, since free text can go. */
  deleteOwnLine: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { attempt, scenario, node } = readForm(form, OwnLineForm);
      await locals.services.learning.deleteOwnLine(learnerOf(locals), attempt, node);
      return { to: `/scenarier/${scenario}/gennemgang/${attempt}` };
    },
  }),

  /** The learner's own if-then plan after a case; free text beside the run, never an event. */
  plan: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { attempt, scenario, plan, delete: isDeleted } = readForm(form, PlanForm);
      await locals.services.learning.keepPlan(learnerOf(locals), attempt, isDeleted ? '' : plan);
      return { to: `/scenarier/${scenario}/gennemgang/${attempt}` };
    },
  }),

  /** The same after a module. */
  modulePlan: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { attempt, module, plan, delete: isDeleted } = readForm(form, ModulePlanForm);
      await locals.services.learning.keepPlan(learnerOf(locals), attempt, isDeleted ? '' : plan);
      return { to: `/moduler/${module}/forloeb/faerdig` };
    },
  }),
};
