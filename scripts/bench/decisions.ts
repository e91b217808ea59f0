import type { Request } from 'autocannon';
import { formWith } from '#tests/support/http-client.ts';

/**
 * Opens each waiting scene as a browser without JavaScript would and fills in its form: the first choice that it offers.
 * @returns posts that each store one decision, once
 */
export async function decisionPosts(
  address: string,
  scenes: readonly { readonly path: string; readonly cookie: string }[],
): Promise<Request[]> {
  const posts: Request[] = [];
  for (const { path, cookie } of scenes) {
    const response = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    const form = formWith(await response.text(), 'option');
    const [option] = form.choices.option ?? [];
    if (!option) throw new Error(`${path} offers no choice`);
    posts.push({
      method: 'POST',
      path: new URL(form.action, `${address}${path}`).href.slice(address.length),
      headers: {
        cookie,
        origin: address,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ ...form.hidden, option }).toString(),
    });
  }
  return posts;
}
