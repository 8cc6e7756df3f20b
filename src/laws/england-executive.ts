import type { Law } from './law.js';
import { SCHEDULE_12A_ENGLAND } from './schedule-12a-england.js';

const REGULATIONS =
  'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, SI 2012/2089';

/** The Regulations of 2012 for the executive of a council in England. */
export const englandExecutive: Law = {
  id: 'england-executive',
  name: 'Executive of a local authority in England',
  covers:
    'The cabinet or executive of a council in England that has executive arrangements, and its committees, since 10 September 2012.',
  notice: {
    days: 5,
    workingDaysOnly: true,
    says: 'The agenda and the reports are open to inspection at least five clear days before a public meeting.',
    source: `${REGULATIONS}, regulations 6(2) and 7`,
    assumed:
      'The Regulations do not define clear days. Working days count, as for committees under section 100B of the Local Government Act 1972.',
  },
  urgency: {
    says: 'A meeting can be convened at shorter notice. The papers are then open to inspection from that time.',
    source: `${REGULATIONS}, regulation 6(2)(b)`,
  },
  backgroundPapers: {
    says: 'A report includes a list of its background papers: unpublished documents on which it relies to a material extent.',
    source: `${REGULATIONS}, regulations 2 and 15`,
  },
  exemption: {
    ...SCHEDULE_12A_ENGLAND,
    says: 'The public can be excluded while exempt information would be disclosed. The resolution names the description in Schedule 12A.',
    source: `${REGULATIONS}, regulation 4(2) and (3), and Local Government Act 1972, Schedule 12A, Part 1`,
  },
  inspection: {
    reports: {
      years: 6,
      says: 'Reports stay open to inspection for six years, beginning with the date of the meeting.',
      source: `${REGULATIONS}, regulation 14`,
      assumed:
        'No period was found in the Regulations. The six years of section 100C(1) of the Local Government Act 1972 are taken.',
    },
    backgroundPapers: {
      years: 4,
      says: 'Background papers stay open to inspection for four years, beginning with the date of the meeting.',
      source: `${REGULATIONS}, regulation 15`,
      assumed:
        'No period was found in the Regulations. The four years of section 100D(2) of the Local Government Act 1972 are taken.',
    },
  },
  keyDecisions: {
    days: 28,
    workingDaysOnly: false,
    says: 'A document that announces a key decision is published at least 28 clear days before the decision.',
    source: `${REGULATIONS}, regulations 8 and 9`,
    assumed: 'The Regulations do not define clear days. Every day counts in so long a period.',
  },
  privateMeetings: {
    days: 28,
    workingDaysOnly: false,
    says: 'A notice of the intention to meet in private, with reasons, is published at least 28 clear days before the meeting.',
    source: `${REGULATIONS}, regulation 5(2) and (3)`,
    assumed: 'The Regulations do not define clear days. Every day counts in so long a period.',
  },
  others: [
    {
      says: 'A second notice of a private meeting, with the representations received, is published at least five clear days before it.',
      source: `${REGULATIONS}, regulation 5(4) and (5)`,
    },
    {
      says: 'A key decision without the 28 days follows the general exception, or special urgency with the agreement of the scrutiny chair.',
      source: `${REGULATIONS}, regulations 10 and 11`,
    },
    {
      says: 'A written statement of each decision records the reasons, the alternatives considered and conflicts of interest.',
      source: `${REGULATIONS}, regulations 12 and 13`,
    },
  ],
};
