import type { Law } from './law.js';

const ACT = 'Public Bodies (Admission to Meetings) Act 1960';

/** The Act of 1960. It is far shorter than the law for councils: it has no background papers and no list of exempt matters. */
export const nhsBoard: Law = {
  id: 'nhs-board',
  name: 'NHS board',
  covers: `NHS bodies that the Schedule to the ${ACT} lists. Whether a body is listed is for the body to confirm.`,
  notice: {
    days: 3,
    workingDaysOnly: true,
    says: 'Public notice of the meeting is given at least three clear days before it.',
    source: `${ACT}, section 1(4)(a)`,
    assumed:
      'The Act speaks of the notice of the meeting and not of papers, and does not define clear days. Papers are expected with the notice, and only working days count: the stricter reading.',
  },
  urgency: {
    says: 'A meeting can be convened at shorter notice. The notice is then given at the time it is convened.',
    source: `${ACT}, section 1(4)(a)`,
  },
  backgroundPapers: null,
  exemption: {
    schedule: null,
    paragraphs: [],
    publicInterest: null,
    says: 'The public can be excluded by a resolution that states the reason: confidential business, or another special reason.',
    source: `${ACT}, section 1(2)`,
  },
  inspection: null,
  keyDecisions: null,
  privateMeetings: null,
  others: [
    {
      says: 'A newspaper gets a copy of the agenda on request.',
      source: `${ACT}, section 1(4)(b)`,
    },
  ],
};
