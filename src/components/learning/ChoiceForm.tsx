import { useId, useRef, useState } from 'react';
import { looksLikeCpr } from '#src/organisation/real-case-guard.ts';
import { useDelivery } from './delivery.ts';
import { FormProblem } from './FormProblem.tsx';
import { text } from './learning.da.ts';
import { type OwnLine, OwnLineField } from './OwnLineField.tsx';
import { SendButton } from './SendButton.tsx';

export interface ChoiceFormProps {
  /** Where the form posts; an Astro action's query string. */
  action: string;
  hidden: Readonly<Record<string, string>>;
  question: string;
  hint?: string | undefined;
  options: readonly { readonly id: string; readonly label: string; readonly hint?: string | undefined }[];
  /** Name of the field that carries the chosen id. */
  field?: string | undefined;
  submit: string;
  /** The post came back without an answer. */
  isMissing?: boolean | undefined;
  /** The answer that came with a refused post, so that nothing is lost. */
  chosen?: string | undefined;
  ownLine?: OwnLine | undefined;
  /** A setting to turn on besides. */
  toggle?: { readonly name: string; readonly value: string; readonly label: string; readonly hint: string } | undefined;
  /** The question is the page's own heading. */
  isPageHeading?: boolean | undefined;
  /** An answer: without a line it waits in this browser. Other forms begin something, and need the server at once. */
  isAnswer?: boolean | undefined;
  /** Where the answer will stand, when not at this address. */
  answered?: string | undefined;
}

/** Posts as a plain form; once hydrated it names a missing answer before any request and sends once. */
export function ChoiceForm({
  action,
  hidden,
  question,
  hint,
  options,
  field = 'option',
  submit,
  isMissing: wasMissing = false,
  chosen,
  ownLine,
  toggle,
  isPageHeading = false,
  isAnswer = false,
  answered,
}: ChoiceFormProps) {
  const id = useId();
  const [isMissing, setIsMissing] = useState(wasMissing);
  const [problem, setProblem] = useState(ownLine?.problem);
  const [state, send] = useDelivery(isAnswer);
  const form = useRef<HTMLFormElement>(null);

  function check(event: { preventDefault(): void }) {
    if (state !== 'idle' || !form.current) return event.preventDefault();
    const data = new FormData(form.current);
    const isEmpty = !data.has(field);
    const found = ownLine && looksLikeCpr(String(data.get(ownLine.name) ?? '')) ? text.looksLikeCpr : undefined;
    setIsMissing(isEmpty);
    setProblem(found);
    if (!isEmpty && !found) return send(form.current) ? undefined : event.preventDefault();
    event.preventDefault();
    form.current.querySelector<HTMLElement>(isEmpty ? 'input[type=radio]' : 'textarea')?.focus();
  }

  return (
    <form ref={form} method="post" action={action} data-answered={answered} onSubmit={check}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className={isMissing ? 'ask bad' : 'ask'} aria-describedby={isMissing ? `${id}e` : undefined}>
        <legend>{isPageHeading ? <h1>{question}</h1> : question}</legend>
        {hint && <span className="hint">{hint}</span>}
        {isMissing && <FormProblem id={`${id}e`}>{text.chooseOne}</FormProblem>}
        <div className="opts" id="svar">
          {options.map((option) => (
            <label className="opt" key={option.id}>
              <input
                type="radio"
                name={field}
                value={option.id}
                defaultChecked={option.id === chosen}
                onChange={() => setIsMissing(false)}
              />
              <span>
                {option.hint ? <b>{option.label}</b> : option.label}
                {option.hint && <span className="hint">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {ownLine && <OwnLineField {...ownLine} problem={problem} />}
      {toggle && (
        <label className="toggle">
          <input type="checkbox" name={toggle.name} value={toggle.value} />
          <span>
            {toggle.label}
            <span className="hint">{toggle.hint}</span>
          </span>
        </label>
      )}
      <SendButton state={state}>{submit}</SendButton>
    </form>
  );
}
