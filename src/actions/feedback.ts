import { ActionError, defineAction } from 'astro:actions';
import { z } from 'zod';
import { LONGEST_MESSAGE, text as page } from '#src/components/public/feedback.da.ts';
import { may } from '#src/organisation/access.ts';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';
import { ownPath } from '#src/server/own-path.ts';
import text from './form.da.ts';
import { readForm } from './form.ts';

const id = z.uuidv7();
const SendForm = z.strictObject({
  id,
  side: z.string().max(200),
  besked: z
    .string()
    .trim()
    .min(1, text.emptyMessage)
    .max(LONGEST_MESSAGE, text.messageTooLong)
    .refine((message) => !looksLikeCpr(message), text.looksLikeCpr),
});
const SettleForm = z.strictObject({ id, som: z.enum(['corrected', 'no-fault', 'lawyer']) });

/** What readers find wrong, and what editors make of it. */
export const feedback = {
  send: defineAction({
    accept: 'form',
    handler: async (form, { locals, clientAddress }) => {
      const { id: message, side, besked } = readForm(form, SendForm);
      const sent = await locals.services.feedback.send(
        { id: message, page: ownPath(side, '/'), text: besked },
        clientAddress,
      );
      if (!sent) throw new ActionError({ code: 'TOO_MANY_REQUESTS', message: text.tooManyMessages });
      return { to: `/fejl?tak=ja&side=${encodeURIComponent(ownPath(side, '/'))}` };
    },
  }),

  settle: defineAction({
    accept: 'form',
    handler: async (form, { locals }) => {
      const { id: message, som } = readForm(form, SettleForm);
      const { principal } = locals;
      if (!principal || !may(principal, 'feedback.settle'))
        throw new ActionError({ code: 'NOT_FOUND', message: text.unreadable });
      if (!(await locals.services.feedback.settle(principal, message, som)))
        throw new ActionError({ code: 'CONFLICT', message: page.gone });
      return { to: '/redaktion' };
    },
  }),
};
