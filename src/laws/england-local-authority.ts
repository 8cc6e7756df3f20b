import type { Law } from './law.js';
import { SCHEDULE_12A_ENGLAND } from './schedule-12a-england.js';

/** Local Government Act 1972, Part VA, as it applies in England. */
export const englandLocalAuthority: Law = {
  id: 'england-local-authority',
  name: 'Local authority in England',
  covers:
    'Principal councils in England and bodies that Part VA of the Local Government Act 1972 treats like them, with their committees. It does not cover the executive of a council.',
  notice: {
    days: 5,
    workingDaysOnly: true,
    says: 'The agenda and the reports are open to inspection at least five clear days before the meeting.',
    source:
      'Local Government Act 1972, section 100B(3) and (4), with the Local Authorities (Access to Meetings and Documents) (Period of Notice) (England) Order 2002, SI 2002/715',
    assumed:
      'The Act does not define clear days. Working days count, as the Court of Appeal decided in R v Swansea City Council, ex parte Elitestone Ltd (1993).',
  },
  urgency: {
    says: 'A late item needs special circumstances, which the minutes state, and the opinion of the chair that it is urgent.',
    source: 'Local Government Act 1972, section 100B(4)(b)',
  },
  backgroundPapers: {
    says: 'Each copy of a report includes a list of its background papers: unpublished documents on which it relies to a material extent.',
    source: 'Local Government Act 1972, section 100D(1) and (5)',
  },
  exemption: {
    ...SCHEDULE_12A_ENGLAND,
    says: 'The public can be excluded while exempt information would be disclosed. The resolution names the description in Schedule 12A.',
    source: 'Local Government Act 1972, sections 100A(4) and (5) and 100I, and Schedule 12A, Part 1',
  },
  inspection: {
    reports: {
      years: 6,
      says: 'Minutes, agenda and reports stay open to inspection for six years, beginning with the date of the meeting.',
      source: 'Local Government Act 1972, section 100C(1)',
    },
    backgroundPapers: {
      years: 4,
      says: 'Background papers stay open to inspection for four years, beginning with the date of the meeting.',
      source: 'Local Government Act 1972, section 100D(2)',
    },
  },
  keyDecisions: null,
  privateMeetings: null,
  others: [
    {
      says: 'Public notice of the meeting is posted at least five clear days before it.',
      source: 'Local Government Act 1972, section 100A(6)(a)',
    },
    {
      says: 'A report that is not open to inspection is marked "Not for publication" and states the description of its exempt information.',
      source: 'Local Government Act 1972, section 100B(5)',
    },
  ],
};
