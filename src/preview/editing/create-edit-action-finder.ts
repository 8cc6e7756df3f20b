import { answerRequest } from '../answer-request.js';
import type { FindAction, ServedPage } from '../serve-pages.js';
import { EDIT_REQUESTS, type EditRequests } from './edit-requests.js';
import type { EditSession } from './edit-session.js';

/** Creates the function that finds the actions of editing. A preview that only reads has none. */
export function createEditActionFinder(session: EditSession | null): FindAction {
  return (name) =>
    session && isEditRequest(name) ? { runWith: (body) => answer(session, name, body) } : null;
}

function isEditRequest(name: string): name is keyof EditRequests {
  return Object.hasOwn(EDIT_REQUESTS, name);
}

function answer({ handlers }: EditSession, name: keyof EditRequests, body: unknown): Promise<ServedPage> {
  const handle = handlers[name] as (request: unknown) => Promise<object> | object; // its schema has the same name
  return answerRequest<unknown>(EDIT_REQUESTS[name], body, handle);
}
