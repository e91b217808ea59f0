import nodemailer from 'nodemailer';
import { type Configuration, isLoopback } from './configuration.ts';
import { codeMail, reminderMail } from './mail.da.ts';

/** Sends a sign-in code. The mail holds the code and nothing about the person (security.md LOG-4). */
export type SendCode = (to: string, code: string) => Promise<void>;

/** Says that something is due to be refreshed: a link, and nothing about the person (security.md LOG-4). */
export type SendReminder = (to: string) => Promise<void>;

export function createSendCode(mail: Mail, origin: string): SendCode {
  const transport = transportOf(mail);
  return async (to, code) => {
    await transport.sendMail({ from: mail.from, to, subject: codeMail.subject, text: codeMail.text(code, origin) });
  };
}

export function createSendReminder(mail: Mail, origin: string): SendReminder {
  const transport = transportOf(mail);
  return async (to) => {
    await transport.sendMail({ from: mail.from, to, subject: reminderMail.subject, text: reminderMail.text(origin) });
  };
}

type Mail = NonNullable<Configuration['mail']>;

function transportOf({ smtp }: Mail) {
  const { protocol, hostname } = new URL(smtp);
  // TLS 1.2 or better (LOG-4); on this machine nobody listens, and a local relay seldom has a certificate.
  const needsTls = protocol === 'smtp:' && !isLoopback(hostname);
  return nodemailer.createTransport({ url: smtp, requireTLS: needsTls, tls: { minVersion: 'TLSv1.2' } });
}
