import type { LawId } from '../laws/law.js';

/** The names in `starter/` that the user's answers replace. The files are a valid project as they stand. */
export const STARTER = {
  authority: 'Northmere Borough Council',
  committee: 'Performance Committee',
  committeeId: 'performance-committee',
  law: 'england-local-authority' satisfies LawId as LawId,
  title: 'Performance report',
  paper: 'performance-report',
  folders:
    'A folder in `data/` is a quarter of a financial year. `q1` is April to June, and `q4` is January to March.',
  yearStarts: 'april',
  period: '2025-26-q2',
  nextPeriod: '2025-26-q3',
  meeting: '2025-12-04',
  published: '2025-11-26',
  nextMeeting: '2026-03-05',
};
