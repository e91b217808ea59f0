// Read before a process of ours starts (node --import): its clock is TEST_CLOCK_DAYS days ahead. Weeks pass in a test
// without a door for them in the platform itself.
const ahead = Number(process.env.TEST_CLOCK_DAYS ?? 0) * 86_400_000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
