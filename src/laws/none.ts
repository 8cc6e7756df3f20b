import type { Law } from './law.js';

/** No law: a working group, a partnership or a company that is not bound to meet in public. */
export const none: Law = {
  id: 'none',
  name: 'No law',
  covers:
    'Bodies that no law on access to meetings binds. Notice, background papers and exemptions are not checked.',
  notice: null,
  urgency: null,
  backgroundPapers: null,
  exemption: null,
  inspection: null,
  keyDecisions: null,
  privateMeetings: null,
  others: [],
};
