import { useEffect, useState } from 'react';
import { CHANGED, deliver, isUnsent } from './outbox.ts';

/** `idle` before; `sending` on its way; `kept` in this browser until there is a line. */
export type Delivery = 'idle' | 'sending' | 'kept';

/**
 * Sends a form once. Answers go by the outbox, so that none is lost without a line; other forms are posted by the browser.
 * @param isAnswer whether the form's answer may wait in this browser
 */
export function useDelivery(isAnswer: boolean): readonly [state: Delivery, send: (form: HTMLFormElement) => boolean] {
  const [state, setState] = useState<Delivery>('idle');
  const [id, setId] = useState('');
  const [onward, setOnward] = useState('');
  useEffect(() => {
    // A page that comes back from the browser's history must not stay locked.
    const unlock = (event: PageTransitionEvent) => event.persisted && setState('idle');
    // Sent meanwhile, by this tab or by another one.
    const goOn = () => state === 'kept' && !isUnsent(id) && location.assign(onward);
    goOn();
    window.addEventListener('pageshow', unlock);
    window.addEventListener(CHANGED, goOn);
    window.addEventListener('storage', goOn);
    return () => {
      window.removeEventListener('pageshow', unlock);
      window.removeEventListener(CHANGED, goOn);
      window.removeEventListener('storage', goOn);
    };
  }, [state, id, onward]);

  /** @returns whether the browser shall post the form itself */
  function send(form: HTMLFormElement): boolean {
    setState('sending');
    if (!isAnswer) return true;
    // The way on that the server answers with is closed to scripts, so the form says where its answer will stand.
    const answered = form.dataset.answered ?? location.pathname;
    setId(String(new FormData(form).get('id') ?? ''));
    setOnward(answered);
    deliver(form).then((outcome) => {
      if (outcome === 'sent') location.assign(answered);
      else if (outcome === 'kept') setState('kept');
      else form.submit();
    });
    return false;
  }
  return [state, send];
}
