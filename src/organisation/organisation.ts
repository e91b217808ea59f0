import { v7 as uuidv7 } from 'uuid';
import type { People } from '#db/identity/people.ts';
import type { Sessions } from '#db/identity/sessions.ts';
import type { Affiliations } from '#db/learning/affiliations.ts';
import type { Authority, MemberFunction, Role, Scope } from '#db/principal.ts';
import { lineOf } from './demonstration.da.ts';

export interface NewMember {
  readonly name: string;
  /** Lower case; null for a person of the demonstration. */
  readonly mail: string | null;
  readonly group: string;
  readonly authority: Authority;
  readonly memberFunction: MemberFunction;
  readonly joinedAt: number;
}

/** Names by id, for pages and exports. */
export interface PlaceNames {
  readonly districts: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

/** A fictional person that the demonstration can be tried as. */
export interface DemonstrationPerson {
  readonly id: string;
  readonly name: string;
  /** What the person does, in one line. */
  readonly line: string;
  readonly authority: Authority | null;
}

/** What a member of the organisation cannot be: a sentence for the operator. */
export class OrganisationError extends Error {
  override name = 'OrganisationError';
}

/**
 * People, groups and roles. No transaction spans the two stores: identity comes first, and the learning store may hold an
 * affiliation again without harm, so a step that was cut is taken again (design.md).
 */
export function createOrganisation(people: People, sessions: Sessions, affiliations: Affiliations, now: () => Date) {
  return {
    async placeNames(): Promise<PlaceNames> {
      const [districts, groups] = [await people.districts(), await people.groups()];
      return {
        districts: Object.fromEntries(districts.map(({ id, name }) => [id, name])),
        groups: Object.fromEntries(groups.map(({ id, name }) => [id, name])),
      };
    },

    /** People without a mail address: the demonstration's, in the order in which they were made. */
    async demonstrationPersons(): Promise<DemonstrationPerson[]> {
      const rows = (await people.all()).filter(({ mail, disabled_at }) => mail === null && disabled_at === null);
      const byPerson = Map.groupBy(rows, ({ id }) => id);
      return [...byPerson].flatMap(([id, [first]]) =>
        first
          ? [
              {
                id,
                name: first.name,
                line: lineOf(first.role, first.group, first.scope_id),
                authority: first.authority,
              },
            ]
          : [],
      );
    },

    addDistrict: (id: string, name: string, isFictional: boolean) =>
      people.addDistrict({ id, name, is_fictional: isFictional ? 1 : 0 }),

    /** @throws {OrganisationError} when the district does not exist or the group does */
    async addGroup(group: {
      id: string;
      name: string;
      district: string;
      municipality: string;
      isFictional: boolean;
    }): Promise<void> {
      if (!(await people.districts()).some(({ id }) => id === group.district))
        throw new OrganisationError(`Politikredsen ${group.district} findes ikke. Se dem med: npm run admin -- list`);
      if ((await people.groups()).some(({ id }) => id === group.id))
        throw new OrganisationError(`Gruppen ${group.id} findes allerede.`);
      await people.addGroup({
        id: group.id,
        name: group.name,
        police_district: group.district,
        municipality: group.municipality,
        is_fictional: group.isFictional ? 1 : 0,
      });
    },

    /** A person who only steers or administers; returns its id. */
    async addPerson(name: string, mail: string | null): Promise<string> {
      await mustBeFree(mail);
      const id = uuidv7();
      await people.addPerson({ id, name, mail, learner: null, created_at: now().getTime(), disabled_at: null });
      return id;
    },

    /**
     * A member of an operative group: person, pseudonym, membership, learner's role. Somebody who is known by the mail
     * address becomes a member too; the same command again changes nothing, and completes what was cut.
     * @throws {OrganisationError} when the group does not exist, or the address belongs to somebody else
     */
    async addMember(member: NewMember): Promise<{ person: string; learner: string }> {
      const group = (await people.groups()).find(({ id }) => id === member.group);
      if (!group)
        throw new OrganisationError(`Gruppen ${member.group} findes ikke. Opret den med: npm run admin -- add-group`);
      const owner = member.mail === null ? undefined : await people.ownerOf(member.mail);
      if (owner && owner.disabled_at !== null)
        throw new OrganisationError('Mailadressen hører til en person, hvis adgang er lukket.');
      if (owner && owner.name !== member.name)
        throw new OrganisationError('Mailadressen hører til en person med et andet navn.');
      const person = uuidv7();
      const { learner, membership, ...joined } = await people.join(
        {
          id: person,
          name: member.name,
          mail: member.mail,
          learner: uuidv7(),
          created_at: now().getTime(),
          disabled_at: null,
        },
        {
          id: uuidv7(),
          person,
          operative_group: group.id,
          authority: member.authority,
          member_function: member.memberFunction,
          is_deputy: member.memberFunction === 'deputy' ? 1 : 0,
          valid_from: member.joinedAt,
          valid_to: null,
        },
        {
          id: uuidv7(),
          person,
          role: 'learner',
          scope_kind: 'group',
          scope_id: group.id,
          valid_from: member.joinedAt,
          valid_to: null,
        },
      );
      if (membership.authority !== member.authority || membership.member_function !== member.memberFunction)
        throw new OrganisationError(
          'Personen er allerede medlem af gruppen på en anden måde. Afslut det først med: npm run admin -- end-member',
        );
      await affiliations.addLearner(learner, membership.valid_from);
      await affiliations.add({
        learner,
        id: membership.id,
        authority: membership.authority,
        police_district: group.police_district,
        municipality: group.municipality,
        member_function: membership.member_function,
        is_deputy: membership.is_deputy,
        operative_group: group.id,
        valid_from: membership.valid_from,
        valid_to: null,
      });
      return { ...joined, learner };
    },

    /** A member leaves the group. What was learned stays the person's own, until the access is closed. */
    async endMembership(person: string, group: string, at: number): Promise<void> {
      const membership = await people.leave(person, group, at);
      if (membership === undefined) throw new OrganisationError('Personen er ikke medlem af den gruppe.');
      const learner = (await people.byId(person))?.learner;
      if (learner) await affiliations.end(learner, membership, at);
      await sessions.endAll(person, now().getTime());
    },

    /** Gives a role; sessions end, so that the next sign-in has a new id (security.md SESS-1). */
    async grant(person: string, role: Role, scope: Scope): Promise<void> {
      const scopeId = scope.kind === 'nation' ? '' : scope.id;
      if (scope.kind === 'district' && !(await people.districts()).some(({ id }) => id === scope.id))
        throw new OrganisationError(`Politikredsen ${scope.id} findes ikke.`);
      if (scope.kind === 'group' && !(await people.groups()).some(({ id }) => id === scope.id))
        throw new OrganisationError(`Gruppen ${scope.id} findes ikke.`);
      await people.grant({
        id: uuidv7(),
        person,
        role,
        scope_kind: scope.kind,
        scope_id: scopeId,
        valid_from: now().getTime(),
        valid_to: null,
      });
      await sessions.endAll(person, now().getTime());
    },

    async revoke(person: string, role: Role): Promise<void> {
      if ((await people.revoke(person, role, now().getTime())) === 0)
        throw new OrganisationError('Personen har ikke den rolle.');
      await sessions.endAll(person, now().getTime());
    },

    async disable(person: string): Promise<void> {
      await people.disable(person, now().getTime());
      await sessions.endAll(person, now().getTime());
    },
  };

  async function mustBeFree(mail: string | null): Promise<void> {
    if (mail !== null && (await people.ownerOf(mail)))
      throw new OrganisationError('Der er allerede en person med den mailadresse.');
  }
}
export type Organisation = ReturnType<typeof createOrganisation>;
