declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  /** The little that the tests use of it; the package has no types of its own. */
  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): RequestListener;
  }
}
