/**
 * Answers that could not be sent because there was no line (security.md DUR-4). They are kept encrypted in this browser,
 * under a key that only the signed-in person's pages carry, and sent once when the line is back: the server knows an event
 * by its id, so sending twice stores once. Signing out empties it.
 */

const STORE = 'psp-udbakke';
/** More unsent answers than a person gives between two lines. */
const MOST = 50;
/** Said when the number of unsent answers has changed. */
export const CHANGED = 'psp-udbakke-antal';

/** A form as it will be posted. */
interface Answer {
  /** Address on this site, with its query. */
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** What is kept: nothing but the event's id can be read. */
interface Kept {
  readonly id: string;
  readonly iv: string;
  readonly body: string;
}

export type Delivered = 'sent' | 'kept' | 'refused';

/** The key that the page carries; null for pages of nobody. */
function keyText(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name=psp-udbakke]')?.content ?? null;
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function keyOf(text: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', toBytes(text), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function kept(): Kept[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(list) ? (list as Kept[]) : [];
  } catch {
    return []; // storage is closed to us, or somebody else wrote there
  }
}

function keep(list: readonly Kept[]): void {
  if (list.length === 0) localStorage.removeItem(STORE);
  else localStorage.setItem(STORE, JSON.stringify(list));
  window.dispatchEvent(new CustomEvent(CHANGED));
}

/** How many answers wait in this browser, whosever they are. */
export function unsent(): number {
  return kept().length;
}

/** Whether an answer still waits, by the id of its event. */
export function isUnsent(id: string): boolean {
  return kept().some((one) => one.id === id);
}

/** Forgets all that waits: on sign-out. */
export function emptyOutbox(): void {
  keep([]);
}

/**
 * Sends a form's answer; when there is no line, keeps it.
 * @returns `refused` when the server answered with something else than a way on: the form must be posted as a form, so that
 * the page that says why is seen
 */
export async function deliver(form: HTMLFormElement): Promise<Delivered> {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const answer = { to: `${location.pathname}${form.getAttribute('action') ?? ''}`, fields };
  const outcome = await post(answer);
  if (outcome !== 'no-line') return outcome === 'taken' ? 'sent' : 'refused';
  const id = fields.find(([name]) => name === 'id')?.[1];
  const key = keyText();
  const list = kept();
  if (id === undefined || key === null || list.length >= MOST) return 'refused';
  if (list.some((one) => one.id === id)) return 'kept';
  try {
    keep([...list, await sealed(id, answer, key)]);
    return 'kept';
  } catch {
    return 'refused'; // no storage: the browser's own page says that there is no line
  }
}

async function sealed(id: string, answer: Answer, key: string): Promise<Kept> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(JSON.stringify(answer));
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(key), data);
  return { id, iv: toText(iv), body: toText(new Uint8Array(body)) };
}

/** Null when it was kept under another key: another person's, which nobody here may send. */
async function opened({ iv, body }: Kept, key: string): Promise<Answer | null> {
  try {
    const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBytes(iv) }, await keyOf(key), toBytes(body));
    return JSON.parse(new TextDecoder().decode(data)) as Answer;
  } catch {
    return null;
  }
}

/** `taken`: the server stands by it. `no-line`: nobody heard. `held`: not now, such as after the sign-in ran out. */
async function post({ to, fields }: Answer): Promise<'taken' | 'no-line' | 'held' | 'turned-down'> {
  try {
    const response = await fetch(to, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      redirect: 'manual',
      credentials: 'same-origin',
    });
    // A form that is taken is answered with a way on, which a script may not look into.
    if (response.type === 'opaqueredirect') return 'taken';
    return response.status === 401 || response.status >= 500 ? 'held' : 'turned-down';
  } catch {
    return 'no-line';
  }
}

/**
 * Sends what waits, in its order, from one tab at a time.
 * @returns how many the server turned down: answered elsewhere meanwhile, or no longer possible
 */
export async function sendUnsent(): Promise<number> {
  const key = keyText();
  if (key === null || unsent() === 0) return 0;
  if (!('locks' in navigator)) return sendAll(key);
  return navigator.locks.request(STORE, { ifAvailable: true }, (lock) => (lock ? sendAll(key) : 0));
}

async function sendAll(key: string): Promise<number> {
  let turnedDown = 0;
  for (const one of kept()) {
    const answer = await opened(one, key);
    const outcome = answer === null ? 'foreign' : await post(answer);
    if (outcome === 'no-line' || outcome === 'held') break;
    keep(kept().filter(({ id }) => id !== one.id));
    if (outcome === 'turned-down') turnedDown += 1;
  }
  return turnedDown;
}
