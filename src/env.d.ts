declare namespace App {
  interface Locals {
    /** Null for a visitor. */
    principal: import('#db/principal.ts').Principal | null;
    /** Somebody who plays without an account; signed in or not. Null elsewhere. */
    visitor: import('#src/server/visitors.ts').Visitor | null;
    profile: import('#db/identity/sessions.ts').Profile | null;
    services: import('#src/server/services.ts').Services;
    /** Encrypts answers that wait in the learner's browser for a line (DUR-4); null for who does not learn. */
    outboxKey: string | null;
    /** Demonstration sign-in is on; every page says so. */
    isDemo: boolean;
    /** The ways in that this installation offers. */
    signInOptions: {
      demo: readonly import('#src/organisation/organisation.ts').DemonstrationPerson[] | null;
      mail: boolean;
      oidc: { readonly name: string } | null;
    };
  }
}
