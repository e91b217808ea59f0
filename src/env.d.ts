declare namespace App {
  interface Locals {
    /** Null for a visitor. */
    principal: import('#db/principal.ts').Principal | null;
    profile: import('#db/identity/sessions.ts').Profile | null;
    services: import('#src/server/services.ts').Services;
    /** Demonstration sign-in is on; every page says so. */
    isDemo: boolean;
  }
}
