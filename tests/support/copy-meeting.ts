import { join } from 'node:path';
import { copyProject, runPapers, type Copy, type Run } from './run-papers.js';
import { cpSync } from 'node:fs';

/** An invented meeting with several papers, to make packs of. */
export interface MeetingProject extends Copy {
  papers: (...args: string[]) => Run;
  issue: (paper: string, version: string, ...more: string[]) => Run;
  /** Returns the path of a file of the project. */
  path: (...parts: string[]) => string;
}

export const MEETING = '2024-11-05';
const PERIOD = '2024-25-q2';

/** The agenda of the invented meeting. Two of its papers have templates of their own. */
const MEETINGS = `meetings:
  2024-11-05:
    committee: parks
    date: 2024-11-05
    time: 6.30 pm
    venue: Committee Room 1, Northmere Town Hall
    agenda:
      - { number: 1, title: Apologies for absence }
      - { number: 2, title: Minutes of the last meeting, text: To agree the minutes of 1 October 2024. }
      - { paper: play-plan }
      - { paper: parks-update }
      - { paper: tree-plan }
      - { title: Any other business }
    papers:
      parks-update: { title: Parks update, number: 012, author: Head of Parks }
      tree-plan: { title: Tree plan, number: 12a, author: Tree Officer, to-follow: The survey of trees ends on 30 October. }
      play-plan: { title: Plan for play & sport, number: 5, author: Play Officer }
      bench-plan: { title: Plan for benches, number: 14, author: Bench Officer }
`;

/** Copies the invented parks paper three times, for one meeting. Nothing is issued. */
export function copyMeetingProject(): MeetingProject {
  const copy = copyProject('tests/papers/parks-update');
  const path = (...parts: string[]): string => join(copy.root, ...parts);
  copy.write('data/meetings.yaml', MEETINGS);
  for (const name of ['play-plan', 'bench-plan']) {
    cpSync(path('templates/parks-update'), path('templates', name), { recursive: true });
    copy.change(`templates/${name}/paper.yaml`, (text) =>
      text.replace('title: Parks update', `title: Invented ${name}`),
    );
    cpSync(path('data', PERIOD, 'parks-update.yaml'), path('data', PERIOD, `${name}.yaml`));
  }
  const papers = (...args: string[]): Run => runPapers([...args, '--root', copy.root]);
  return {
    ...copy,
    path,
    papers,
    issue: (paper, version, ...more) => papers('issue', PERIOD, paper, '--as', version, ...more),
  };
}
