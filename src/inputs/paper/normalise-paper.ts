import type * as z from 'zod';
import { isCheckRule } from '../../model/check-rules.js';
import type { Markup } from '../../model/markup.js';
import type { Paper } from '../../model/paper.js';
import type { Place } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import { listStarts } from '../template/numbering-start.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { normaliseExempt } from './normalise-exempt.js';
import type { paperSchema } from './paper-schema.js';

type RawPaper = z.infer<typeof paperSchema>;

/** Converts the contents of a paper's file, except the list of unreviewed labels. */
export function normalisePaper(id: string, read: ValidYaml<RawPaper>): Omit<Paper, 'unreviewed'> {
  const { data, file } = read;
  return {
    id,
    meetingId: file.sourceOf(['meeting']),
    alsoFor: (data['also-for'] ?? []).map((_id, index) => ({
      meetingId: file.sourceOf(['also-for', index]),
      place: file.placeOf(['also-for', index]),
    })),
    status: data.status,
    statusPlace: file.placeOf(['status']),
    madeAt: new Date(`${data['made-at']}T00:00:00Z`),
    published: data.published,
    urgency: data.urgency,
    exempt: normaliseExempt(read),
    alsoPublic: data['also-public'] ?? [],
    keyDecision: data['key-decision'] === false ? null : data['key-decision'],
    privateMeeting: data['private-meeting'] ?? null,
    clearance: normaliseClearance(data, file),
    accessibilityChecks: data['accessibility-checked'] ?? [],
    appendices: normaliseAppendices(data, file),
    starts: listStarts(data.numbering?.start, file),
    description: file.markupAt(['description']),
    keywords: data.keywords ?? [],
    marking: data.marking ?? undefined,
    header: normaliseHeader(data, file),
    narrative: normaliseNarrative(data, file),
    switchedOff: Object.entries(data['switched-off'] ?? {}).flatMap(([rule, reason]) =>
      isCheckRule(rule) ? [{ rule, reason }] : [],
    ),
    place: file.keyPlaceOf(['meeting']),
    places: Object.fromEntries(Object.keys(data).map((key) => [key, file.keyPlaceOf([key])])),
  };
}

function normaliseClearance({ clearance = {} }: RawPaper, file: YamlFile): Paper['clearance'] {
  return Object.entries(clearance).map(([id, { name, date }]) => ({
    id,
    name,
    date,
    place: file.keyPlaceOf(['clearance', id]),
  }));
}

function normaliseAppendices({ appendices = {} }: RawPaper, file: YamlFile): Paper['appendices'] {
  return Object.entries(appendices).map(([id, entry]) => {
    const { title, text, order, restricted, 'to-follow': date } = entry;
    const placeOf = (key: string): Place => file.keyPlaceOf(['appendices', id, key]);
    return {
      id,
      title,
      order,
      markup: text === undefined ? undefined : file.markupAt(['appendices', id, 'text']),
      toFollow: date === undefined ? null : { date, place: placeOf('to-follow') },
      restricted: restricted === undefined ? null : { reason: restricted, place: placeOf('restricted') },
      place: file.keyPlaceOf(['appendices', id]),
    };
  });
}

function normaliseHeader({ header = {} }: RawPaper, file: YamlFile): Paper['header'] {
  const values = Object.keys(header).map((field): [string, Markup] => [
    field,
    file.markupAt(['header', field]),
  ]);
  return Object.fromEntries(values);
}

function normaliseNarrative({ narrative = {} }: RawPaper, file: YamlFile): Paper['narrative'] {
  return Object.entries(narrative).map(([id, entries]) => ({
    id,
    place: file.keyPlaceOf(['narrative', id]),
    entries: Object.keys(entries).map((label) => ({
      label,
      markup: file.markupAt(['narrative', id, label]),
    })),
  }));
}
