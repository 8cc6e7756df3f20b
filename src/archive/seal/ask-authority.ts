import { LARGEST_SEAL } from './seal.js';

/** An authority that gave no usable answer. The message completes a sentence that begins with its address. */
export class NoAnswer extends Error {}

/** The longest wait for the whole answer, in milliseconds. Authorities answer within a second. */
const TIMEOUT_MS = 20_000;

/**
 * Sends a question to a time-stamping authority, and returns the bytes of its answer. This is the only place of the program that uses the
 * network, besides the preview's own server. Throws NoAnswer.
 */
export async function askAuthority(
  url: string,
  query: Uint8Array,
  timeout = TIMEOUT_MS,
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(query),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    checkStatus(response);
    return await readBody(response);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(describeFailure(error, timeout));
  }
}

/** A redirect is refused: the user decides who is asked. */
function checkStatus({ status, headers }: Response): void {
  if (status === 200) return;
  const target = headers.get('location');
  throw new NoAnswer(
    status >= 300 && status < 400
      ? `sends on to ${target === null ? 'another address' : JSON.stringify(target)}: if that is right, name it with --tsa`
      : `answers with the HTTP status ${status}`,
  );
}

/** Reads the answer piece by piece, so that an endless one does not fill the memory. */
async function readBody({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be iterated, which the types of the web's streams leave out.
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > LARGEST_SEAL) throw new NoAnswer(`answers with more than ${LARGEST_SEAL} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function describeFailure(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `gave no answer within ${timeout / 1000} seconds`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
}
