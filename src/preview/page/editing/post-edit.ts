import type { EditRequests } from '../../editing/edit-requests.js';
import type { CheckAnswer, OpenAnswer, SaveAnswer } from '../../editing/edit-messages.js';

type Answer<Name extends keyof EditRequests> = Name extends 'edit-open'
  ? OpenAnswer
  : Name extends 'edit-check'
    ? CheckAnswer
    : SaveAnswer;

/** Sends a request about an edit. Returns null if the preview has stopped or refuses it: then nothing was written. */
export async function postEdit<Name extends keyof EditRequests>(
  name: Name,
  request: EditRequests[Name],
): Promise<Answer<Name> | null> {
  try {
    const response = await fetch(name, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.ok ? ((await response.json()) as Answer<Name>) : null; // sent by our own server
  } catch {
    return null;
  }
}
