import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { StoreLocation } from '#db/open.ts';

/** A setting that is missing or wrong; the message is one sentence that says what to do. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

export interface Configuration {
  readonly identity: StoreLocation;
  readonly learning: StoreLocation;
  /** Null on PostgreSQL. */
  readonly dataDirectory: string | null;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port that people use; everything that needs an address takes it from here (never from a request). */
  readonly origin: string;
  readonly secret: string;
  readonly mail: { readonly smtp: string; readonly from: string } | null;
  readonly oidc: {
    readonly name: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly acr: string | null;
  } | null;
  /** Demonstration sign-in: no provider, and nobody outside this machine can reach it. */
  readonly isDemo: boolean;
  /** Whether the one hop in front is ours and may name the client's address. */
  readonly trustsProxy: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Whether a host name is this machine, which nothing on the way can listen to. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

const environment = z.object({
  PSP_DATA_DIR: z.string().min(1).default('data'),
  PSP_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'PSP_DATABASE_URL skal begynde med postgres://.')
    .optional(),
  PSP_HOST: z.string().min(1).default('127.0.0.1'),
  PSP_PORT: z.coerce
    .number('PSP_PORT skal være et portnummer.')
    .int('PSP_PORT skal være et helt tal.')
    .min(1, 'PSP_PORT skal være mindst 1.')
    .max(65535, 'PSP_PORT skal være højst 65535.')
    .default(4321),
  PSP_PUBLIC_ORIGIN: z.string().optional(),
  PSP_SECRET: z.string().optional(),
  PSP_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'PSP_SMTP_URL skal begynde med smtp:// eller smtps://.')
    .optional(),
  PSP_MAIL_FROM: z.string().optional(),
  PSP_OIDC_NAME: z.string().default('din arbejdskonto'),
  PSP_OIDC_ISSUER: z.url('PSP_OIDC_ISSUER skal være en adresse.').optional(),
  PSP_OIDC_CLIENT_ID: z.string().optional(),
  PSP_OIDC_CLIENT_SECRET: z.string().optional(),
  PSP_OIDC_ACR: z.string().optional(),
  PSP_TRUSTED_PROXY: z.enum(['0', '1'], 'PSP_TRUSTED_PROXY skal være 0 eller 1.').default('0'),
});

/**
 * Reads the whole configuration once, at the start.
 * @param variables usually process.env; an empty value counts as missing
 * @throws {ConfigurationError} with one Danish sentence
 */
export function readConfiguration(
  variables: Readonly<Record<string, string | undefined>>,
  directory: string,
): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => name.startsWith('PSP_') && value !== ''),
  );
  const unknown = Object.keys(given).find((name) => !(name in environment.shape) && !IGNORED.has(name));
  if (unknown) throw new ConfigurationError(`Indstillingen ${unknown} findes ikke. Se listen i docs/operate.md.`);
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigurationError(parsed.error.issues[0]?.message ?? 'En indstilling kan ikke læses.');
  const settings = parsed.data;
  const origin = originOf(settings.PSP_PUBLIC_ORIGIN ?? `http://localhost:${settings.PSP_PORT}`);
  const mail = mailOf(settings);
  const oidc = oidcOf(settings);
  const isLocal = isLoopback(settings.PSP_HOST) && isLoopback(new URL(origin).hostname);
  const hasProvider = mail !== null || oidc !== null;
  if (!hasProvider && !isLocal)
    throw new ConfigurationError(
      'Der er ingen måde at logge ind på: angiv PSP_SMTP_URL eller PSP_OIDC_ISSUER, eller lad PSP_HOST og PSP_PUBLIC_ORIGIN pege på denne maskine for at prøve demonstrationen.',
    );
  if (hasProvider && (settings.PSP_SECRET ?? '').length < 32)
    throw new ConfigurationError('PSP_SECRET skal være mindst 32 tegn, når der er sat en måde at logge ind på.');
  const url = settings.PSP_DATABASE_URL;
  const dataDirectory = resolve(directory, settings.PSP_DATA_DIR);
  return {
    identity: url
      ? { kind: 'postgres', url, schema: 'identity' }
      : { kind: 'sqlite', file: join(dataDirectory, 'identity.sqlite') },
    learning: url
      ? { kind: 'postgres', url, schema: 'learning' }
      : { kind: 'sqlite', file: join(dataDirectory, 'learning.sqlite') },
    dataDirectory: url ? null : dataDirectory,
    host: settings.PSP_HOST,
    port: settings.PSP_PORT,
    origin,
    secret: settings.PSP_SECRET ?? 'demonstration-uden-udbydere-paa-loopback',
    mail,
    oidc,
    isDemo: !hasProvider,
    trustsProxy: settings.PSP_TRUSTED_PROXY === '1',
  };
}

/** Read by the test suite, not by the server. */
const IGNORED = new Set(['PSP_CHROMIUM', 'PSP_CHROMIUM_ARGS', 'PSP_E2E_ADDRESS', 'PSP_TEST_POSTGRES_URL']);

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new ConfigurationError('PSP_PUBLIC_ORIGIN skal være en adresse uden sti, fx https://akademi.example.dk.');
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new ConfigurationError('PSP_PUBLIC_ORIGIN skal begynde med https://, medmindre den peger på denne maskine.');
  return url.origin;
}

function mailOf({ PSP_SMTP_URL: smtp, PSP_MAIL_FROM: from }: z.infer<typeof environment>): Configuration['mail'] {
  if (!smtp && !from) return null;
  if (!smtp || !from) throw new ConfigurationError('PSP_SMTP_URL og PSP_MAIL_FROM skal angives sammen.');
  return { smtp, from };
}

function oidcOf(settings: z.infer<typeof environment>): Configuration['oidc'] {
  const { PSP_OIDC_ISSUER: issuer, PSP_OIDC_CLIENT_ID: clientId, PSP_OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (!issuer && !clientId && !clientSecret && !settings.PSP_OIDC_ACR) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigurationError('PSP_OIDC_ISSUER, PSP_OIDC_CLIENT_ID og PSP_OIDC_CLIENT_SECRET skal angives sammen.');
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname))
    throw new ConfigurationError('PSP_OIDC_ISSUER skal begynde med https://, medmindre den peger på denne maskine.');
  return { name: settings.PSP_OIDC_NAME, issuer, clientId, clientSecret, acr: settings.PSP_OIDC_ACR ?? null };
}
