import { validate, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#src/indicators/random.ts';

describe('the seeded source of chance', () => {
  test('the same seed gives the same population, another seed another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => [random.between(1, 1000), random.uuid(1_700_000_000_000)]);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('numbers are spread evenly', () => {
    const random = createRandom(1);
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index++) {
      const at = random.between(0, 9);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(9_600);
    expect(Math.max(...counts)).toBeLessThan(10_400);
  });

  test('ids are UUIDv7 that sort by their time and do not repeat', () => {
    const random = createRandom(3);
    const ids = Array.from({ length: 50_000 }, (_, index) => random.uuid(1_700_000_000_000 + index));
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => id.slice(0, 13))).toEqual(ids.map((id) => id.slice(0, 13)).sort());
  });
});
