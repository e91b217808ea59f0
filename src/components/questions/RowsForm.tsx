import { type SubmitEvent, useId, useState } from 'react';
import { useDelivery } from '../learning/delivery.ts';
import { FormProblem } from '../learning/FormProblem.tsx';
import { SendButton } from '../learning/SendButton.tsx';
import { text } from './questions.da.ts';

export interface RowsFormProps {
  /** Where the form posts; an Astro action's query string. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly question: string;
  readonly hint: string;
  /** `ticks`: any number of lines; `places`: a place for each; `targets`: one of `choices` for each. */
  readonly kind: 'ticks' | 'places' | 'targets';
  readonly rows: readonly { readonly field: string; readonly text: string }[];
  readonly choices?: readonly { readonly id: string; readonly text: string }[] | undefined;
  readonly submit: string;
  readonly isMissing?: boolean | undefined;
  /** Names and values that came with a refused post. */
  readonly chosen?: Readonly<Record<string, string>> | undefined;
  /** Where the answer will stand, when not at this address. */
  readonly answered?: string | undefined;
}

/** A question whose answer has several lines. Posts plainly; hydrated, two lines that want the same place change places. */
export function RowsForm({
  action,
  hidden,
  question,
  hint,
  kind,
  rows,
  choices,
  submit,
  isMissing: wasMissing = false,
  chosen = {},
  answered,
}: RowsFormProps) {
  const id = useId();
  const [isMissing, setIsMissing] = useState(wasMissing);
  const [places, setPlaces] = useState(() => rows.map(({ field }, index) => chosen[field] ?? String(index + 1)));
  const [state, send] = useDelivery(true);

  function check(event: SubmitEvent<HTMLFormElement>) {
    if (state !== 'idle') return event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const open = rows.find(({ field }) => !data.get(field));
    const isEmpty = kind === 'ticks' ? rows.every(({ field }) => !data.has(field)) : open !== undefined;
    setIsMissing(isEmpty);
    if (!isEmpty && send(form)) return;
    event.preventDefault();
    if (isEmpty) form.querySelector<HTMLElement>(`[name=${open?.field ?? rows[0]?.field}]`)?.focus();
  }

  function move(index: number, place: string) {
    setPlaces((all) => all.map((one, at) => (at === index ? place : one === place ? (all[index] ?? one) : one)));
  }

  return (
    <form method="post" action={action} data-answered={answered} onSubmit={check}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className={isMissing ? 'ask bad' : 'ask'} aria-describedby={isMissing ? `${id}e` : undefined}>
        <legend>
          <h1>{question}</h1>
        </legend>
        <span className="hint">{hint}</span>
        {isMissing && <FormProblem id={`${id}e`}>{kind === 'ticks' ? text.tickOne : text.fillAll}</FormProblem>}
        <div className="opts" id="svar">
          {rows.map((row, index) =>
            kind === 'ticks' ? (
              <label className="opt" key={row.field}>
                <input type="checkbox" name={row.field} value="ja" defaultChecked={chosen[row.field] === 'ja'} />
                <span>{row.text}</span>
              </label>
            ) : (
              <div className="opt row" key={row.field}>
                <label htmlFor={`${id}${row.field}`}>{row.text}</label>
                {kind === 'places' ? (
                  <select
                    id={`${id}${row.field}`}
                    name={row.field}
                    value={places[index]}
                    onChange={(event) => move(index, event.currentTarget.value)}
                  >
                    {rows.map(({ field }, place) => (
                      <option key={field} value={place + 1}>
                        {text.place(place + 1)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <select id={`${id}${row.field}`} name={row.field} defaultValue={chosen[row.field] ?? ''}>
                    <option value="">{text.choose}</option>
                    {choices?.map((choice) => (
                      <option key={choice.id} value={choice.id}>
                        {choice.text}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            ),
          )}
        </div>
      </fieldset>
      <SendButton state={state}>{submit}</SendButton>
    </form>
  );
}
