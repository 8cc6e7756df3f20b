import { groupBy } from '../model/group-by.js';
import { isError, type Checked } from '../model/problem.js';
import type { Disclosure } from '../model/disclosure.js';
import type { PeriodData } from '../model/period-data.js';
import { addEarlierCounts } from './add-earlier-counts.js';
import { findHiddenCounts } from './period-files/find-hidden-counts.js';
import type { PeriodContext } from './period-files/period-file.js';
import { readPeriodFiles } from './period-files/read-period-files.js';
import { redactCounts } from './period-files/redact-counts.js';
import type { SourceReader } from './source-reader.js';

/**
 * Takes the small counts of measures, and what would reveal them, out of the files of all periods. Returns the figures that the
 * files have then: so a paper never has more than its packed sources. Files with errors stay as they are: no paper is made of them.
 */
export function hideSmallCounts(
  reader: SourceReader,
  { value: history, problems }: Checked<PeriodData[] | null>,
  context: Omit<PeriodContext, 'period'>,
  mayShow: (disclosure: Disclosure) => boolean,
): PeriodData[] | null {
  if (!history || problems.some(isError)) return history;
  const hidden = groupBy(findHiddenCounts(context.measures, history, mayShow), ({ path }) => path);
  if (hidden.size === 0) return history;
  for (const [path, counts] of hidden) {
    const file = reader.files.find((known) => known.path === path);
    if (!file) throw new Error(`numbers to hide are still in ${path}`);
    reader.redact(
      path,
      redactCounts(
        file.text,
        counts.map(({ at }) => at),
      ),
    );
  }
  return addEarlierCounts(
    history.map((data) => {
      const isRedacted = [...hidden.keys()].some((path) => path.startsWith(`data/${data.period.id}/`));
      if (!isRedacted) return data;
      const { value, problems: found } = readPeriodFiles(reader, data.period, context, null);
      if (found.some(isError)) throw new Error(`the redacted data of ${data.period.id} is not readable`);
      return value;
    }),
  );
}
