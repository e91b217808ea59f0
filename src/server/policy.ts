import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Browsers tell here what a policy stopped; see report.ts. */
export const REPORT_PATH = '/api/csp';

/** What only a header can say. */
const HEADER_ONLY = `frame-ancestors 'none'; report-uri ${REPORT_PATH}`;

/** What a page may load and do; the application adds the hashes of its own scripts (security.md XSS-2). */
export const POLICY = completed(
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'",
);

/** All off: no page of ours asks a browser for more than showing text. */
export const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** A policy of the application with what only a header can say. */
export function completed(policy: string): string {
  return policy.includes('frame-ancestors') ? policy : `${policy.replace(/;\s*$/, '')}; ${HEADER_ONLY}`;
}

/**
 * The policy of a prerendered page for the header. Its script hashes stand in a meta tag, and both policies bind, so the
 * header repeats them.
 * @param client folder of the built site
 * @returns undefined for a file that is no page
 */
export function pagePolicies(client: string): (path: string) => string | undefined {
  const known = new Map<string, string>();
  return (path) => {
    if (/\.[a-z0-9]+$/.test(path) && !path.endsWith('.html')) return undefined;
    const name = path === '/' ? '/index' : path.replace(/\.html$/, '');
    let policy = known.get(name);
    if (policy === undefined) {
      policy = fromMeta(join(client, `${name}.html`));
      known.set(name, policy);
    }
    return policy;
  };
}

function fromMeta(file: string): string {
  const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(readFileSync(file, 'utf8'))?.[1];
  return meta ? completed(meta.replaceAll('&#39;', "'").replaceAll('&quot;', '"')) : POLICY;
}
