import { useId } from 'react';
import { FormProblem } from './FormProblem.tsx';

export interface OwnLine {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  /** What came with a refused post. */
  readonly value?: string | undefined;
  /** Why the text cannot be sent as it stands. */
  readonly problem?: string | undefined;
}

/** The learner's own words about an invented person; optional. */
export function OwnLineField({ name, label, hint, maxLength, value, problem }: OwnLine) {
  const id = useId();
  return (
    <div className={problem ? 'field bad' : 'field'}>
      {problem && <FormProblem id={`${id}e`}>{problem}</FormProblem>}
      <label htmlFor={`${id}f`}>{label}</label>
      <span className="hint" id={`${id}h`}>
        {hint}
      </span>
      <textarea
        id={`${id}f`}
        name={name}
        rows={3}
        maxLength={maxLength}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}e ${id}h` : `${id}h`}
      />
    </div>
  );
}
