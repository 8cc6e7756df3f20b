import { formatCount } from '../../format/words.js';
import type { Problem } from '../../model/problem.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** Checks what the file tells a screen reader: its title, its headings, and the headings of tables. */
export function checkMarkedStructure({ document }: CheckableOutsidePaper): Problem[] {
  const { title, place, headless, headingCount, boldHeadings } = document;
  return [
    ...(title.trim() === ''
      ? [
          reportProblem('document-is-titled', place, 'the file has no title', {
            expected: 'a title in the properties of the file',
          }),
        ]
      : []),
    ...(headingCount === 0 && boldHeadings.length > 0
      ? [
          reportProblem(
            'headings-in-order',
            boldHeadings[0],
            `the file has no headings: ${formatCount(boldHeadings.length, 'bold line')} ${boldHeadings.length === 1 ? 'looks' : 'look'} like one`,
            {
              hint: 'Give each the style Heading 1 or Heading 2. Screen readers list headings by their style.',
            },
          ),
        ]
      : []),
    ...headless.map((table) =>
      reportProblem(
        'table-has-headers',
        table.place,
        `no row of ${table.number ?? 'the table'} is marked as its heading`,
        {
          hint: 'In Word: Table Layout, Repeat Header Rows. If no row has headings, add one.',
        },
      ),
    ),
  ];
}
