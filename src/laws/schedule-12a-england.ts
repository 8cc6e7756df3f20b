import type { Exemption } from './law.js';

/** The paragraphs of Schedule 12A, Part 1, which committees and executives in England share. In force since 1 March 2006. */
export const SCHEDULE_12A_ENGLAND: Pick<Exemption, 'schedule' | 'paragraphs' | 'publicInterest'> = {
  schedule: 'Schedule 12A to the Local Government Act 1972',
  paragraphs: [
    { id: '1', describes: 'information relating to any individual' },
    { id: '2', describes: 'information which is likely to reveal the identity of an individual' },
    {
      id: '3',
      describes:
        'information relating to the financial or business affairs of any particular person, including the authority',
    },
    { id: '4', describes: 'information relating to consultations or negotiations on labour relations' },
    { id: '5', describes: 'information to which a claim to legal professional privilege could apply' },
    {
      id: '6',
      describes: 'information which reveals a proposed notice, order or direction under an enactment',
    },
    {
      id: '7',
      describes: 'information relating to the prevention, investigation or prosecution of crime',
    },
    {
      id: '7A',
      describes: 'only for a standards committee: information under an obligation of confidentiality',
    },
    { id: '7B', describes: 'only for a standards committee: information relating to national security' },
    { id: '7C', describes: 'only for a standards committee: its deliberations on a case' },
  ],
  publicInterest: {
    says: 'Information is exempt only while the public interest in the exemption outweighs the public interest in disclosure.',
    source: 'Local Government Act 1972, Schedule 12A, Part 2, paragraph 10',
  },
};
