import type * as z from 'zod';
import type { Paper } from '../../model/paper.js';
import type { Markup } from '../../model/markup.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { isCheckRule } from '../../model/check-rules.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { readUnreviewed } from '../period-files/read-unreviewed.js';
import { ruleFaults } from './rule-faults.js';
import { paperSchema } from './paper-schema.js';
import type { ReadYaml, SourceReader } from '../source-reader.js';

type RawPaper = z.infer<typeof paperSchema>;

/** Reads a paper's own file: its header and narrative. The value is null if the file does not fit its schema. */
export function readPaper(reader: SourceReader, quarter: string, id: string): Checked<Paper | null> {
  const { value: read, problems } = reader.yaml(`data/${quarter}/${id}.yaml`, paperSchema);
  if (!read) return { value: null, problems };
  const paper = normalisePaper(id, read);
  return { value: paper.value, problems: [...problems, ...paper.problems] };
}

function normalisePaper(id: string, { data, file }: ReadYaml<RawPaper>): Checked<Paper> {
  const narrative = Object.entries(data.narrative ?? {}).map(([group, entries]) => ({
    id: group,
    place: file.keyPlaceOf(['narrative', group]),
    entries: Object.keys(entries).map((label) => ({
      label,
      markup: file.markupAt(['narrative', group, label]),
    })),
  }));
  const labels = new Map(
    narrative.flatMap((group) =>
      group.entries.map(({ label }) => [label, file.keyPlaceOf(['narrative', group.id, label])]),
    ),
  );
  const unreviewed = readUnreviewed(file, data.unreviewed ?? [], labels);
  const switchedOff = data['switched-off'] ?? {};
  const problems = [
    ...repeatedLabels(narrative, file),
    ...foldedEntries(narrative, file),
    ...misshapenEntries(narrative),
    ...ruleFaults(switchedOff, file, 'switched-off'),
    ...unreviewed.problems,
  ];
  const value = {
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
    exempt: data.exempt
      ? {
          paragraph: data.exempt.paragraph === undefined ? undefined : file.sourceOf(['exempt', 'paragraph']),
        }
      : null,
    clearance: Object.entries(data.clearance ?? {}).map(([what, { name, date }]) => ({
      id: what,
      name,
      date,
      place: file.keyPlaceOf(['clearance', what]),
    })),
    toFollow: Object.entries(data['to-follow'] ?? {}).map(([appendix, date]) => ({
      id: appendix,
      date,
      place: file.keyPlaceOf(['to-follow', appendix]),
    })),
    description: file.markupAt(['description']),
    keywords: data.keywords ?? [],
    marking: data.marking,
    header: Object.fromEntries(
      Object.keys(data.header ?? {}).map((field): [string, Markup] => [
        field,
        file.markupAt(['header', field]),
      ]),
    ),
    narrative,
    unreviewed: unreviewed.value,
    switchedOff: Object.entries(switchedOff).flatMap(([rule, reason]) =>
      isCheckRule(rule) ? [{ rule, reason }] : [],
    ),
    place: file.keyPlaceOf(['meeting']),
    places: Object.fromEntries(Object.keys(data).map((key) => [key, file.keyPlaceOf([key])])),
  };
  return { value, problems };
}

function repeatedLabels(narrative: Paper['narrative'], file: YamlFile): Problem[] {
  const seen = new Set<string>();
  return narrative.flatMap((group) =>
    group.entries.flatMap(({ label }) => {
      const again = seen.has(label);
      seen.add(label);
      return again
        ? [
            makeError(
              'label-is-unique',
              file.keyPlaceOf(['narrative', group.id, label]),
              `the label "${label}" stands twice in this paper`,
              {
                hint: 'References could not tell the two apart: rename one.',
              },
            ),
          ]
        : [];
    }),
  );
}

/** A folded block (`>`) or a quoted text joins its lines, and then no fault in it could be shown at its line. */
function foldedEntries(narrative: Paper['narrative'], file: YamlFile): Problem[] {
  return narrative.flatMap((group) =>
    group.entries
      .map(({ label }) => ['narrative', group.id, label])
      .filter((path) => !file.isLiteralAt(path))
      .map((path) =>
        makeError('narrative-is-literal', file.placeOf(path), 'the text does not stand under a |', {
          expected: `${path[2] ?? ''}: |, and the text below it, indented`,
        }),
      ),
  );
}

const OPENINGS: [RegExp, string][] = [
  [/^\s*([-*+]|\d{1,9}[.)])\s/, 'a list'],
  [/^\s*>/, 'a quotation'],
  [/^\s*\|/, 'a table'],
];
const HEADING = /^ {0,3}#{1,6}(\s|$)/;
const UNDERLINE = /^ {0,3}(=+|--+)\s*$/;

/** An entry is one numbered paragraph with what belongs to it: it begins with words, and holds no heading. */
function misshapenEntries(narrative: Paper['narrative']): Problem[] {
  return narrative.flatMap((group) =>
    group.entries.flatMap(({ markup: { text, place } }) => {
      const lines = text.split('\n');
      const opening = OPENINGS.find(([pattern]) => pattern.test(lines[0] ?? ''));
      return [
        ...(opening
          ? [
              makeError('narrative-is-a-paragraph', place, `the paragraph begins with ${opening[1]}`, {
                hint: 'Begin it with a sentence, which takes the number.',
              }),
            ]
          : []),
        ...lines.flatMap((line, index) =>
          HEADING.test(line) || (UNDERLINE.test(line) && (lines[index - 1] ?? '').trim() !== '')
            ? [
                makeError(
                  'narrative-is-a-paragraph',
                  { ...place, line: place.line + index },
                  'a heading stands in narrative',
                  {
                    hint: 'Headings belong in the template: give this text a group of its own, and place it there under its heading.',
                  },
                ),
              ]
            : [],
        ),
      ];
    }),
  );
}
