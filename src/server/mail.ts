import nodemailer from 'nodemailer';
import { type Configuration, isLoopback } from './configuration.ts';
import { codeMail } from './mail.da.ts';

/** Sends a sign-in code. The mail holds the code and nothing about the person (security.md LOG-4). */
export type SendCode = (to: string, code: string) => Promise<void>;

export function createSendCode({ smtp, from }: NonNullable<Configuration['mail']>, origin: string): SendCode {
  const { protocol, hostname } = new URL(smtp);
  // TLS 1.2 or better (LOG-4); on this machine nobody listens, and a local relay seldom has a certificate.
  const needsTls = protocol === 'smtp:' && !isLoopback(hostname);
  const transport = nodemailer.createTransport({ url: smtp, requireTLS: needsTls, tls: { minVersion: 'TLSv1.2' } });
  return async (to, code) => {
    await transport.sendMail({ from, to, subject: codeMail.subject, text: codeMail.text(code, origin) });
  };
}
