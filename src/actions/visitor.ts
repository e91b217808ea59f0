import { ActionError, defineAction } from 'astro:actions';
import { z } from 'zod';
import { asLearner } from '#src/organisation/access.ts';
import { VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS } from '#src/server/visitors.ts';
import text from './form.da.ts';
import { readForm } from './form.ts';

const EnterForm = z.strictObject({ code: z.string().trim().min(1).max(60) });
const NoForm = z.strictObject({});
const HERE = '/uden-konto';

/** Plays without an account: taken up on another device, joined to an account, or deleted (security.md ANON-1). */
export const visitor = {
  enter: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies, clientAddress }) => {
      const { code } = readForm(form, EnterForm);
      const entered = await locals.services.visitors.enter(code, clientAddress);
      if (entered === 'limited') throw new ActionError({ code: 'TOO_MANY_REQUESTS', message: text.tooManyCodes });
      if (entered === 'unknown') throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.unknownCode });
      cookies.set(VISITOR_COOKIE, entered.code, VISITOR_COOKIE_OPTIONS);
      return { to: HERE };
    },
  }),

  /** Only the person who is signed in, only with the code in their own browser. */
  claim: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }) => {
      readForm(form, NoForm);
      const learner = asLearner(locals.principal);
      if (!learner) throw new ActionError({ code: 'UNAUTHORIZED', message: text.signedOut });
      const code = cookies.get(VISITOR_COOKIE)?.value;
      if (!code || !(await locals.services.visitors.claim(learner, code)))
        throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.unknownCode });
      cookies.delete(VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS);
      return { to: '/min-laering' };
    },
  }),

  erase: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }) => {
      readForm(form, NoForm);
      const code = cookies.get(VISITOR_COOKIE)?.value;
      if (code) await locals.services.visitors.erase(code);
      cookies.delete(VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS);
      return { to: '/scenarier' };
    },
  }),
};
