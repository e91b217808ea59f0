import nodemailer from 'nodemailer';
import type { Configuration } from './configuration.ts';
import { codeMail } from './mail.da.ts';

/** Sends a sign-in code. The mail holds the code and nothing about the person (security.md LOG-4). */
export type SendCode = (to: string, code: string) => Promise<void>;

export function createSendCode({ smtp, from }: NonNullable<Configuration['mail']>, origin: string): SendCode {
  const transport = nodemailer.createTransport(smtp);
  return async (to, code) => {
    await transport.sendMail({ from, to, subject: codeMail.subject, text: codeMail.text(code, origin) });
  };
}
