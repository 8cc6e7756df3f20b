import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexer, parse } from 'yaml';
import { applyEdit } from '../../src/edit/apply-edit.js';
import type { Edit, YamlPath } from '../../src/edit/edit.js';
import { readTarget } from '../../src/edit/read-target.js';

/** `EDIT_RUNS=3000` takes a minute. */
const RUNS = Number(process.env['EDIT_RUNS'] ?? 30);

const FILE = 'data/2031-32-q1/report.yaml';

const comment = fc.constantFrom('', '# note: "a" { b', '# {{x}} | y', '# to come');
const blank = fc.constantFrom('', '\n', '\n\n');
const word = fc.constantFrom(
  'Ferry',
  '{{facts.trips}}',
  'a: b',
  '#1',
  'it’s "so"',
  '- x',
  '64',
  '| a | b |',
  'é £5',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const paragraph = fc
  .tuple(sentence, fc.array(fc.constantFrom('', '- item', '  more', 'End: {{ref "x"}}.'), { maxLength: 4 }))
  .map(([first, rest]) => [`T${first}`, ...rest].join('\n').trimEnd());
const figure = fc.constantFrom(
  '64',
  '1.50',
  '"[x]"',
  "'[z]'",
  '',
  'not available',
  '{ value: 7, reason: x }',
);
const typed = fc.oneof(
  fc.constantFrom(
    '65',
    '0.10',
    'true',
    'null',
    '~',
    '- a',
    'a: b',
    'x # y',
    '{{x}}',
    "it's",
    '"q"',
    '\\',
    'a, b }',
    '2009-04-02',
    '007',
    '*a',
    '!b',
    '%',
    '@x',
    'é\u2028z',
    'tab\tx',
    '',
  ),
  fc.string({ maxLength: 12 }),
  sentence,
  paragraph,
);

interface Piece {
  label: string;
  lead: string;
  gap: string;
  body: string;
}

const piece = fc.record({ label: fc.constant(''), lead: comment, gap: blank, body: paragraph });
const section = fc.array(piece, { minLength: 1, maxLength: 4 });

/** Papers with comments, empty lines, line breaks of both systems, a byte order mark and with or without a final line break. */
const paper = fc
  .record({
    top: comment,
    title: fc.constantFrom('Ferries', '"Ferries: a review"', "'It''s late'", 'Ferries # note', '2031'),
    figures: fc.array(fc.tuple(figure, comment), { minLength: 1, maxLength: 4 }),
    flow: fc.array(fc.constantFrom('3', '"[x]"', 'a b', "'q'"), { minLength: 1, maxLength: 3 }),
    sections: fc.array(section, { minLength: 1, maxLength: 3 }),
    tail: fc.constantFrom('', '\n', '\n# the end\n', '\nlast: 1'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    indicator: fc.constantFrom('|', '|-', '|+', '|2', '| # text'),
  })
  .map((parts) => {
    const narrative = parts.sections.map((pieces, at) =>
      [
        `  section-${at}:`,
        ...pieces.map((entry, index) =>
          writePiece(entry, `p${at}-${index}`, parts.indicator, index === pieces.length - 1),
        ),
      ].join('\n'),
    );
    const text = [
      ...(parts.top === '' ? [] : [parts.top]),
      `title: ${parts.title}`,
      'figures:',
      ...parts.figures.map(([value, note], index) => `  f${index}: ${value}${note === '' ? '' : ` ${note}`}`),
      `flow: { ${parts.flow.map((value, index) => `g${index}: ${value}`).join(', ')} } # flow`,
      'list: # of things',
      '  - one',
      '  - { a: 1 }',
      'narrative:',
      narrative.join('\n\n'),
    ].join('\n');
    return parts.mark + (text + parts.tail).replaceAll('\n', parts.lineBreak);
  });

function writePiece({ lead, gap, body }: Piece, label: string, indicator: string, isLast: boolean): string {
  const lines = body.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
  return [
    ...(lead === '' ? [] : [`    ${lead}`]),
    `    ${label}: ${indicator}`,
    lines.join('\n') + (isLast ? '' : gap),
  ].join('\n');
}

function read(text: string): Record<string, unknown> {
  return parse(text.replace(/^\uFEFF/, ''), (_key, value: unknown) =>
    typeof value === 'string' ? value.trimEnd() : value,
  ) as Record<string, unknown>;
}

function listPaths(value: unknown, path: YamlPath = []): YamlPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    listPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withValue(value: unknown, [step, ...rest]: YamlPath, inner: unknown): unknown {
  if (step === undefined) return inner;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = withValue(copy[step], rest, inner);
  return copy;
}

function readAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}

function listComments(text: string): string[] {
  let isScalar = false;
  return [...new Lexer().lex(text)].filter((token) => {
    const isContent = isScalar;
    isScalar = token === '\u001f';
    return !isContent && token.startsWith('#');
  });
}

/** Finds the part of the old text that is not in the new one. */
function findReplaced(old: string, changed: string): string {
  let start = 0;
  while (start < old.length && old[start] === changed[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, changed.length) - start && old.at(-1 - end) === changed.at(-1 - end))
    end++;
  return old.slice(start, old.length - end);
}

function undo(text: string, inverse: Edit): string | undefined {
  return applyEdit(text, inverse).value?.text;
}

test('sets any value to any text, and changes nothing else', () => {
  fc.assert(
    fc.property(paper, fc.nat(), typed, (text, choice, after) => {
      const old = read(text);
      const paths = listPaths(old);
      const path = paths[choice % paths.length] ?? [];
      const target = { kind: 'yaml', file: FILE, path } as const;
      const before = readTarget(text, target).value?.text ?? 'unreadable';
      const applied = applyEdit(text, { kind: 'set', target, before, after });
      if (!applied.value) {
        expect([path[0], after.trim()]).toEqual(['narrative', '']);
        return;
      }
      const changed = applied.value.text;
      const set = read(changed);
      const now = readAt(set, path);
      expect(set).toEqual(withValue(old, path, now));
      expect(Object.keys(set)).toEqual(Object.keys(old));
      const isBlock = path[0] === 'narrative';
      const expected = (isBlock ? after.trim() : after.trimEnd()).replaceAll(/\r\n?/g, '\n');
      const printed = typeof now === 'string' ? now : JSON.stringify(now ?? '').replaceAll('"', '');
      expect(printed.trimEnd()).toBe(typeof now === 'number' ? String(Number(expected)) : expected);
      const lines = String(readAt(old, path)).split('\n').length;
      expect(findReplaced(text, changed).split('\n').length).toBeLessThanOrEqual(isBlock ? lines + 1 : lines);
      expect(listComments(changed)).toEqual(listComments(text));
      expect(undo(changed, applied.value.inverse)).toBe(text);
    }),
    { numRuns: RUNS },
  );
});

test('adds, moves and deletes paragraphs, and undoes each to the same bytes', () => {
  fc.assert(
    fc.property(paper, fc.nat(), fc.nat(), fc.nat(2), paragraph, (text, first, second, kind, added) => {
      const old = read(text)['narrative'] as Record<string, Record<string, string>>;
      const sections = Object.keys(old);
      const section = sections[first % sections.length] ?? '';
      const labels = Object.keys(old[section] ?? {});
      const label = labels[second % labels.length] ?? '';
      const others = [null, ...labels.filter((other) => other !== label)];
      const after = others[first % others.length] ?? null;
      const edits: Edit[] = [
        { kind: 'add-paragraph', file: FILE, section, after, label: 'added', text: added },
        {
          kind: 'delete-paragraph',
          file: FILE,
          section,
          label,
          before: (old[section]?.[label] ?? '').trim(),
        },
        { kind: 'move-paragraph', file: FILE, section, label, after },
      ];
      const edit = edits[kind];
      if (!edit) return;
      const applied = applyEdit(text, edit);
      expect(applied.refusal).toBeNull();
      const changed = applied.value?.text ?? '';
      const { narrative, ...rest } = read(changed);
      const entries = Object.fromEntries(
        Object.entries(old[section] ?? {}).filter(([name]) => kind === 0 || name !== label),
      );
      expect({ ...rest, narrative: old }).toEqual(read(text));
      const order = Object.keys(entries);
      const moved = kind === 0 ? 'added' : label;
      if (kind !== 1) order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, moved);
      const content = kind === 0 ? added.trim() : (old[section]?.[label] ?? '');
      const expected = Object.fromEntries(
        order.map((name) => [name, name === moved ? content : entries[name]]),
      );
      expect(narrative).toEqual({ ...old, [section]: expected });
      expect(Object.keys((narrative as typeof old)[section] ?? {})).toEqual(order);
      if (kind !== 1) expect(listComments(changed).sort()).toEqual(listComments(text).sort());
      expect(undo(changed, applied.value?.inverse ?? edit)).toBe(text);
    }),
    { numRuns: RUNS },
  );
});

const cell = fc.oneof(
  fc.constantFrom('', 'a', '64', 'say "so"', 'a,b', 'x;y', 'two\nlines', ' é ', '=1+1'),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[\r]/g, '')),
);

test('sets cells, adds and deletes rows of CSV files, and undoes each to the same bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
      fc.boolean(),
      fc.boolean(),
      fc.nat(),
      cell,
      fc.nat(2),
      (rows, separator, lineBreak, mark, isQuoted, isOpen, choice, after, kind) => {
        const quote = (value: string): string =>
          isQuoted || /[",;\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const written = [
          ['Name', 'Trips', 'Cost, all'],
          ...rows.map(([name = '', ...others]) => [`n${name}`, ...others]),
        ];
        const lines = written.map((row) => row.map(quote).join(separator));
        const text = mark + lines.join(lineBreak) + (isOpen ? '' : lineBreak);
        const row = 2 + (choice % rows.length);
        const file = 'data/2031-32-q1/trips.csv';
        const target = { kind: 'cell', file, row, column: 1 + (choice % 3) } as const;
        const before = readTarget(text, target).value?.text ?? 'unreadable';
        const [name = '', trips = '', cost = ''] = written[row - 1] ?? [];
        const edits: Edit[] = [
          { kind: 'set', target, before, after },
          { kind: 'add-row', file, after: row, values: { Name: 'new', Trips: after } },
          {
            kind: 'delete-row',
            file,
            row,
            before: { Name: name.trim(), Trips: trips.trim(), 'Cost, all': cost.trim() },
          },
        ];
        const edit = edits[kind];
        if (!edit) return;
        const applied = applyEdit(text, edit);
        if (!applied.value) {
          expect({ after, message: applied.refusal.message }).toEqual({});
          return;
        }
        const changed = applied.value.text;
        if (kind === 0) expect(readTarget(changed, target).value?.text).toBe(after.trim());
        expect(changed.startsWith(mark)).toBe(true);
        expect(undo(changed, applied.value.inverse)).toBe(text);
      },
    ),
    { numRuns: RUNS },
  );
});
