import { expect, test } from 'vitest';
import { createPeople } from '#db/identity/people.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { createAffiliations } from '#db/learning/affiliations.ts';
import { seedDemonstration } from '#src/organisation/demonstration.ts';
import { createOrganisation, type NewMember, OrganisationError } from '#src/organisation/organisation.ts';
import { describeStores } from '#tests/support/stores.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

describeStores('the organisation', (stores) => {
  async function house() {
    const [identity, learning] = [await stores.identity(), await stores.learning()];
    const people = createPeople(identity);
    const sessions = createSessions(identity);
    const affiliations = createAffiliations(learning);
    const organisation = createOrganisation(people, sessions, affiliations, () => new Date(NOW));
    await organisation.addDistrict('fyn', 'Fyns Politi', false);
    await organisation.addGroup({
      id: 'odense',
      name: 'Odense',
      district: 'fyn',
      municipality: 'Odense',
      isFictional: false,
    });
    return { identity, learning, people, sessions, affiliations, organisation };
  }
  const karin: NewMember = {
    name: 'Karin',
    mail: 'karin@example.org',
    group: 'odense',
    authority: 'politi',
    memberFunction: 'member',
    joinedAt: NOW - DAY,
  };

  test('a member gets a person, a pseudonym, and a place that the indicators can count', async () => {
    const { identity, learning, organisation } = await house();
    const { person, learner } = await organisation.addMember(karin);
    expect(learner).not.toBe(person);
    expect(await learning.selectFrom('learner_affiliation').selectAll().execute()).toMatchObject([
      {
        learner,
        authority: 'politi',
        police_district: 'fyn',
        municipality: 'Odense',
        operative_group: 'odense',
        member_function: 'member',
        is_deputy: 0,
        valid_from: NOW - DAY,
        valid_to: null,
      },
    ]);
    // Neither who it is nor how to reach them is known to the learning store.
    const stored = JSON.stringify([
      await learning.selectFrom('learner').selectAll().execute(),
      await learning.selectFrom('learner_affiliation').selectAll().execute(),
    ]);
    for (const canary of [person, 'Karin', 'karin@']) expect(stored).not.toContain(canary);
    expect(await identity.selectFrom('role_grant').select(['role', 'scope_kind', 'scope_id']).execute()).toEqual([
      { role: 'learner', scope_kind: 'group', scope_id: 'odense' },
    ]);
  });

  test('the same command again changes nothing', async () => {
    const { identity, learning, organisation } = await house();
    const first = await organisation.addMember(karin);
    expect(await organisation.addMember(karin)).toEqual(first);
    for (const table of ['person', 'membership', 'role_grant'] as const)
      expect(await identity.selectFrom(table).selectAll().execute(), table).toHaveLength(1);
    expect(await learning.selectFrom('learner_affiliation').selectAll().execute()).toHaveLength(1);
  });

  test('what was cut between the two stores is completed by the same command', async () => {
    const { identity, learning, people, sessions, organisation } = await house();
    const cut = createOrganisation(
      people,
      sessions,
      { ...createAffiliations(learning), addLearner: () => Promise.reject(new Error('power')) },
      () => new Date(NOW),
    );
    await expect(cut.addMember(karin)).rejects.toThrow('power');
    expect(await identity.selectFrom('membership').selectAll().execute()).toHaveLength(1);
    expect(await learning.selectFrom('learner_affiliation').selectAll().execute()).toHaveLength(0);
    const { learner } = await organisation.addMember(karin);
    expect(await learning.selectFrom('learner_affiliation').select(['learner', 'valid_from']).execute()).toEqual([
      { learner, valid_from: NOW - DAY },
    ]);
  });

  test('an identity step that fails leaves nothing behind', async () => {
    const { identity, people } = await house();
    const row = {
      id: 'm',
      person: 'p',
      operative_group: 'findes-ikke',
      authority: 'politi',
      member_function: 'member',
      is_deputy: 0,
      valid_from: NOW,
      valid_to: null,
    } as const;
    const joined = people.join(
      { id: 'p', name: 'Karin', mail: null, learner: 'l', created_at: NOW, disabled_at: null },
      row,
      {
        id: 'g',
        person: 'p',
        role: 'learner',
        scope_kind: 'group',
        scope_id: 'odense',
        valid_from: NOW,
        valid_to: null,
      },
    );
    await expect(joined).rejects.toThrow();
    expect(await identity.selectFrom('person').selectAll().execute()).toEqual([]);
  });

  test('somebody who steers can become a learner, and a learner a member of two groups, under one pseudonym', async () => {
    const { learning, people, organisation } = await house();
    await organisation.addGroup({
      id: 'nyborg',
      name: 'Nyborg',
      district: 'fyn',
      municipality: 'Nyborg',
      isFictional: false,
    });
    const person = await organisation.addPerson('Karin', 'karin@example.org');
    expect((await people.byId(person))?.learner).toBeNull();
    const first = await organisation.addMember(karin);
    const second = await organisation.addMember({ ...karin, group: 'nyborg' });
    expect(first.person).toBe(person);
    expect(second).toEqual(first);
    expect(
      (
        await learning.selectFrom('learner_affiliation').select('operative_group').orderBy('operative_group').execute()
      ).map(({ operative_group }) => operative_group),
    ).toEqual(['nyborg', 'odense']);
  });

  test('who leaves still counts until the day of leaving, and may come back', async () => {
    const { learning, organisation } = await house();
    const { person } = await organisation.addMember(karin);
    await organisation.endMembership(person, 'odense', NOW);
    await expect(organisation.endMembership(person, 'odense', NOW)).rejects.toThrow(OrganisationError);
    await organisation.addMember({ ...karin, memberFunction: 'deputy', joinedAt: NOW + DAY });
    expect(
      await learning
        .selectFrom('learner_affiliation')
        .select(['valid_from', 'valid_to', 'is_deputy'])
        .orderBy('valid_from')
        .execute(),
    ).toEqual([
      { valid_from: NOW - DAY, valid_to: NOW, is_deputy: 0 },
      { valid_from: NOW + DAY, valid_to: null, is_deputy: 1 },
    ]);
  });

  test.each<[string, (organisation: Awaited<ReturnType<typeof house>>['organisation']) => Promise<unknown>]>([
    ['a group that does not exist', (organisation) => organisation.addMember({ ...karin, group: 'findes-ikke' })],
    [
      'a district that does not exist',
      (organisation) =>
        organisation.addGroup({ id: 'x', name: 'X', district: 'findes-ikke', municipality: 'X', isFictional: false }),
    ],
    [
      'a group that exists',
      (organisation) =>
        organisation.addGroup({ id: 'odense', name: 'X', district: 'fyn', municipality: 'X', isFictional: false }),
    ],
    [
      'the address of somebody with another name',
      async (organisation) => [
        await organisation.addMember(karin),
        await organisation.addMember({ ...karin, name: 'Niels' }),
      ],
    ],
    [
      'the address of somebody who steers',
      async (organisation) => [
        await organisation.addMember(karin),
        await organisation.addPerson('Karin', 'karin@example.org'),
      ],
    ],
    [
      'the address of somebody whose access is closed',
      async (organisation) => [
        await organisation.disable((await organisation.addMember(karin)).person),
        await organisation.addMember(karin),
      ],
    ],
    [
      'the same group in another function',
      async (organisation) => [
        await organisation.addMember(karin),
        await organisation.addMember({ ...karin, memberFunction: 'chair' }),
      ],
    ],
    [
      'a role that the person does not have',
      async (organisation) => organisation.revoke((await organisation.addMember(karin)).person, 'steering'),
    ],
    [
      'a role in a district that does not exist',
      async (organisation) =>
        organisation.grant((await organisation.addMember(karin)).person, 'steering', {
          kind: 'district',
          id: 'findes-ikke',
        }),
    ],
    [
      'a role in a group that does not exist',
      async (organisation) =>
        organisation.grant((await organisation.addMember(karin)).person, 'steering', {
          kind: 'group',
          id: 'findes-ikke',
        }),
    ],
  ])('%s is refused with a sentence', async (_title, command) => {
    const { organisation } = await house();
    await expect(command(organisation)).rejects.toThrow(OrganisationError);
  });

  test('SESS-1, AUTHZ-4: a new role, a role taken, and a closed access end every session of the person', async () => {
    const { sessions, organisation } = await house();
    const { person } = await organisation.addMember(karin);
    const other = await organisation.addMember({ ...karin, name: 'Niels', mail: 'niels@example.org' });
    const lives = async (id: string) => (await sessions.find(id, NOW)) !== undefined;
    await sessions.begin('other', other.person, NOW, true);
    const steps = [
      () => organisation.grant(person, 'steering', { kind: 'nation' }),
      () => organisation.revoke(person, 'steering'),
      () => organisation.endMembership(person, 'odense', NOW),
      () => organisation.disable(person),
    ];
    for (const [at, step] of steps.entries()) {
      await sessions.begin(`one-${at}`, person, NOW, true);
      await sessions.begin(`two-${at}`, person, NOW, true);
      expect(await lives(`one-${at}`)).toBe(true);
      await step();
      expect([await lives(`one-${at}`), await lives(`two-${at}`)]).toEqual([false, false]);
    }
    expect(await lives('other')).toBe(true);
  });

  test('the demonstration has somebody of every kind, by first name, with no address that a mail could reach', async () => {
    const { identity, organisation } = await house();
    await seedDemonstration(organisation, new Date(NOW));
    const persons = await organisation.demonstrationPersons();
    expect(persons.map(({ name }) => name)).toEqual([
      'Sofie',
      'Henrik',
      'Mette',
      'Amir',
      'Birgit',
      'Jens',
      'Vibeke',
      'Lone',
    ]);
    expect(new Set(persons.map(({ authority }) => authority))).toEqual(
      new Set(['psykiatri', 'politi', 'kommune', 'kif', null]),
    );
    expect((await identity.selectFrom('person').select('mail').execute()).every(({ mail }) => mail === null)).toBe(
      true,
    );
    const places = await identity
      .selectFrom('operative_group')
      .innerJoin('police_district', 'police_district.id', 'police_district')
      .where('operative_group.id', '=', 'eksempelby')
      .select(['operative_group.is_fictional as group', 'police_district.is_fictional as district'])
      .execute();
    expect(places).toEqual([{ group: 1, district: 1 }]);
  });

  test('a person with an address is never offered in the demonstration', async () => {
    const { organisation } = await house();
    await organisation.addMember(karin);
    expect(await organisation.demonstrationPersons()).toEqual([]);
  });
});
