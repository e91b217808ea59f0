import { Icon } from '../look/Icon.tsx';

/** What is missing, beside where it is missing. */
export function FormProblem({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <p className="err" id={id} role="alert">
      <Icon name="warn" />
      {children}
    </p>
  );
}
