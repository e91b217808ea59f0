import { text, unsentLine } from './outbox.da.ts';
import { CHANGED, emptyOutbox, sendUnsent, unsent } from './outbox.ts';

/** How often a line is tried while something waits, in milliseconds: browsers do not always say that it is back. */
const AGAIN = 20_000;

/** The page's word on answers that wait, and the clock that sends them. */
export function startOutboxNote(note: HTMLElement): void {
  const line = note.querySelector('[data-line]');
  const button = note.querySelector('button');
  let turnedDown = 0;
  const show = () => {
    const count = unsent();
    note.hidden = count === 0 && turnedDown === 0;
    if (line) line.textContent = count > 0 ? unsentLine(count) : text.turnedDown;
    if (button) button.hidden = count === 0;
  };
  const send = async () => {
    turnedDown += await sendUnsent();
    show();
  };
  window.addEventListener(CHANGED, show);
  window.addEventListener('storage', show);
  window.addEventListener('online', send);
  button?.addEventListener('click', send);
  for (const form of document.querySelectorAll('form[action="/log-ud"]')) form.addEventListener('submit', emptyOutbox);
  setInterval(() => unsent() > 0 && send(), AGAIN);
  show();
  void send();
}
