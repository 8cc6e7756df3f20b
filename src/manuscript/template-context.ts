import { formatDate } from '../format.js';
import type { Indicators } from '../model/indicator.js';
import type { Inputs, ItemList, QuarterData } from '../model/inputs.js';
import { financialYearLabel, previousYearEnd, quarterLabel } from '../model/quarter.js';

/** Everything that `{{…}}` reaches by name: plain objects, made anew, so that a template can alter nothing. */
export function templateContext(inputs: Inputs, indicators: Indicators): Record<string, unknown> {
  const { paper, meeting, organisation, quarter, history, template } = inputs;
  const tabled = meeting.papers.find((one) => one.id === paper.id);
  return {
    ...indicators,
    facts: latestFacts(history),
    lists: latestLists(history),
    paper: {
      title: template.title,
      number: tabled?.number ?? 'not yet given',
      author: tabled?.author ?? '',
      status: paper.status,
      description: paper.description,
    },
    meeting: { date: formatDate(meeting.date), committee: meeting.committee.name },
    organisation: {
      name: organisation.name,
      short: organisation.short,
      areas: organisation.areas,
      contacts: Object.fromEntries(organisation.contacts.map(({ id, ...contact }) => [id, contact])),
    },
    quarter: {
      label: quarterLabel(quarter),
      year: financialYearLabel(quarter),
      'previous-year': financialYearLabel(previousYearEnd(quarter)),
    },
  };
}

/** The facts and lists of the paper's own quarter: an earlier quarter's would be stale without saying so. */
function latestFacts(history: QuarterData[]): QuarterData['facts'] {
  return history.at(-1)?.facts ?? {};
}

function latestLists(history: QuarterData[]): Record<string, ItemList> {
  return history.at(-1)?.lists ?? {};
}
