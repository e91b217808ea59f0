/** A form as a browser without JavaScript would post it. */
export interface Form {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Values that can be chosen, by field name. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}

/** A visitor that speaks plain HTTP: keeps cookies, reads forms, posts them as a browser does. */
export class Visitor {
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  async get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' });
  }

  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Answer> {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.address, ...headers },
    });
  }

  /** Posts a form of the page `from` with what the visitor fills in. */
  async submit(from: string, form: Form, fields: Record<string, string>): Promise<Answer> {
    return this.post(new URL(form.action, `${this.address}${from}`).href.slice(this.address.length), {
      ...form.hidden,
      ...fields,
    });
  }

  /** Signs in as one of the demonstration's people. */
  async signIn(name: string): Promise<void> {
    const page = await this.get('/log-ind');
    const form = formsOf(page.text).find(({ choices }) => 'person' in choices);
    if (!form) throw new Error(`No demonstration sign-in:\n${page.text.slice(0, 500)}`);
    const persons = [...page.text.matchAll(/name="person"\s+value="([^"]+)"[\s\S]*?<\/label>/g)];
    const person = persons.find(([label]) => label.includes(name))?.[1];
    if (!person) throw new Error(`No ${name} in the demonstration`);
    const answer = await this.submit('/log-ind', form, { person });
    if (answer.status !== 303) throw new Error(`Sign-in gave ${answer.status}`);
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  }
}

/** The posting forms of a page. */
export function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = '']) => /method="post"/i.test(attributes))
    .map(([, attributes = '', body = '']) => {
      const hidden: Record<string, string> = {};
      const choices: Record<string, string[]> = {};
      for (const [input] of body.matchAll(/<input\b[^>]*>/g)) {
        const name = attribute(input, 'name');
        const value = attribute(input, 'value') ?? '';
        if (!name) continue;
        if (attribute(input, 'type') === 'hidden') hidden[name] = value;
        else choices[name] = [...(choices[name] ?? []), value];
      }
      return { action: attribute(attributes, 'action') ?? '', hidden, choices };
    });
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

/** The form of a page that offers the field. @throws when there is none: the page is not the one that the test means */
export function formWith(html: string, field: string): Form {
  const form = formsOf(html).find(({ hidden, choices }) => field in hidden || field in choices);
  if (!form)
    throw new Error(
      `No form with ${field}:\n${html
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 500)}`,
    );
  return form;
}
