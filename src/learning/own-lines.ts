import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Seals what learners write in their own words, so that a copy of the store or of a backup holds none of it in clear. */
export interface OwnLines {
  seal(text: string, learner: string, attempt: string): string;
  /** Null when the text was sealed with another key, or for another run: then it is lost, and shown as such. */
  open(sealed: string, learner: string, attempt: string): string | null;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM; the learner and the run are bound in, so that a line cannot be moved to another person. @param secret AUTH_SECRET */
export function createOwnLines(secret: string): OwnLines {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'psp-akademi own lines', 32));
  const place = (learner: string, attempt: string) => Buffer.from(`${learner}/${attempt}`);
  return {
    seal(text, learner, attempt) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(place(learner, attempt));
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open(sealed, learner, attempt) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
        .setAAD(place(learner, attempt))
        .setAuthTag(bytes.subarray(-TAG));
      try {
        return decipher.update(bytes.subarray(IV, -TAG)).toString('utf8') + decipher.final('utf8');
      } catch {
        return null; // another key, or another run
      }
    },
  };
}
