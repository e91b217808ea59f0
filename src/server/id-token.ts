import { constants, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';

/** The algorithms that we accept, and what their keys must be (security.md FED-1: a fixed list, so neither `none` nor a shared secret). */
const ALGORITHMS = {
  RS256: { kty: 'RSA', options: {} },
  PS256: {
    kty: 'RSA',
    options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  },
  ES256: { kty: 'EC', options: { dsaEncoding: 'ieee-p1363' } },
} as const;
/** NIST's lower bound for RSA. */
const RSA_BITS = 2048;
/** Providers change keys in advance; a token with an unknown key makes us look again. */
const KEYS_LAST = 10 * 60_000;

const Header = z.looseObject({
  alg: z.enum(['RS256', 'PS256', 'ES256']),
  kid: z.string().optional(),
  crit: z.never().optional(),
});
const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
const Key = z.looseObject({
  kty: z.string(),
  kid: z.string().optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
  crv: z.string().optional(),
});
const Keys = z.object({ keys: z.array(Key) });
type Key = z.infer<typeof Key>;

/**
 * Whether an identity token is signed by the provider. `@auth/core` checks what a token claims, not its signature, since
 * it was fetched over TLS; we do not lean on that alone.
 * @param read how documents of the provider are fetched; the keys are found from its discovery document
 */
export function createIdTokenVerifier(
  issuer: string,
  read: typeof fetch,
  now: () => number = Date.now,
): (token: string) => Promise<boolean> {
  let known: { keys: readonly Key[]; readAt: number } | undefined;

  async function keysOf(isFresh: boolean): Promise<readonly Key[]> {
    if (!known || isFresh || now() - known.readAt > KEYS_LAST) {
      const discovery = Discovery.parse(
        await (await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)).json(),
      );
      if (discovery.issuer !== issuer) throw new Error('The provider calls itself by another name');
      known = { keys: Keys.parse(await (await read(discovery.jwks_uri)).json()).keys, readAt: now() };
    }
    return known.keys;
  }

  return async (token) => {
    const [head = '', body = '', signature = '', ...rest] = token.split('.');
    const header = Header.safeParse(parsed(head));
    if (!header.success || rest.length > 0 || signature === '') return false;
    const { alg, kid } = header.data;
    const fits = (key: Key) =>
      key.kty === ALGORITHMS[alg].kty &&
      (kid === undefined || key.kid === kid) &&
      (key.use ?? 'sig') === 'sig' &&
      (key.alg ?? alg) === alg;
    let keys = (await keysOf(false)).filter(fits);
    if (keys.length === 0) keys = (await keysOf(true)).filter(fits);
    return keys.some((key) => isSignedBy(key, alg, `${head}.${body}`, signature));
  };
}

function isSignedBy(jwk: Key, alg: keyof typeof ALGORITHMS, signed: string, signature: string): boolean {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    return false; // a key that is none signs nothing
  }
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (alg === 'ES256' ? namedCurve !== 'prime256v1' : modulusLength < RSA_BITS) return false;
  return verify(
    'sha256',
    Buffer.from(signed),
    { key, ...ALGORITHMS[alg].options },
    Buffer.from(signature, 'base64url'),
  );
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
