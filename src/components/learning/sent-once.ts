import { useEffect, useState } from 'react';

/** A form that is on its way is not sent again; a page that comes back from the browser's history is not locked. */
export function useSentOnce(): readonly [isSending: boolean, send: () => void] {
  const [isSending, setIsSending] = useState(false);
  useEffect(() => {
    const unlock = (event: PageTransitionEvent) => event.persisted && setIsSending(false);
    window.addEventListener('pageshow', unlock);
    return () => window.removeEventListener('pageshow', unlock);
  }, []);
  return [isSending, () => setIsSending(true)];
}
