import { ActionError, defineAction } from 'astro:actions';
import { z } from 'zod';
import { ownPath } from '#src/server/own-path.ts';
import {
  CODE_COOKIE,
  hashSessionId,
  newSessionId,
  SESSION_COOKIE,
  SESSION_COOKIE_OPTIONS,
  seal,
  unseal,
} from '#src/server/session.ts';
import { readForm } from './form.ts';
import text from './sign-in.da.ts';

const START = '/start';
const path = z.string().max(500).optional();
const DemoForm = z.strictObject({ person: z.uuid(), naeste: path });
const MailForm = z.strictObject({
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email({ error: text.noMail })),
  naeste: path,
});
const CodeForm = z.strictObject({
  code: z
    .string()
    .max(20)
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{8}$/, { error: text.wrongCode })),
});

/** The beginning of a session's hash, as the list gives it. */
const EndForm = z.strictObject({
  handle: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});

/** Proves who somebody is and begins a sign-in. Each gives `to`, the address that the form is answered with. */
export const signIn = {
  /** The demonstration: a fictional person, no proof. Exists only where nobody outside this machine can reach it. */
  demo: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }) => {
      const { services } = locals;
      if (!services.configuration.isDemo) throw new ActionError({ code: 'NOT_FOUND', message: text.noDemo });
      const { person, naeste } = readForm(form, DemoForm);
      const found = await services.people.byId(person);
      if (!found || found.mail !== null)
        throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.choosePerson });
      const id = newSessionId();
      await services.sessions.begin(hashSessionId(id), person, services.now().getTime(), true);
      cookies.set(SESSION_COOKIE, id, SESSION_COOKIE_OPTIONS);
      return { to: ownPath(naeste, START) };
    },
  }),

  /** Sends a code. Says the same whether the address is known or not. */
  mail: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies, clientAddress }) => {
      const { services } = locals;
      if (!services.configuration.mail) throw new ActionError({ code: 'NOT_FOUND', message: text.noDemo });
      const { email, naeste } = readForm(form, MailForm);
      const mail = email.toLowerCase();
      const ticket = newSessionId();
      services.signIn.sendCode({ mail, ticket, net: clientAddress });
      cookies.set(
        CODE_COOKIE,
        seal(JSON.stringify({ mail, ticket, to: ownPath(naeste, START) }), services.configuration.secret),
        { ...SESSION_COOKIE_OPTIONS, maxAge: 600 },
      );
      return { to: '/log-ind/kode' };
    },
  }),

  code: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies, clientAddress }) => {
      const { services } = locals;
      const { code } = readForm(form, CodeForm);
      const waiting = unseal(cookies.get(CODE_COOKIE)?.value ?? '', services.configuration.secret);
      const asked = z
        .object({ mail: z.string(), ticket: z.string(), to: z.string() })
        .safeParse(waiting === null ? null : JSON.parse(waiting));
      const id = asked.success
        ? await services.signIn.takeCode({ mail: asked.data.mail, ticket: asked.data.ticket, net: clientAddress }, code)
        : null;
      if (!asked.success || id === null)
        throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.wrongCode });
      cookies.delete(CODE_COOKIE, SESSION_COOKIE_OPTIONS);
      cookies.set(SESSION_COOKIE, id, SESSION_COOKIE_OPTIONS);
      return { to: ownPath(asked.data.to, START) };
    },
  }),

  /** Ends one's own sign-ins elsewhere: one, or all of them. */
  endOthers: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { principal, services } = locals;
      if (!principal) throw new ActionError({ code: 'UNAUTHORIZED', message: text.signedOut });
      const { handle } = readForm(form, EndForm);
      await services.sessions.endOthers(principal, handle ?? null, services.now().getTime());
      return { to: '/mine-logind' };
    },
  }),
};
