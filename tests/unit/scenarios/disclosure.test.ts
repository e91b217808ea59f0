import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DecisionStep } from '#src/content/schema.ts';
import { explanation, KEPT, REMARKS, SHARED } from '#src/scenarios/engine/disclosure.da.ts';
import { judgeSharing, judgeSilence, type SharingQuestion } from '#src/scenarios/engine/disclosure.ts';
import { AIMS, GROUNDS, NEEDS } from '#src/scenarios/engine/judgement.ts';
import { projectRoot } from '#tests/support/imports.ts';

const AUTHORITIES = ['politi', 'kommune', 'psykiatri', 'kif', 'andre'] as const;
const DUTY = { to: ['modtager'], basis: ['bl-16'] };
const OTHER = { to: ['modtager'], basis: ['psl-13-c'] };
const NOT_HIS = { to: ['en-anden'], basis: ['psl-13-c'] };

type Authority = (typeof AUTHORITIES)[number];
type Change = Partial<Omit<SharingQuestion, 'fact' | 'from' | 'to'>> &
  Partial<SharingQuestion['fact']> & { authority?: Authority; by?: Authority; passedOn?: boolean };

/** A health fact that the municipality needs, told in full, as help, by § 115; each line says what is otherwise. */
function question({
  form,
  aim,
  ground,
  consent,
  danger,
  authority,
  by,
  passedOn,
  ...fact
}: Change = {}): SharingQuestion {
  return {
    fact: { holder: 'giver', kind: 'helbred', need: 'yes', recipients: ['modtager'], ...fact },
    from: { seat: passedOn ? 'en-anden' : 'giver', authority: by ?? 'psykiatri' },
    to: { seat: 'modtager', authority: authority ?? 'kommune' },
    form: form ?? 'full',
    aim: aim ?? 'help',
    ground: ground ?? 'psp',
    consent: consent ?? false,
    danger: danger ?? false,
  };
}

const part = { need: 'part', short: 'Kort.' } as const;
const unneeded: Change = { need: 'no', recipients: [] };

const lines: readonly [what: string, change: Change, judged: string][] = [
  // S0: danger
  ['S0: what averts a danger is told first', { danger: true }, 'lawful HANDL S0 best'],
  [
    'S0: with the aim of averting it, by another rule',
    { danger: true, aim: 'avert', ground: 'other-rule' },
    'lawful HANDL S0 best',
  ],
  ['S0: also to KiF, for the circle is not asked about', { danger: true, authority: 'kif' }, 'lawful HANDL S0 best'],
  ['S0: danger comes before duty', { danger: true, duty: DUTY }, 'lawful HANDL S0 best'],
  ['S0: too many words in danger are no fault', { danger: true, ...part }, 'lawful HANDL S0 acceptable – too-long'],
  [
    'S0: too few words in danger are half',
    { danger: true, short: 'Kort.', form: 'short' },
    'lawful HANDL S0 acceptable – too-short',
  ],
  ['S0: investigation is not what averts it', { danger: true, aim: 'investigate' }, 'lawful HANDL S0 acceptable – aim'],
  ['S0: nor is another aim', { danger: true, aim: 'other' }, 'lawful HANDL S0 acceptable – aim'],
  ['S0: nobody waits for a lawyer', { danger: true, ground: 'ask-lawyer' }, 'lawful HANDL S0 poor passivitet waits'],
  [
    'S0: a consent that is not there is not needed either',
    { danger: true, ground: 'consent' },
    'lawful HANDL S0 acceptable – no-consent',
  ],
  ['S0: what averts nothing waits', { danger: true, ...unneeded }, 'unlawful IKKE S8 poor overdeling'],
  ['S0: nor is what is needed later', { danger: true, need: 'later' }, 'unlawful IKKE S8 poor overdeling'],
  // S1: duty
  ['S1: a duty is a duty', { duty: DUTY, ground: 'duty' }, 'duty PLIGT S1 best'],
  ['S1: also when nobody needs it', { duty: DUTY, ground: 'duty', ...unneeded }, 'duty PLIGT S1 best'],
  ['S1: also in full', { duty: DUTY, ground: 'duty', ...part }, 'duty PLIGT S1 best'],
  ['S1: § 115 is the wrong ground, not a breach', { duty: DUTY }, 'duty PLIGT S1 acceptable – other-ground'],
  [
    'S1: a duty does not wait for a lawyer',
    { duty: DUTY, ground: 'ask-lawyer' },
    'duty PLIGT S1 poor passivitet duty-waits',
  ],
  [
    'S1: who passes it on does what the law wants too',
    { duty: DUTY, ground: 'duty', passedOn: true },
    'duty PLIGT S1 best',
  ],
  // S7: the giver counts as much as the one who gets
  [
    'S7: KiF gives under § 115: open law, not plainly lawful',
    { by: 'kif' },
    'contestable JURIST S7 acceptable – other-ground',
  ],
  ['S7: KiF asks a lawyer: best', { by: 'kif', ground: 'ask-lawyer' }, 'contestable JURIST S7 best'],
  [
    'S7: also from KiF to the police',
    { by: 'kif', authority: 'politi' },
    'contestable JURIST S7 acceptable – other-ground',
  ],
  ['S7: the same for others outside', { by: 'andre', ground: 'ask-lawyer' }, 'contestable JURIST S7 best'],
  ['S7: KiF with a yes', { by: 'kif', ground: 'consent', consent: true }, 'lawful SAMTYKKE S3 best'],
  ['S7: KiF by its own rule', { by: 'kif', ground: 'other-rule', otherGround: OTHER }, 'lawful ANDEN S11 best'],
  [
    "S7: another's rule does not carry who passes it on",
    { by: 'kif', ground: 'other-rule', otherGround: OTHER, passedOn: true },
    'contestable JURIST S7 acceptable – other-ground',
  ],
  ['S8: KiF tells what nobody needs', { by: 'kif', ...unneeded }, 'unlawful IKKE S8 poor overdeling'],
  ['S1: so is a consent that is not there', { duty: DUTY, ground: 'consent' }, 'duty PLIGT S1 acceptable – no-consent'],
  ['S1: and a real one', { duty: DUTY, ground: 'consent', consent: true }, 'duty PLIGT S1 acceptable – other-ground'],
  ['S1: so is an investigation', { duty: DUTY, ground: 'duty', aim: 'investigate' }, 'duty PLIGT S1 acceptable – aim'],
  ['S1: a duty to tell somebody else is none here', { duty: { ...DUTY, to: ['en-anden'] } }, 'lawful PSP S10 best'],
  // S3: consent
  ['S3: a yes carries', { ground: 'consent', consent: true }, 'lawful SAMTYKKE S3 best'],
  ['S3: also outside the circle', { ground: 'consent', consent: true, authority: 'andre' }, 'lawful SAMTYKKE S3 best'],
  ['S3: also another aim than help', { ground: 'consent', consent: true, aim: 'other' }, 'lawful SAMTYKKE S3 best'],
  [
    'S3: outside the circle a yes carries whatever is said',
    { consent: true, authority: 'kif' },
    'lawful SAMTYKKE S3 acceptable – other-ground',
  ],
  [
    'S3: and a question to a lawyer is still a good one',
    { consent: true, authority: 'kif', ground: 'ask-lawyer' },
    'lawful SAMTYKKE S3 best',
  ],
  [
    'S3: too little for what the recipient must do',
    { ground: 'consent', consent: true, short: 'Kort.', form: 'short' },
    'lawful SAMTYKKE S3 acceptable – too-short',
  ],
  [
    'S3: a yes that was not given, where § 115 carries',
    { ground: 'consent' },
    'lawful PSP S10 poor retssikkerhed no-consent',
  ],
  [
    'S3: a yes that was not given, where the law is open',
    { ground: 'consent', authority: 'kif' },
    'contestable JURIST S7 poor retssikkerhed no-consent',
  ],
  [
    'S3: a yes that was not given, where nobody needs it',
    { ground: 'consent', ...unneeded },
    'unlawful IKKE S8 poor overdeling',
  ],
  // S5 and S6: purpose
  ['S5: another aim than help has no ground in PSP', { aim: 'other' }, 'unlawful IKKE S5 poor formaalsfejl'],
  [
    'S5: unless another rule is relied on',
    { aim: 'other', ground: 'other-rule', otherGround: OTHER },
    'lawful ANDEN S11 best',
  ],
  ['S5: to prevent is an aim of PSP', { aim: 'prevent' }, 'lawful PSP S10 best'],
  ['S5: so is to avert', { aim: 'avert' }, 'lawful PSP S10 best'],
  ['S6: investigation has no ground in PSP', { aim: 'investigate' }, 'unlawful IKKE S6 poor formaalsfejl'],
  [
    'S6: nor by a consent',
    { aim: 'investigate', ground: 'consent', consent: true },
    'unlawful IKKE S6 poor formaalsfejl',
  ],
  [
    'S6: nor with a lawyer in mind',
    { aim: 'investigate', ground: 'ask-lawyer', authority: 'kif' },
    'unlawful IKKE S6 poor formaalsfejl',
  ],
  [
    'S6: nor by another rule that nobody relies on',
    { aim: 'investigate', otherGround: OTHER },
    'unlawful IKKE S6 poor formaalsfejl',
  ],
  [
    'S6: nor by one for another seat',
    { aim: 'investigate', ground: 'other-rule', otherGround: NOT_HIS },
    'unlawful IKKE S6 poor formaalsfejl',
  ],
  [
    'S6: another rule may carry it',
    { aim: 'investigate', ground: 'other-rule', otherGround: OTHER },
    'lawful ANDEN S11 best',
  ],
  [
    'S6: also what nobody needs for the help',
    { aim: 'investigate', ground: 'other-rule', otherGround: OTHER, ...unneeded },
    'lawful ANDEN S11 best',
  ],
  // S7: the circle
  ['S7: to KiF, ask', { authority: 'kif', ground: 'ask-lawyer' }, 'contestable JURIST S7 best'],
  ['S7: to others, ask', { authority: 'andre', ground: 'ask-lawyer' }, 'contestable JURIST S7 best'],
  ['S7: § 115 is open there', { authority: 'kif' }, 'contestable JURIST S7 acceptable – other-ground'],
  [
    'S7: another rule that the case has not',
    { authority: 'kif', ground: 'other-rule' },
    'contestable JURIST S7 acceptable – other-ground',
  ],
  [
    'S7: what KiF does not need is unlawful whichever way',
    { authority: 'kif', ...unneeded },
    'unlawful IKKE S8 poor overdeling',
  ],
  [
    'S7: but not to ask about',
    { authority: 'kif', ground: 'ask-lawyer', ...unneeded },
    'contestable JURIST S7 acceptable – asked',
  ],
  // S8: need
  ['S8: nobody needs it', unneeded, 'unlawful IKKE S8 poor overdeling'],
  ['S8: not yet', { need: 'later' }, 'unlawful IKKE S8 poor overdeling'],
  ['S8: others need it', { recipients: ['en-anden'] }, 'unlawful IKKE S8 poor overdeling'],
  ['S8: a lawyer does not make it needed', { ...unneeded, ground: 'ask-lawyer' }, 'unlawful IKKE S8 poor overdeling'],
  [
    'S8: a yes makes it lawful, not needed',
    { ...unneeded, ground: 'consent', consent: true },
    'lawful SAMTYKKE S8 poor overdeling',
  ],
  ['S8: a yes that nobody relies on does not', { ...unneeded, consent: true }, 'unlawful IKKE S8 poor overdeling'],
  [
    'S8: another rule asks for need too',
    { ...unneeded, ground: 'other-rule', otherGround: OTHER },
    'contestable ANDEN S8 poor overdeling',
  ],
  // S9: less would do
  ['S9: the short form was enough', part, 'contestable PSP S9 poor overdeling'],
  ['S9: the short form is best', { ...part, form: 'short' }, 'lawful PSP S10 best'],
  ['S9: a fact with no short form is told as it is', { need: 'part' }, 'lawful PSP S10 best'],
  ['S9: a yes makes it lawful', { ...part, ground: 'consent', consent: true }, 'lawful SAMTYKKE S9 poor overdeling'],
  [
    'S9: by another rule',
    { ...part, ground: 'other-rule', otherGround: OTHER },
    'contestable ANDEN S9 poor overdeling',
  ],
  ['S9: to KiF', { ...part, authority: 'kif' }, 'contestable JURIST S9 poor overdeling'],
  [
    'S9: to KiF with a question to a lawyer',
    { ...part, authority: 'kif', ground: 'ask-lawyer' },
    'contestable JURIST S9 acceptable – too-long',
  ],
  // S10: PSP
  ['S10: needed, for help, in the circle', {}, 'lawful PSP S10 best'],
  [
    'S10: the short form of what is needed whole',
    { short: 'Kort.', form: 'short' },
    'lawful PSP S10 acceptable – too-short',
  ],
  ['S10: a duty that is none', { ground: 'duty' }, 'lawful PSP S10 acceptable – other-ground'],
  ['S10: a lawyer where the law is clear', { ground: 'ask-lawyer' }, 'lawful PSP S10 acceptable – asked'],
  ['S10: another rule that the case has not', { ground: 'other-rule' }, 'lawful PSP S10 acceptable – other-ground'],
  ['S10: § 115 while the citizen has said yes', { consent: true }, 'lawful PSP S10 best'],
  ['S10: § 115 while another rule would do', { otherGround: OTHER }, 'lawful PSP S10 best'],
  // S11: another rule
  ['S11: another rule that is relied on', { ground: 'other-rule', otherGround: OTHER }, 'lawful ANDEN S11 best'],
  ['S11: to KiF', { ground: 'other-rule', otherGround: OTHER, authority: 'kif' }, 'lawful ANDEN S11 best'],
  [
    'S11: to KiF, whatever is said',
    { otherGround: OTHER, authority: 'kif' },
    'lawful ANDEN S11 acceptable – other-ground',
  ],
  ['S11: to KiF, asked about', { otherGround: OTHER, authority: 'kif', ground: 'ask-lawyer' }, 'lawful ANDEN S11 best'],
  [
    'S11: too little of it',
    { ground: 'other-rule', otherGround: OTHER, short: 'Kort.', form: 'short' },
    'lawful ANDEN S11 acceptable – too-short',
  ],
];

/** Who tells whom: each authority to each from within the circle and from KiF, and one of the others. */
const PAIRS: readonly (readonly [by: Authority, authority: Authority])[] = [
  ...AUTHORITIES.map((authority) => ['psykiatri', authority] as const),
  ...AUTHORITIES.map((authority) => ['kif', authority] as const),
  ['politi', 'kommune'],
  ['andre', 'politi'],
];
const isOutside = ({ authority }: { readonly authority: Authority }) => authority === 'kif' || authority === 'andre';

/** Every question there is, for what must hold of all of them. */
function* everyQuestion(): Generator<SharingQuestion> {
  const yesNo = [false, true];
  for (const need of NEEDS)
    for (const recipients of [[], ['modtager']])
      for (const short of [undefined, 'Kort.'])
        for (const duty of [undefined, DUTY])
          for (const otherGround of [undefined, OTHER, NOT_HIS])
            for (const [by, authority] of PAIRS)
              for (const form of ['full', 'short'] as const)
                for (const aim of AIMS)
                  for (const ground of GROUNDS)
                    for (const consent of yesNo)
                      for (const danger of yesNo)
                        yield question({
                          need,
                          recipients,
                          short,
                          duty,
                          otherGround,
                          by,
                          authority,
                          form,
                          aim,
                          ground,
                          consent,
                          danger,
                        });
}
const all = [...everyQuestion()].map((asked) => ({ asked, judged: judgeSharing(asked) }));
const where = (holds: (one: (typeof all)[number]) => boolean) => all.filter(holds).length;

describe('one sharing', () => {
  test.each(lines)('%s', (_what, change, expected) => {
    const { verdict, result, step, rating, fault, remark } = judgeSharing(question(change));
    const mark = remark ? [fault ?? '–', remark] : fault ? [fault] : [];
    expect([verdict, result, step, rating, ...mark].join(' ')).toBe(expected);
  });

  test('there are tens of thousands of questions to hold the rules against', () =>
    expect(all.length).toBeGreaterThan(40_000));

  test('a fault stands with a poor sharing, and only there', () =>
    expect(where(({ judged }) => (judged.fault !== null) !== (judged.rating === 'poor'))).toBe(0));

  test('"do not share" and "unlawful" are the same, and poor', () => {
    expect(where(({ judged }) => (judged.result === 'IKKE') !== (judged.verdict === 'unlawful'))).toBe(0);
    expect(where(({ judged }) => judged.verdict === 'unlawful' && judged.rating !== 'poor')).toBe(0);
  });

  test('S6: "both" is a yes: investigation is carried by danger, duty or another rule alone', () =>
    expect(
      where(
        ({ asked, judged }) =>
          asked.aim === 'investigate' && judged.verdict !== 'unlawful' && !['S0', 'S1', 'S11'].includes(judged.step),
      ),
    ).toBe(0));

  test('S0 and S1: what danger or duty asks for is never unlawful, whatever is said', () => {
    expect(where(({ asked, judged }) => asked.fact.duty !== undefined && judged.verdict === 'unlawful')).toBe(0);
    expect(where(({ judged }) => judged.step === 'S0' && judged.verdict !== 'lawful')).toBe(0);
  });

  test('S7: § 115 alone never makes it plainly lawful when KiF or another outside the circle gives or gets', () => {
    const open = all.filter(({ asked }) => isOutside(asked.from) || isOutside(asked.to));
    expect(open.filter(({ judged }) => judged.result === 'PSP')).toEqual([]);
    expect(
      open.filter(({ judged, asked }) => judged.verdict === 'lawful' && judged.step === 'S9' && !asked.consent),
    ).toEqual([]);
  });

  test('S7: it is the same which of the two is outside', () => {
    for (const { asked, judged } of all.filter((one) => isOutside(one.asked.to) && !isOutside(one.asked.from))) {
      const turned = judgeSharing({
        ...asked,
        from: { ...asked.from, authority: asked.to.authority },
        to: { ...asked.to, authority: asked.from.authority },
      });
      expect([turned.step, turned.result, turned.rating]).toEqual([judged.step, judged.result, judged.rating]);
    }
  });

  test('S7: there a lawyer is never a worse ground than § 115', () => {
    const rank = { best: 2, acceptable: 1, poor: 0 };
    const open = all.filter(
      ({ asked }) => (isOutside(asked.from) || isOutside(asked.to)) && asked.ground === 'psp' && !asked.danger,
    );
    for (const { asked, judged } of open.filter((one) => one.asked.fact.duty === undefined))
      expect(rank[judgeSharing({ ...asked, ground: 'ask-lawyer' }).rating]).toBeGreaterThanOrEqual(rank[judged.rating]);
  });

  test('S1: a duty that waits for an answer is not met, and that is never half right', () =>
    expect(
      where(
        ({ asked, judged }) =>
          asked.fact.duty !== undefined &&
          asked.ground === 'ask-lawyer' &&
          judged.step === 'S1' &&
          judged.rating !== 'poor',
      ),
    ).toBe(0));

  test('S7: to ask a lawyer about KiF and others is never wrong, but for investigation and another aim than help', () =>
    expect(
      where(
        ({ asked, judged }) =>
          (isOutside(asked.from) || isOutside(asked.to)) &&
          asked.fact.duty === undefined &&
          asked.ground === 'ask-lawyer' &&
          asked.aim !== 'investigate' &&
          asked.aim !== 'other' &&
          !asked.danger &&
          judged.rating === 'poor',
      ),
    ).toBe(0));

  test('S3: nobody is said to have consented who has not', () =>
    expect(where(({ asked, judged }) => judged.result === 'SAMTYKKE' && !asked.consent)).toBe(0));

  test('the best sharing is needed, or a duty, or carried by another rule', () =>
    expect(where(({ judged }) => judged.rating === 'best' && !judged.necessary && judged.step !== 'S11')).toBe(0));
});

describe('one silence', () => {
  const silences: readonly [what: string, change: Change, judged: string | null][] = [
    ['S7: KiF that tells nothing does no wrong where the law is open', { by: 'kif' }, null],
    ['S3: KiF that keeps what the citizen wanted told', { by: 'kif', consent: true }, 'SAMTYKKE S3'],
    ["S1: the duty is the holder's, not of who was told", { duty: DUTY, passedOn: true }, 'PSP S10'],
    ['S11: nor is another rule', { by: 'kif', otherGround: OTHER, passedOn: true }, null],
    ['S10: what the others needed is missed', {}, 'PSP S10'],
    ['S10: also the part that they needed', part, 'PSP S10'],
    ['S8: what nobody needs is not', unneeded, null],
    ['S8: nor what is needed later', { need: 'later' }, null],
    ['S8: nor what somebody else needs', { recipients: ['en-anden'] }, null],
    ['S1: a duty is not met', { duty: DUTY }, 'PLIGT S1'],
    ['S1: also when nobody needs it', { duty: DUTY, ...unneeded }, 'PLIGT S1'],
    ['S1: the duty is named before the danger', { duty: DUTY, danger: true }, 'PLIGT S1'],
    ['S1: a duty to somebody else is none here', { duty: { ...DUTY, to: ['en-anden'] }, ...unneeded }, null],
    ['S0: danger', { danger: true }, 'HANDL S0'],
    ['S0: also to KiF', { danger: true, authority: 'kif' }, 'HANDL S0'],
    ['S7: KiF is open law', { authority: 'kif' }, null],
    ['S7: so are others', { authority: 'andre' }, null],
    ['S3: unless the citizen has said yes', { authority: 'kif', consent: true }, 'SAMTYKKE S3'],
    ['S11: or another rule is clear', { authority: 'andre', otherGround: OTHER }, 'ANDEN S11'],
    ['S11: for that seat', { authority: 'andre', otherGround: NOT_HIS }, null],
  ];
  test.each(silences)('%s', (_what, change, expected) => {
    const judged = judgeSilence(question(change));
    expect(judged && `${judged.result} ${judged.step}`).toBe(expected);
    if (judged) expect(judged).toMatchObject({ rating: 'poor', fault: 'underdeling', necessary: true });
    expect(judged && 'verdict' in judged).toBe(judged ? false : null);
  });

  test('S10: silence is called unlawful for an unmet duty alone', () =>
    expect(
      Object.entries(KEPT)
        .filter(([, text]) => /ikke lovligt|ulovlig/.test(text))
        .map(([end]) => end),
    ).toEqual(['S1 PLIGT']));
});

describe('the words', () => {
  test('every end has been reached, so no sentence is there in vain', () => {
    const reached = new Set(all.map(({ judged: { step, result } }) => `${step} ${result}`));
    expect(Object.keys(SHARED).filter((end) => !reached.has(end))).toEqual([]);
    const remarks = new Set(all.map(({ judged }) => judged.remark));
    expect(Object.keys(REMARKS).filter((remark) => !remarks.has(remark as keyof typeof REMARKS))).toEqual([]);
  });

  test('every judgement is explained in whole sentences', () => {
    const said = new Set(all.map(({ judged }) => explanation(judged)));
    for (const text of said) expect(text).toMatch(/^[A-ZÆØÅ].+\.$/);
    const kept = judgeSilence(question());
    expect(kept && explanation(kept)).toBe(KEPT['S10 PSP']);
  });

  test('a wrong aim does not hide that it was not needed either', () => {
    const aim = { aim: 'investigate' as const };
    expect(explanation(judgeSharing(question(aim)))).toBe(SHARED['S6 IKKE']);
    expect(explanation(judgeSharing(question({ ...aim, ...unneeded })))).toContain('heller ikke bruge oplysningen');
  });

  test('what is our own reading says so', () => {
    for (const [end, text] of Object.entries(SHARED)) {
      const isOurs = ['S7 JURIST', 'S8 ANDEN', 'S9 PSP', 'S9 ANDEN', 'S9 JURIST'].includes(end);
      expect(text.includes('(fortolkning)'), end).toBe(isOurs);
    }
  });

  test('where the law is open, no ground is called the wrong one', () => {
    expect(explanation(judgeSharing(question({ authority: 'kif' })))).toBe(SHARED['S7 JURIST']);
    expect(explanation(judgeSharing(question({ authority: 'kif', ground: 'ask-lawyer', ...unneeded })))).toContain(
      'Godt, at',
    );
    expect(explanation(judgeSharing(question({ authority: 'kif', ground: 'consent' })))).toContain(
      REMARKS['no-consent'],
    );
  });
});

describe('the law', () => {
  const read = (file: string) => parse(readFileSync(`${projectRoot}/${file}`, 'utf8'));
  const provisions = new Set(
    globSync('src/content/law/*.yaml', { cwd: projectRoot }).flatMap((file) =>
      (read(file) as { provisions: { id: string }[] }).provisions.map(({ id }) => id),
    ),
  );
  const cited = new Set([
    ...all.flatMap(({ judged }) => judged.basis),
    ...all.flatMap(({ asked }) => judgeSilence(asked)?.basis ?? []),
  ]);

  test('every provision that a judgement rests on is in the register', () => {
    expect(cited.size).toBeGreaterThan(8);
    expect([...cited].filter((id) => !provisions.has(id))).toEqual([]);
  });

  test('and is cited in the list of steps too, so that both rest on the same law', () => {
    const { steps } = read('src/content/decision-steps.yaml') as { steps: DecisionStep[] };
    const listed = new Set(steps.flatMap((step) => step.provisions));
    expect([...cited].filter((id) => !listed.has(id))).toEqual([]);
  });

  test('every judgement rests on something', () => expect(where(({ judged }) => judged.basis.length === 0)).toBe(0));
});
