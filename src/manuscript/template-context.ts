import { findTabledPaper } from '../model/meeting.js';
import { formatPercent, formatUpperLimit } from '../format/numbers.js';
import { formatDate } from '../format/dates.js';
import { formatNumberInWords, uncapitalise } from '../format/words.js';
import type { Indicators } from '../model/indicators.js';
import { ORDINARY_DESIGN_EFFECT } from '../statistics/ordinary-design-effect.js';
import type { TestFamily } from '../model/test-family.js';
import type { Inputs } from '../model/inputs.js';
import { mapValues } from '../model/map-values.js';
import type { Survey } from '../model/survey.js';
import {
  findYear,
  isYearEnd,
  yearLabel,
  periodNoun,
  previousYearEnd,
  shiftPeriod,
  type Period,
} from '../model/period.js';
import { makeDataContext, type NoteCell } from './data-set-context.js';
import { roundDecimal } from '../statistics/rounding.js';

const NO_NUMBER = 'not yet given';

/**
 * Makes the names that `{{…}}` can use, as plain objects. A template cannot change the data behind them. `noteCell` learns which
 * cells of data sets are read.
 */
export function makeTemplateContext(
  inputs: Inputs,
  indicators: Indicators,
  noteCell?: NoteCell,
): Record<string, unknown> {
  // Facts of an earlier period would be out of date without a sign of it, so only the paper's own are used.
  const current = inputs.history.at(-1);
  const { dataSets, measures, rankings, shares } = indicators;
  return {
    measures,
    rankings,
    shares,
    data: makeDataContext(inputs, dataSets, noteCell),
    tests: mapValues(indicators.tests, makeTestsContext),
    surveys: Object.fromEntries(inputs.surveys.map((survey) => [survey.id, makeSurveyContext(survey)])),
    facts: current?.facts ?? {},
    ...makePaperContext(inputs),
    organisation: makeOrganisationContext(inputs),
    period: makePeriodContext(inputs.period),
  };
}

/** Makes `paper`, `meeting` and `meetings`: the paper, its own meeting, and every meeting that it goes to. */
function makePaperContext({ paper, meeting, paperMeetings, template }: Inputs): object {
  const tabled = findTabledPaper(meeting, paper.id);
  return {
    paper: {
      title: template.title,
      number: tabled?.number ?? NO_NUMBER,
      author: tabled?.author ?? '',
      status: paper.status,
    },
    meeting: { date: formatDate(meeting.date), committee: meeting.committee.name },
    meetings: paperMeetings.map((paperMeeting) => ({
      date: formatDate(paperMeeting.date),
      committee: paperMeeting.committee.name,
      number: findTabledPaper(paperMeeting, paper.id)?.number ?? NO_NUMBER,
    })),
  };
}

function makeOrganisationContext({ organisation }: Inputs): object {
  const { name, short, areas, contacts } = organisation;
  return {
    name,
    short,
    areas,
    contacts: Object.fromEntries(contacts.map(({ id, ...contact }) => [id, contact])),
  };
}

function makePeriodContext(period: Period): object {
  return {
    label: period.label,
    noun: periodNoun(period),
    year: yearLabel(period),
    'year-start': formatDate(findYear(period).start),
    'previous-year': yearLabel(previousYearEnd(period)),
    'next-year': shiftPeriod(findYear(period), 1).label,
    'ends-year': isYearEnd(period),
  };
}

/** Makes the names of a survey. An unknown value is null, so that a template can test for it. */
function makeSurveyContext(survey: Survey): object {
  const { name, population, method, interviews, designEffect, minimumBase } = survey;
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

/** Makes the names that a method note needs on changes that were tested together, and on those since the last period. */
function makeTestsContext(family: TestFamily): object {
  return { ...makeSummaryContext(family), recent: makeSummaryContext(family.recent) };
}

function makeSummaryContext(family: TestFamily['recent']): object {
  const { designEffects, largestDesignEffect } = family;
  return {
    confidence: formatPercent(family.confidence),
    level: String(family.level),
    together: family.together,
    significant: family.significant,
    windows: family.windows.map(({ earlier, later, sharedMonths, measures }) => ({
      earlier,
      later,
      shared: formatShared(sharedMonths),
      measures,
    })),
    overlap: family.windows.some(({ sharedMonths }) => sharedMonths > 0),
    published: family.samples.published,
    'other-months': family.samples.otherMonths,
    pooled: family.samples.pooled,
    gaps: family.samples.gaps,
    'simple-random': family.simpleRandom,
    'design-effect-least': designEffects && roundDecimal(designEffects.least, 1),
    'design-effect-most': designEffects && roundDecimal(designEffects.most, 1),
    'design-known': family.designs.known,
    'design-part': family.designs.part.map(({ measure, knownFor }) => ({
      name: uncapitalise(measure.label),
      'known-for': knownFor,
    })),
    'design-unknown': family.designs.unknown,
    'equal-waves': family.equalWaves,
    'design-effect-limit': largestDesignEffect && formatUpperLimit(largestDesignEffect),
    'first-lost': family.weakest?.label ?? null,
    decimals: family.decimals,
    rounded: family.rounded,
    'partly-rounded': family.partlyRounded,
    'too-close': family.tooCloseToCall,
    probable: family.probable,
    'ordinary-design-effect': String(ORDINARY_DESIGN_EFFECT),
  };
}

/** Formats the time that two windows have in common: "one quarter", "no months". */
function formatShared(months: number): string {
  const isWhole = months % 3 === 0;
  const count = isWhole ? months / 3 : months;
  const noun = isWhole ? 'quarter' : 'month';
  return `${formatNumberInWords(count)} ${count === 1 ? noun : `${noun}s`}`;
}
