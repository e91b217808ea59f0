// Read before a process of ours starts (node --import): its clock is as many days ahead as TEST_CLOCK says now. Weeks
// pass in a test without a door for them in the platform itself.
import { readFileSync } from 'node:fs';

const RealDate = Date;
const now = () => RealDate.now() + Number(readFileSync(process.env.TEST_CLOCK, 'utf8')) * 86_400_000;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
