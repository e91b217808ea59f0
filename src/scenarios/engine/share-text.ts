import { AIMS, type Aim, GROUNDS, type Ground } from './judgement.ts';
import type { Share } from './schema.ts';

/** What is said in a free disclosure round: what to whom, what for, and on which ground. */
export interface Sharing {
  readonly aim: Aim;
  readonly ground: Ground;
  readonly shares: readonly Share[];
}

/** More than a round of eight facts and five recipients can fill. */
const LONGEST = 8_000;
const PAIR = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(full|short)>([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/**
 * A round as one line, `aim:ground:fact.form>seat;…`, so that it takes the place of a choice's id in events, trails and
 * replays. The pairs are sorted and each stands once, so that the same round is always the same text; who is told a fact in
 * full is not told its short form too.
 */
export function shareText({ aim, ground, shares }: Sharing): string {
  const forms = new Map<string, 'full' | 'short'>();
  for (const { fact, to, form } of shares)
    for (const seat of to) {
      const key = `${fact}>${seat}`;
      if (forms.get(key) !== 'full') forms.set(key, form);
    }
  const pairs = [...forms].map(([key, form]) => key.replace('>', `.${form}>`)).toSorted();
  return `${aim}:${ground}:${pairs.join(';')}`;
}

/** Reads such a line; undefined for any other text, also for one that says the same in another order. */
export function readShareText(text: string): Sharing | undefined {
  // What a browser sends need not be a text at all.
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [aimText, groundText, pairs, ...rest] = text.split(':');
  const aim = AIMS.find((one) => one === aimText);
  const ground = GROUNDS.find((one) => one === groundText);
  if (!aim || !ground || pairs === undefined || rest.length > 0) return undefined;
  const shares = new Map<string, { fact: string; form: 'full' | 'short'; to: string[] }>();
  for (const pair of pairs === '' ? [] : pairs.split(';')) {
    const [, fact, form, seat] = PAIR.exec(pair) ?? [];
    if (!fact || !form || !seat) return undefined;
    const key = `${fact}.${form}`;
    const share = shares.get(key) ?? { fact, form: form === 'short' ? 'short' : 'full', to: [] };
    share.to.push(seat);
    shares.set(key, share);
  }
  const sharing = { aim, ground, shares: [...shares.values()] };
  return shareText(sharing) === text ? sharing : undefined;
}
