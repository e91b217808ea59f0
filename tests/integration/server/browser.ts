/** Enough of a browser to go through a sign-in: cookies per origin, redirects, and the provider's own two forms. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** A request as this browser would send it. */
  request(address: string, init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    const jar = [...this.#jar(new URL(address).origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    if (jar) headers.set('cookie', jar);
    return new Request(address, { ...init, headers, redirect: 'manual' });
  }

  /** Takes the cookies of a response. */
  keep(origin: string, response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) this.#jar(origin).delete(name);
      else this.#jar(origin).set(name, value);
    }
    return response;
  }

  cookie(origin: string, name: string): string | undefined {
    return this.#jar(origin).get(name);
  }

  set(origin: string, name: string, value: string): void {
    this.#jar(origin).set(name, value);
  }

  /** From the provider's authorization address to the address, at our own origin, that it sends the browser back to. */
  async throughProvider(address: string, login: string, ownOrigin: string): Promise<string> {
    let next = address;
    let body: URLSearchParams | null = null;
    for (let step = 0; step < 20; step += 1) {
      const { origin } = new URL(next);
      const response: Response = this.keep(
        origin,
        await fetch(this.request(next, body ? { method: 'POST', body } : {})),
      );
      body = null;
      const location = response.headers.get('location');
      if (location) {
        next = new URL(location, next).href;
        if (next.startsWith(`${ownOrigin}/`)) return next;
        continue;
      }
      const page = await response.text();
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
      const [, action] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
      if (!prompt || !action)
        throw new Error(`The provider stopped at ${next} (${response.status}):\n${page.slice(0, 500)}`);
      next = new URL(action, next).href;
      body = new URLSearchParams({ prompt, login, password: 'any' });
    }
    throw new Error('The provider never came back');
  }

  #jar(origin: string): Map<string, string> {
    let jar = this.#cookies.get(origin);
    if (!jar) {
      jar = new Map();
      this.#cookies.set(origin, jar);
    }
    return jar;
  }
}
