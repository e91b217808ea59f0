/** A seeded source of chance: the same seed gives the same numbers for ever, so that a generated population can be made again. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** @throws {RangeError} when there is nothing to pick from */
  pick<T>(from: readonly T[]): T;
  chance(probability: number): boolean;
  /** A UUIDv7 for an instant, in chance as repeatable as the rest. @param at epoch milliseconds */
  uuid(at: number): string;
}

/** mulberry32: 32 bits of state, even enough for invented people; not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => bits() / 0x1_0000_0000;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(from) {
      const chosen = from[Math.floor(next() * from.length)];
      if (chosen === undefined) throw new RangeError('Nothing to pick from');
      return chosen;
    },
    chance: (probability) => next() < probability,
    uuid(at) {
      const time = hex(at, 12);
      const variant = hex(0x8000 | (bits() & 0x3fff), 4);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(), 3)}-${variant}-${hex(bits(), 8)}${hex(bits(), 4)}`;
    },
  };
}
