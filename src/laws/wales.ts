import type { Law } from './law.js';

const ACT = 'Local Government Act 1972';

/** Part VA of the Act of 1972 as the Local Government and Elections (Wales) Act 2021 changed it. */
export const wales: Law = {
  id: 'wales',
  name: 'Local authority in Wales',
  covers:
    'Principal councils in Wales and their committees. The Local Government and Elections (Wales) Act 2021, Schedule 4, changed the rules in May 2021: papers are published electronically.',
  notice: {
    days: 3,
    workingDaysOnly: true,
    says: 'The agenda and the reports are published electronically at least three clear days before the meeting.',
    source: `${ACT}, section 100BA(3) and (6)`,
    assumed:
      'The Act does not define clear days. Working days count, as the Court of Appeal decided for a Welsh council in R v Swansea City Council, ex parte Elitestone Ltd (1993).',
  },
  urgency: {
    says: 'A late item needs special circumstances, which the minutes state, and the opinion of the chair that it is urgent.',
    source: `${ACT}, section 100BA(6)`,
  },
  backgroundPapers: {
    says: 'Each report includes a list of its background papers: unpublished documents on which it relies to a material extent.',
    source: `${ACT}, section 100D`,
  },
  exemption: {
    schedule: 'Schedule 12A to the Local Government Act 1972',
    paragraphs: [
      { id: '12', describes: 'information relating to a particular individual' },
      { id: '13', describes: 'information which is likely to reveal the identity of an individual' },
      {
        id: '14',
        describes:
          'information relating to the financial or business affairs of any particular person, including the authority',
      },
      { id: '15', describes: 'information relating to consultations or negotiations on labour relations' },
      { id: '16', describes: 'information to which a claim to legal professional privilege could apply' },
      {
        id: '17',
        describes: 'information which reveals a proposed notice, order or direction under an enactment',
      },
      {
        id: '18',
        describes: 'information relating to the prevention, investigation or prosecution of crime',
      },
      {
        id: '18A',
        describes: 'only for a standards committee: information under an obligation of confidentiality',
      },
      { id: '18B', describes: 'only for a standards committee: information relating to national security' },
      { id: '18C', describes: 'only for a standards committee: its deliberations on a case' },
    ],
    publicInterest: {
      says: 'Information is exempt only while the public interest in the exemption outweighs the public interest in disclosure.',
      source: `${ACT}, Schedule 12A, Part 5`,
    },
    says: 'The public can be excluded while exempt information would be disclosed. The resolution names the description in Schedule 12A.',
    source: `${ACT}, sections 100A(4) and (5) and 100I, and Schedule 12A, Part 4 (SI 2007/969; for paragraphs 18A to 18C, SI 2007/951, regulation 4)`,
  },
  inspection: {
    reports: {
      years: 6,
      says: 'Minutes, agenda and reports stay accessible electronically for six years, beginning with the date of the meeting.',
      source: `${ACT}, section 100C(1A) and (1B)`,
    },
    backgroundPapers: {
      years: 4,
      says: 'Background papers stay open for four years, beginning with the date of the meeting.',
      source: `${ACT}, section 100D(2)`,
      assumed:
        'The changes of 2021 to section 100D were not found. The period is that of the text before them.',
    },
  },
  keyDecisions: null,
  privateMeetings: null,
  others: [
    {
      says: 'Notice of the meeting, with how to attend it, is published electronically at least three clear days before it.',
      source: `${ACT}, section 100A(6)(aa) and (6A)`,
    },
    {
      says: 'A note of attendance, interests and decisions is published within seven working days of the meeting.',
      source: `${ACT}, section 100C(1C)`,
    },
    {
      says: 'The executive of a council follows regulations of its own. The program does not check them.',
      source:
        'Local Authorities (Executive Arrangements) (Decisions, Documents and Meetings) (Wales) Regulations 2001, SI 2001/2290',
    },
  ],
};
