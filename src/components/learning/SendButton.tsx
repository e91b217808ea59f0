import type { Delivery } from './delivery.ts';
import { text } from './learning.da.ts';
import { text as outbox } from './outbox.da.ts';

/** Sends the form once, and says where its answer is meanwhile. */
export function SendButton({ state, children }: { readonly state: Delivery; readonly children: string }) {
  return (
    <>
      <p className="actions">
        <button type="submit" className="btn" aria-disabled={state !== 'idle' || undefined}>
          {state === 'sending' ? text.saving : children}
        </button>
      </p>
      <p className="small" role="status">
        {state === 'kept' ? outbox.kept : ''}
      </p>
    </>
  );
}
