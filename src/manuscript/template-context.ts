import { formatDate, formatLimit, formatPercent } from '../format.js';
import type { Indicators } from '../model/indicators.js';
import type { TestFamily } from '../model/test-family.js';
import type { Inputs } from '../model/inputs.js';
import type { Survey } from '../model/measure.js';
import type { ItemList, QuarterData } from '../model/quarter-data.js';
import { financialYearLabel, previousYearEnd, quarterLabel } from '../model/quarter.js';
import { roundDecimal } from '../statistics/rounding.js';

/** Everything that `{{…}}` reaches by name: plain objects, made anew, so that a template can alter nothing. */
export function templateContext(inputs: Inputs, indicators: Indicators): Record<string, unknown> {
  const { paper, meeting, organisation, quarter, history, template } = inputs;
  const tabled = meeting.papers.find((one) => one.id === paper.id);
  return {
    ...indicators,
    tests: Object.fromEntries(Object.entries(indicators.tests).map(([id, one]) => [id, testsContext(one)])),
    surveys: Object.fromEntries(inputs.surveys.map((survey) => [survey.id, surveyContext(survey)])),
    facts: latestFacts(history),
    lists: latestLists(history),
    paper: {
      title: template.title,
      number: tabled?.number ?? 'not yet given',
      author: tabled?.author ?? '',
      status: paper.status,
    },
    meeting: { date: formatDate(meeting.date), committee: meeting.committee.name },
    meetings: inputs.paperMeetings.map(({ date, committee, papers }) => ({
      date: formatDate(date),
      committee: committee.name,
      number: papers.find((one) => one.id === paper.id)?.number ?? 'not yet given',
    })),
    organisation: {
      name: organisation.name,
      short: organisation.short,
      areas: organisation.areas,
      contacts: Object.fromEntries(organisation.contacts.map(({ id, ...contact }) => [id, contact])),
    },
    quarter: {
      label: quarterLabel(quarter),
      year: financialYearLabel(quarter),
      'year-start': formatDate(`${quarter.slice(0, 4)}-04-01`),
      'previous-year': financialYearLabel(previousYearEnd(quarter)),
    },
  };
}

/** What is not known of a survey is null, so that a template can ask. */
function surveyContext({ name, population, method, interviews, designEffect, minimumBase }: Survey): object {
  return {
    name,
    population,
    method: method ?? null,
    interviews: interviews ?? null,
    'interviews-assumed': interviews?.assumed ?? null,
    'design-effect': designEffect ?? null,
    'minimum-base': minimumBase ?? null,
  };
}

/** What a method note says of the tests of one family. */
function testsContext(family: TestFamily): object {
  const { designEffects, largestDesignEffect, largestAfterRounding } = family;
  return {
    confidence: formatPercent(family.confidence),
    level: String(family.level),
    together: family.together,
    significant: family.significant,
    windows: family.windows.map(({ earlier, later, sharedQuarters }) => ({
      earlier,
      later,
      'shared-quarters': sharedQuarters,
    })),
    overlap: family.windows.some(({ sharedQuarters }) => sharedQuarters > 0),
    'simple-random': family.simpleRandom,
    'design-effect-least': designEffects && roundDecimal(designEffects.least, 1),
    'design-effect-most': designEffects && roundDecimal(designEffects.most, 1),
    'equal-waves': family.equalWaves,
    'largest-design-effect': largestDesignEffect && formatLimit(largestDesignEffect),
    'first-lost': family.weakest?.label ?? null,
    decimals: family.decimals,
    'lost-to-rounding': family.lostToRounding,
    'largest-after-rounding': largestAfterRounding && formatLimit(largestAfterRounding),
  };
}

/** The facts and lists of the paper's own quarter: an earlier quarter's would be stale without saying so. */
function latestFacts(history: QuarterData[]): QuarterData['facts'] {
  return history.at(-1)?.facts ?? {};
}

function latestLists(history: QuarterData[]): Record<string, ItemList> {
  return history.at(-1)?.lists ?? {};
}
