import type { Answers } from './answers.js';
import type { Invented } from './complete-answers.js';
import { makePaperId } from './make-names.js';

const NAMES: Record<keyof Answers, string> = {
  authority: 'authority',
  committee: 'committee',
  law: 'law',
  title: 'title',
  period: 'period',
  meeting: 'meeting',
};

/** Describes what is invented in a new project, and where to replace it. */
export function describeInvented({ title, period }: Answers, invented: readonly Invented[]): string {
  const figures = 'Its figures, people and promises are invented examples: the paper says so on every page.';
  if (invented.length === 0) return figures;
  const lines = invented.map(
    ({ what, value }) =>
      `  ${NAMES[what].padEnd(9)}  ${value.padEnd(28)}  ${findFile(what, title, period.id)}`,
  );
  return [figures, 'These names and dates are invented too. Replace them in the files:', ...lines].join('\n');
}

function findFile(what: keyof Answers, title: string, period: string): string {
  switch (what) {
    case 'authority':
    case 'committee':
    case 'law':
      return 'data/organisation.yaml';
    case 'title':
      return `data/meetings.yaml and templates/${makePaperId(title)}/paper.yaml`;
    case 'meeting':
      return `data/meetings.yaml and data/${period}/${makePaperId(title)}.yaml`;
    case 'period':
      return `the names of the folders in data/`;
    default:
      return what satisfies never;
  }
}
