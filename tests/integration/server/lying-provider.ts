import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the provider says; a lie changes one thing of it. */
export interface Answer {
  header: Json;
  claims: Json;
  /** How the token is signed. */
  signature: 'right' | 'none' | 'wrong-key' | 'public-key-as-secret' | 'empty' | 'cut';
  tokenResponse: Json;
  /** Parameters of the callback; undefined leaves one out. */
  callback: Record<string, string | undefined>;
  discovery: Json;
}
export type Lie = (answer: Answer) => void;

/**
 * An identity provider that tells the truth unless it is given a lie: discovery, keys and the token endpoint over HTTP;
 * the browser's part is `callbackFor`.
 */
export async function lyingProvider(clientId: string) {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let lie: Lie = () => undefined;
  let nonce = '';
  let issuer = '';

  function answer(state = '', callbackIssuer = issuer): Answer {
    const now = Math.floor(Date.now() / 1000);
    const truth: Answer = {
      header: { alg: 'RS256', kid: 'one', typ: 'JWT' },
      claims: { iss: issuer, sub: 'karin-at-work', aud: clientId, exp: now + 300, iat: now, nonce, acr: 'high' },
      signature: 'right',
      tokenResponse: { access_token: 'opaque', token_type: 'bearer', expires_in: 300 },
      callback: { code: 'a-code', state, iss: callbackIssuer },
      discovery: {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      },
    };
    lie(truth);
    return truth;
  }

  const server = createServer((request, response) => {
    const send = (body: Json) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') return send(answer().discovery);
    if (request.url === '/jwks')
      return send({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
    const told = answer();
    return send({ id_token: tokenOf(told, key, foreign.privateKey), ...told.tokenResponse });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    tell(next: Lie) {
      lie = next;
    },
    /** The address that the browser comes back to, after the provider was asked at `authorization`. */
    callbackFor(authorization: string, callback: string): string {
      const asked = new URL(authorization).searchParams;
      nonce = asked.get('nonce') ?? '';
      const address = new URL(callback);
      for (const [name, value] of Object.entries(answer(asked.get('state') ?? '').callback))
        if (value !== undefined) address.searchParams.set(name, value);
      return address.href;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function tokenOf(
  { header, claims, signature }: Answer,
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
  foreign: KeyObject,
): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  const by = (one: KeyObject) => sign('sha256', Buffer.from(signed), one).toString('base64url');
  switch (signature) {
    case 'right':
      return `${signed}.${by(privateKey)}`;
    case 'wrong-key':
      return `${signed}.${by(foreign)}`;
    case 'public-key-as-secret':
      return `${signed}.${createHmac('sha256', publicKey.export({ format: 'pem', type: 'spki' }))
        .update(signed)
        .digest('base64url')}`;
    case 'none':
    case 'empty':
      return `${signed}.`;
    case 'cut':
      return `${signed}.${by(privateKey).slice(0, -8)}`;
  }
}
