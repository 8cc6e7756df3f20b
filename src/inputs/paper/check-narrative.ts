import type { Markup } from '../../model/markup.js';
import type { Paper } from '../../model/paper.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import type { YamlFile } from '../yaml/yaml-file.js';

interface Entry {
  label: string;
  markup: Markup;
  path: string[];
}

/** Checks that labels are unique, and that each entry is a literal block with one paragraph and its lists. */
export function checkNarrative(narrative: Paper['narrative'], file: YamlFile): Problem[] {
  const entries = narrative.flatMap((group) =>
    group.entries.map((entry): Entry => ({ ...entry, path: ['narrative', group.id, entry.label] })),
  );
  return [
    ...checkLabels(entries, file),
    ...entries.flatMap((entry) => checkLiteral(entry, file)),
    ...entries.flatMap(({ markup }) => [...checkOpening(markup), ...findHeadings(markup)]),
  ];
}

function checkLabels(entries: readonly Entry[], file: YamlFile): Problem[] {
  return entries
    .filter(({ label }, index) => entries.findIndex((entry) => entry.label === label) < index)
    .map(({ label, path }) =>
      makeError(
        'label-is-unique',
        file.keyPlaceOf(path),
        `the label "${label}" is used twice in this paper`,
        { hint: 'Rename one of the two, so that references are clear.' },
      ),
    );
}

/** Folded blocks (`>`) and quoted texts join their lines. A problem in them could not be shown at its line. */
function checkLiteral({ label, path }: Entry, file: YamlFile): Problem[] {
  if (file.isLiteralAt(path)) return [];
  return [
    makeError('narrative-is-literal', file.placeOf(path), 'the text is not under a |', {
      expected: `${label}: | and the text below it, indented`,
    }),
  ];
}

const OPENINGS: [pattern: RegExp, name: string][] = [
  [/^\s*([-*+]|\d{1,9}[.)])\s/, 'a list'],
  [/^\s*>/, 'a quotation'],
  [/^\s*\|/, 'a table'],
  [/^\s*!\[/, 'a picture'],
];

function checkOpening({ text, place }: Markup): Problem[] {
  const [firstLine = ''] = text.split('\n');
  return OPENINGS.filter(([pattern]) => pattern.test(firstLine))
    .slice(0, 1)
    .map(([, name]) =>
      makeError('narrative-is-a-paragraph', place, `the paragraph starts with ${name}`, {
        hint: 'Start it with a sentence. The sentence gets the paragraph number.',
      }),
    );
}

const HEADING = /^ {0,3}#{1,6}(\s|$)/;
const UNDERLINE = /^ {0,3}(=+|--+)\s*$/;

/** Finds headings with `#`, and headings that are underlined. */
function findHeadings({ text, place }: Markup): Problem[] {
  return text
    .split('\n')
    .flatMap((line, index, lines) =>
      HEADING.test(line) || (UNDERLINE.test(line) && (lines[index - 1] ?? '').trim() !== '')
        ? [reportHeading({ ...place, line: place.line + index })]
        : [],
    );
}

function reportHeading(place: Place): Problem {
  return makeError('narrative-is-a-paragraph', place, 'the narrative contains a heading', {
    hint: 'Headings belong in the template. Move this text to a group of its own, and place the group there.',
  });
}
