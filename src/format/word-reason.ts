import { CONFIDENTIAL } from '../model/disclosure.js';

/** Words the reason for a missing figure, for brackets behind what the sentence says of it: "(not shown)". */
export function wordReason(reason: string): string {
  return reason === CONFIDENTIAL ? 'not shown' : reason;
}
