import * as z from 'zod';
import { answerRequest } from '../answer-request.js';
import type { FindAction } from '../serve-pages.js';
import type { ReviewSession } from './review-session.js';

/** The body of a request. Anything else is refused. */
const ACCEPT_REQUEST = z.strictObject({ tickets: z.array(z.string().max(64)).min(1).max(10_000) });

/** Creates the function that finds the action of accepting changes. A preview that only reads has none. */
export function createReviewActionFinder(session: ReviewSession | null): FindAction {
  return (name) =>
    session && name === 'review-accept'
      ? {
          runWith: (body) => answerRequest(ACCEPT_REQUEST, body, ({ tickets }) => session.accept(tickets)),
        }
      : null;
}
