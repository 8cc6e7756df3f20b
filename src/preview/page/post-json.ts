/** The preview had an internal error while it answered. */
export interface FailedAnswer {
  kind: 'failed';
}

/** The words for an internal error of the preview. */
export const FAILED =
  'The preview had an internal error, and the terminal shows it. Copy what you typed, and look in the paper for what was saved.';

const INTERNAL_ERROR = 500;

/** Sends a request as JSON to the preview, and returns its answer. Returns null if the preview has stopped or refuses it. */
export async function postJson<Answer>(name: string, request: object): Promise<Answer | FailedAnswer | null> {
  try {
    const response = await fetch(name, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.status === INTERNAL_ERROR) return { kind: 'failed' };
    return response.ok ? ((await response.json()) as Answer) : null; // sent by our own server
  } catch {
    return null;
  }
}
