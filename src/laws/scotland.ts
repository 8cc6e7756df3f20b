import type { Law } from './law.js';

const ACT = 'Local Government (Scotland) Act 1973';

/** Part IIIA of the Act of 1973. */
export const scotland: Law = {
  id: 'scotland',
  name: 'Local authority in Scotland',
  covers: `Local authorities in Scotland and bodies that Part IIIA of the ${ACT} treats like them, with their committees.`,
  notice: {
    days: 3,
    workingDaysOnly: true,
    says: 'The agenda and the reports are open to inspection at least three clear days before the meeting.',
    source: `${ACT}, section 50B`,
    assumed:
      'The Act does not define clear days, and no Scottish decision was found. Only working days count: the stricter reading.',
  },
  urgency: {
    says: 'A late item needs special circumstances, which the minutes state, and the opinion of the chair that it is urgent.',
    source: `${ACT}, section 50B`,
  },
  backgroundPapers: {
    says: 'A list of the background papers of a report is open to inspection with it: unpublished documents on which it relies to a material extent.',
    source: `${ACT}, section 50D(1) and (5)`,
  },
  exemption: {
    schedule: 'Schedule 7A to the Local Government (Scotland) Act 1973',
    paragraphs: [
      { id: '1', describes: 'information relating to a particular employee or office-holder' },
      {
        id: '2',
        describes: 'information relating to a particular occupier of accommodation provided by the authority',
      },
      { id: '3', describes: 'information relating to a particular recipient of a service of the authority' },
      {
        id: '4',
        describes: 'information relating to a particular recipient of financial assistance by the authority',
      },
      {
        id: '5',
        describes: 'information relating to the adoption, care, fostering or education of a particular child',
      },
      {
        id: '6',
        describes:
          'information relating to the financial or business affairs of a particular person other than the authority',
      },
      {
        id: '7',
        describes:
          'information relating to reports on, or the supervision of, a person under section 27(1) of the Social Work (Scotland) Act 1968',
      },
      { id: '8', describes: 'the amount of expenditure proposed under a particular contract' },
      { id: '9', describes: 'terms proposed in negotiations for a contract' },
      { id: '10', describes: 'the identity of the authority or a person as the one who offers a tender' },
      { id: '11', describes: 'information relating to consultations or negotiations on labour relations' },
      { id: '12', describes: 'instructions to counsel, opinions of counsel and advice on legal proceedings' },
      { id: '13', describes: 'information which reveals a proposed notice, order or direction' },
      {
        id: '14',
        describes: 'action in connection with the prevention, investigation or prosecution of crime',
      },
      { id: '15', describes: 'the identity of a protected informant' },
    ],
    publicInterest: null,
    says: 'The public can be excluded while exempt information would be disclosed. The resolution names the description in Schedule 7A.',
    source: `${ACT}, sections 50A(4) and (5) and 50J, and Schedule 7A, Part I`,
  },
  inspection: {
    reports: {
      years: 6,
      says: 'Minutes, agenda and reports stay open to inspection for six years, beginning with the date of the meeting.',
      source: `${ACT}, section 50C(1)`,
    },
    backgroundPapers: {
      years: 4,
      says: 'Background papers and their list stay open to inspection for four years, beginning with the date of the meeting.',
      source: `${ACT}, section 50D(2)`,
    },
  },
  keyDecisions: null,
  privateMeetings: null,
  others: [
    {
      says: 'Notice of a meeting of the council is published at its offices at least three clear days before it.',
      source: `${ACT}, Schedule 7, paragraph 2(1)`,
    },
  ],
};
