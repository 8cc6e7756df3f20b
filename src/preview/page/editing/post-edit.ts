import { postJson, type FailedAnswer } from '../post-json.js';
import type { EditRequests } from '../../editing/edit-requests.js';
import type { CheckAnswer, OpenAnswer, SaveAnswer } from '../../editing/edit-messages.js';

type Answer<Name extends keyof EditRequests> = Name extends 'edit-open'
  ? OpenAnswer
  : Name extends 'edit-check'
    ? CheckAnswer
    : SaveAnswer;

/** Sends a request about an edit. Returns null if the preview has stopped or refuses it: then nothing was written. */
export function postEdit<Name extends keyof EditRequests>(
  name: Name,
  request: EditRequests[Name],
): Promise<Answer<Name> | FailedAnswer | null> {
  return postJson<Answer<Name>>(name, request);
}
