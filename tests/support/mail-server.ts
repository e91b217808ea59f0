import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** As it came over the wire, with its headers. */
  readonly text: string;
}

/** A real mail server on this machine that keeps what it is sent. */
export async function startMailServer() {
  const mails: ReceivedMail[] = [];
  let isBusy = false;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // It would ask a name server on the network who 127.0.0.1 is.
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => done(isBusy ? new Error('busy') : null),
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** From now on it takes mail, or refuses it. */
    setBusy(busy: boolean) {
      isBusy = busy;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** The code of the newest mail, as one types it; empty when there is none. */
export function codeIn(mails: readonly ReceivedMail[]): string {
  return (
    /\b(\d{4}) (\d{4})\b/
      .exec(mails.at(-1)?.text ?? '')
      ?.slice(1)
      .join('') ?? ''
  );
}
