import type { Authority } from '#db/principal.ts';
import { DISTRICTS } from './demonstration.da.ts';
import type { Organisation } from './organisation.ts';

const MEMBERS: readonly { name: string; authority: Authority }[] = [
  { name: 'Sofie', authority: 'psykiatri' },
  { name: 'Henrik', authority: 'politi' },
  { name: 'Mette', authority: 'kommune' },
  { name: 'Amir', authority: 'kif' },
];
const DAY = 86_400_000;

/**
 * The fictional organisation of the demonstration: two districts, a group, and people of every kind who can be tried.
 * First names only; no mail addresses, so that no mail can ever go out.
 */
export async function seedDemonstration(organisation: Organisation, now: Date): Promise<void> {
  for (const { id, name } of Object.values(DISTRICTS)) await organisation.addDistrict(id, name, true);
  await organisation.addGroup({
    id: 'eksempelby',
    name: 'Eksempelby',
    district: DISTRICTS.large.id,
    municipality: 'Eksempelby',
    isFictional: true,
  });
  for (const { name, authority } of MEMBERS)
    await organisation.addMember({
      name,
      mail: null,
      group: 'eksempelby',
      authority,
      memberFunction: 'member',
      joinedAt: now.getTime() - 10 * DAY,
    });
  const birgit = await organisation.addPerson('Birgit', null);
  await organisation.grant(birgit, 'steering', { kind: 'district', id: DISTRICTS.large.id });
  const jens = await organisation.addPerson('Jens', null);
  await organisation.grant(jens, 'steering', { kind: 'district', id: DISTRICTS.small.id });
  const vibeke = await organisation.addPerson('Vibeke', null);
  await organisation.grant(vibeke, 'reviewer', { kind: 'nation' });
  const lone = await organisation.addPerson('Lone', null);
  await organisation.grant(lone, 'admin', { kind: 'nation' });
}
