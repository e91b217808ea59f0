// npm run admin: people, groups and roles until there are pages for it. Says what was done; a wrong command changes nothing.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createPeople } from '#db/identity/people.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { createAffiliations } from '#db/learning/affiliations.ts';
import { openIdentityStore, openLearningStore, StoreError } from '#db/open.ts';
import type { Authority, MemberFunction, Role, Scope } from '#db/principal.ts';
import { DISTRICTS, municipalityNamed } from '#src/organisation/geography.ts';
import { createOrganisation, OrganisationError } from '#src/organisation/organisation.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const HELP = `Brug: npm run admin -- <kommando> [--felt værdi …]

  list                                             politikredse, grupper og personer
  add-group     --id --navn --kreds --kommune      en operativgruppe
  add-member    --navn --mail --gruppe --myndighed [--funktion] [--fra ÅÅÅÅ-MM-DD]
                                                   et medlem, som skal lære (politi, kommune, psykiatri, kif;
                                                   member, deputy, chair, contact)
  end-member    --mail --gruppe [--til ÅÅÅÅ-MM-DD] medlemmet forlader gruppen; det lærte bliver
  add-person    --navn --mail                      en person uden læring, fx til en styregruppe
  link-account  --mail --emne                      knytter personens konto (subject) hos den opsatte OIDC-udbyder
  grant         --mail --rolle --omraade           giver en rolle (learner, trainer, reviewer, steering, admin);
                                                   området er landet, kreds:<id> eller gruppe:<id>
  revoke        --mail --rolle                     tager rollen igen
  disable       --mail                             lukker personens adgang nu`;

class Usage extends Error {}

const AUTHORITIES: readonly Authority[] = ['politi', 'kommune', 'psykiatri', 'kif'];
const FUNCTIONS: readonly MemberFunction[] = ['member', 'deputy', 'chair', 'contact'];
const ROLES: readonly Role[] = ['learner', 'trainer', 'reviewer', 'steering', 'admin'];
const text = { type: 'string' } as const;

try {
  await run();
} catch (error) {
  const isOurs =
    error instanceof Usage ||
    error instanceof OrganisationError ||
    error instanceof ConfigurationError ||
    error instanceof StoreError;
  const isArguments = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isOurs && !isArguments) throw error;
  console.error(isArguments ? `Kommandoen kunne ikke læses.\n\n${HELP}` : error instanceof Error ? error.message : '');
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      id: text,
      navn: text,
      kreds: text,
      kommune: text,
      mail: text,
      gruppe: text,
      myndighed: text,
      funktion: text,
      fra: text,
      til: text,
      emne: text,
      rolle: text,
      omraade: text,
    },
  });
  const [command] = positionals;
  if (!command || positionals.length > 1) throw new Usage(HELP);
  const need = (name: keyof typeof values): string => {
    const value = values[name]?.trim();
    if (!value) throw new Usage(`Kommandoen ${command} mangler --${name}.`);
    return value;
  };
  const oneOf = <T extends string>(name: keyof typeof values, allowed: readonly T[], fallback?: T): T => {
    const value = fallback !== undefined && values[name] === undefined ? fallback : need(name);
    const found = allowed.find((one) => one === value);
    if (!found) throw new Usage(`--${name} skal være en af: ${allowed.join(', ')}.`);
    return found;
  };
  const configuration = readConfiguration(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const identity = await openIdentityStore(configuration.identity);
  const learning = await openLearningStore(configuration.learning);
  const people = createPeople(identity);
  const organisation = createOrganisation(
    people,
    createSessions(identity),
    createAffiliations(learning),
    () => new Date(),
  );
  const mail = () => {
    const address = need('mail').toLowerCase();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) throw new Usage('--mail skal være en mailadresse.');
    return address;
  };
  /** The beginning of a Danish winter day; now when none is given. */
  const day = (name: 'fra' | 'til'): number => {
    const value = values[name];
    if (value === undefined) return Date.now();
    const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00+01:00`) : Number.NaN;
    if (Number.isNaN(at)) throw new Usage(`--${name} skal være en dato som 2026-11-23.`);
    return at;
  };
  const person = async () => {
    const found = await people.byMail(mail());
    if (!found) throw new Usage('Der er ingen person med den mailadresse.');
    return found.id;
  };
  const municipality = () => {
    const found = municipalityNamed(need('kommune'));
    if (!found) throw new Usage('--kommune skal være en af de 98 kommuner, fx Odense.');
    return found;
  };
  const scope = (): Scope => {
    const value = need('omraade');
    if (value === 'landet') return { kind: 'nation' };
    const [, kind, id = ''] = /^(kreds|gruppe):([a-z0-9-]+)$/.exec(value) ?? [];
    if (!kind) throw new Usage('--omraade skal være landet, kreds:<id> eller gruppe:<id>.');
    return kind === 'kreds' ? { kind: 'district', id } : { kind: 'group', id };
  };
  try {
    for (const { id, name } of DISTRICTS) await organisation.addDistrict(id, name, false);
    switch (command) {
      case 'list':
        for (const { id, name } of await people.districts()) console.log(`kreds   ${id}  ${name}`);
        for (const { id, name, police_district } of await people.groups())
          console.log(`gruppe  ${id}  ${name} (${police_district})`);
        for (const one of await people.all())
          console.log(
            `person  ${one.mail ?? '(uden mail)'}  ${one.name}  ${one.role ?? 'ingen rolle'}${one.disabled_at === null ? '' : '  lukket'}`,
          );
        break;
      case 'add-group':
        if (!/^[a-z0-9-]+$/.test(need('id'))) throw new Usage('--id må kun bestå af a-z, 0-9 og bindestreg.');
        await organisation.addGroup({
          id: need('id'),
          name: need('navn'),
          district: need('kreds'),
          municipality: municipality(),
          isFictional: false,
        });
        console.log(`Gruppen ${need('id')} er oprettet.`);
        break;
      case 'add-member': {
        await organisation.addMember({
          name: need('navn'),
          mail: mail(),
          group: need('gruppe'),
          authority: oneOf('myndighed', AUTHORITIES),
          memberFunction: oneOf('funktion', FUNCTIONS, 'member'),
          joinedAt: day('fra'),
        });
        console.log('Medlemmet er oprettet og kan logge ind.');
        break;
      }
      case 'end-member':
        await organisation.endMembership(await person(), need('gruppe'), day('til'));
        console.log('Medlemskabet er afsluttet.');
        break;
      case 'add-person':
        await organisation.addPerson(need('navn'), mail());
        console.log('Personen er oprettet. Giv en rolle med: npm run admin -- grant');
        break;
      case 'link-account':
        if (!configuration.oidc) throw new Usage('Der er ikke sat en OIDC-udbyder op.');
        await people.addAccount(configuration.oidc.issuer, need('emne'), await person());
        console.log('Kontoen er knyttet.');
        break;
      case 'grant':
        await organisation.grant(await person(), oneOf('rolle', ROLES), scope());
        console.log('Rollen er givet. Personen skal logge ind igen.');
        break;
      case 'revoke':
        await organisation.revoke(await person(), oneOf('rolle', ROLES));
        console.log('Rollen er taget. Personen skal logge ind igen.');
        break;
      case 'disable':
        await organisation.disable(await person());
        console.log('Adgangen er lukket.');
        break;
      default:
        throw new Usage(HELP);
    }
  } finally {
    await identity.destroy();
    await learning.destroy();
  }
}
