import { type SubmitEvent, useId, useState } from 'react';
import type { CommitPart } from '#src/scenarios/engine/schema.ts';
import { useDelivery } from '../learning/delivery.ts';
import { FormProblem } from '../learning/FormProblem.tsx';
import { SendButton } from '../learning/SendButton.tsx';
import { PARTS, text } from './play.da.ts';

export interface CommitFormProps {
  /** Where the form posts; an Astro action's query string. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly question: string;
  readonly hint?: string | undefined;
  readonly parts: readonly {
    readonly part: CommitPart;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
  /** The post came back with parts left open. */
  readonly isMissing?: boolean | undefined;
  /** What came with a refused post, by part. */
  readonly chosen?: Readonly<Partial<Record<CommitPart, string>>> | undefined;
}

/** The end of a meeting: the four things that close a discussion, in one form. Posts plainly; hydrated it names what is missing first. */
export function CommitForm({ action, hidden, question, hint, parts, isMissing = false, chosen = {} }: CommitFormProps) {
  const id = useId();
  const names = parts.map(({ part }) => part);
  const [missing, setMissing] = useState<readonly CommitPart[]>(
    isMissing ? names.filter((part) => chosen[part] === undefined) : [],
  );
  const [state, send] = useDelivery(true);

  function check(event: SubmitEvent<HTMLFormElement>) {
    if (state !== 'idle') return event.preventDefault();
    const data = new FormData(event.currentTarget);
    const open = names.filter((part) => !data.has(part));
    setMissing(open);
    if (open.length === 0 && send(event.currentTarget)) return;
    event.preventDefault();
    if (open[0]) event.currentTarget.querySelector<HTMLElement>(`input[name=${open[0]}]`)?.focus();
  }

  return (
    <form method="post" action={action} onSubmit={check}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2 className="ask-title">{question}</h2>
      {hint && <p className="hint full">{hint}</p>}
      <div id="svar">
        {parts.map(({ part, options }) => {
          const isOpen = missing.includes(part);
          return (
            <fieldset
              key={part}
              className={isOpen ? 'ask bad' : 'ask'}
              aria-describedby={isOpen ? `${id}${part}` : undefined}
            >
              <legend className="part-title">{PARTS[part]}</legend>
              {isOpen && <FormProblem id={`${id}${part}`}>{text.choosePart}</FormProblem>}
              <div className="opts">
                {options.map((option) => (
                  <label className="opt" key={option.id}>
                    <input
                      type="radio"
                      name={part}
                      value={option.id}
                      defaultChecked={option.id === chosen[part]}
                      onChange={() => setMissing((all) => all.filter((one) => one !== part))}
                    />
                    <span>{option.text}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
      <SendButton state={state}>{text.choose}</SendButton>
    </form>
  );
}
