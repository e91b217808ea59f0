import { expect, test } from 'vitest';
import { DISTRICTS, MUNICIPALITIES, municipalityNamed, REGIONS, regionOf } from '#src/organisation/geography.ts';

test('twelve police districts and 98 municipalities, each once', () => {
  expect(new Set(DISTRICTS.map(({ id }) => id)).size).toBe(12);
  expect(new Set(MUNICIPALITIES).size).toBe(98);
  for (const { id } of DISTRICTS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('a municipality is found however it is written, and no other is', () => {
  expect(municipalityNamed('odense')).toBe('Odense');
  expect(municipalityNamed(' Ærø Kommune ')).toBe('Ærø');
  expect(municipalityNamed('AABENRAA')).toBe('Aabenraa');
  for (const none of ['', 'Kommune', 'Odensee', 'Fyn', 'constructor']) expect(municipalityNamed(none)).toBeUndefined();
});

test('every municipality lies in one region that exists, on every day', () => {
  for (const day of ['2025-06-01', '2026-12-31', '2027-01-01', '2030-01-01'])
    for (const municipality of MUNICIPALITIES) {
      const region = REGIONS.find(({ id }) => id === regionOf(municipality, day));
      expect(region, municipality).toBeDefined();
      expect((region?.validFrom ?? '') <= day && day <= (region?.validTo ?? '9999'), `${municipality} ${day}`).toBe(
        true,
      );
    }
  expect(regionOf('Køge', '2026-12-31')).toBe('sjaelland');
  expect(regionOf('Køge', '2027-01-01')).toBe('oestdanmark');
  expect(regionOf('Odense', '2027-01-01')).toBe('syddanmark');
  expect(regionOf('Findes-ikke', '2027-01-01')).toBeUndefined();
});
