import { type SubmitEvent, useId, useState } from 'react';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';
import { useDelivery } from '../learning/delivery.ts';
import { FormProblem } from '../learning/FormProblem.tsx';
import { type OwnLine, OwnLineField } from '../learning/OwnLineField.tsx';
import { SendButton } from '../learning/SendButton.tsx';
import { text } from './play.da.ts';

export interface RoundFormProps {
  /** Where the form posts; an Astro action's query string. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly question: string;
  readonly hint?: string | undefined;
  /** What the seat knows and may tell; the whole, and where there is one, its short form. */
  readonly facts: readonly { readonly fact: string; readonly full: string | null; readonly short: string | null }[];
  /** Who may be told, as they are named in a sentence. */
  readonly hearers: readonly { readonly id: string; readonly name: string }[];
  readonly aims: readonly { readonly id: string; readonly text: string }[];
  readonly grounds: readonly { readonly id: string; readonly text: string }[];
  readonly isMissing?: boolean | undefined;
  /** Names and values that came with a refused post. */
  readonly chosen?: Readonly<Record<string, string>> | undefined;
  readonly ownLine?: OwnLine | undefined;
}

type Why = 'aim' | 'ground';

/** A round in which one ticks what to tell whom, and says what for and on which ground. Posts plainly; to tell nothing is an answer too. */
export function RoundForm({
  action,
  hidden,
  question,
  hint,
  facts,
  hearers,
  aims,
  grounds,
  isMissing = false,
  chosen = {},
  ownLine,
}: RoundFormProps) {
  const id = useId();
  const [missing, setMissing] = useState<readonly Why[]>(
    isMissing ? (['aim', 'ground'] as const).filter((one) => chosen[one] === undefined) : [],
  );
  const [problem, setProblem] = useState(ownLine?.problem);
  const [state, send] = useDelivery(true);

  function check(event: SubmitEvent<HTMLFormElement>) {
    if (state !== 'idle') return event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    // Who tells nothing has nothing to say it for.
    const isSilent = ![...data.keys()].some((field) => field.includes('>'));
    const open = isSilent ? [] : (['aim', 'ground'] as const).filter((one) => !data.has(one));
    const found = ownLine && looksLikeCpr(String(data.get(ownLine.name) ?? '')) ? text.looksLikeCpr : undefined;
    setMissing(open);
    setProblem(found);
    if (open.length === 0 && !found && send(form)) return;
    event.preventDefault();
    const first = open[0] ? `input[name=${open[0]}]` : found ? 'textarea' : null;
    if (first) form.querySelector<HTMLElement>(first)?.focus();
  }

  const [only, ...others] = hearers;
  const box = (fact: string, form: 'full' | 'short', hearer: string, label: string) => {
    const name = `${fact}.${form}>${hearer}`;
    return (
      <label key={hearer}>
        <input type="checkbox" name={name} value="ja" defaultChecked={chosen[name] === 'ja'} />
        <span>{label}</span>
      </label>
    );
  };
  const tick = (fact: string, form: 'full' | 'short', wording: string, length: string | null) =>
    only && others.length === 0 ? (
      <div className="tell only" key={form}>
        {box(fact, form, only.id, length ? `${length}: ${wording}` : wording)}
      </div>
    ) : (
      <fieldset className="tell" key={form}>
        <legend>
          {length && <b>{length}: </b>}
          {wording}
        </legend>
        <div className="ticks">{hearers.map((hearer) => box(fact, form, hearer.id, hearer.name))}</div>
      </fieldset>
    );

  const why = (name: Why, title: string, options: readonly { readonly id: string; readonly text: string }[]) => {
    const isOpen = missing.includes(name);
    return (
      <fieldset className={isOpen ? 'ask bad' : 'ask'} aria-describedby={isOpen ? `${id}${name}` : undefined}>
        <legend className="part-title">{title}</legend>
        {isOpen && <FormProblem id={`${id}${name}`}>{text.choosePart}</FormProblem>}
        <div className="opts">
          {options.map((option) => (
            <label className="opt" key={option.id}>
              <input
                type="radio"
                name={name}
                value={option.id}
                defaultChecked={chosen[name] === option.id}
                onChange={() => setMissing((all) => all.filter((one) => one !== name))}
              />
              <span>{option.text}</span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  };

  return (
    <form method="post" action={action} onSubmit={check}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="silence" value={`${aims[0]?.id}:${grounds[0]?.id}`} />
      <h2 className="ask-title">{question}</h2>
      <p className="hint full">
        {hint ?? (only && others.length === 0 ? text.roundHintOne(only.name) : text.roundHint)}
      </p>
      <ul className="round" id="svar">
        {facts.map(({ fact, full, short }) => (
          <li key={fact}>
            {/* Two lengths of one fact must not look like two facts. */}
            {short !== null && tick(fact, 'short', short, full === null ? null : text.inShort)}
            {full !== null && tick(fact, 'full', full, short === null ? null : text.inFull)}
          </li>
        ))}
      </ul>
      {why('aim', text.aim, aims)}
      {why('ground', text.ground, grounds)}
      {ownLine && <OwnLineField {...ownLine} problem={problem} />}
      <SendButton state={state}>{text.choose}</SendButton>
    </form>
  );
}
