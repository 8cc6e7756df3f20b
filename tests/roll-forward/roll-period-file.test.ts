import { expect, expectTypeOf, test } from 'vitest';
import { parse } from 'yaml';
import type { CarryOver } from '../../src/inputs/period-files/carry-over.js';
import { keep, type DeclaredSchema } from '../../src/inputs/period-files/declared-schema.js';
import { PERIOD_FILES } from '../../src/inputs/period-files/index.js';
import { advanceWords } from '../../src/roll-forward/advance-words.js';
import { rollPeriodFile, type RolledFile } from '../../src/roll-forward/roll-period-file.js';
import { text } from '../../src/schema/scalars.js';
import { readPeriod } from '../support/read-period.js';

const [Q2, Q3] = [readPeriod('2024-25-q2'), readPeriod('2024-25-q3')];

function roll(name: string, before: string): RolledFile {
  const file = PERIOD_FILES.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`no period file ${name}`);
  file.schema.parse(parse(before));
  return rollPeriodFile(file, before, (words) => advanceWords(words, Q2, Q3), 'a test.');
}

/** Details that any figure can have. The figures of the survey have them all. */
const DETAILS = new Set([
  'source',
  'period',
  'window',
  'from',
  'to',
  'reason',
  'base',
  'qualifier',
  'assumed',
  'confirmed',
  'design-effect',
  'value',
  'count',
  'weighted-base',
  'weighted-count',
]);

/** Every file with a value in every field that it can have. */
const CASES = [
  {
    name: 'survey',
    toFillIn: 5,
    before: `
source: Survey, page 3
design-effect: 1.3
published:
  trust: 64
  worry: { value: 58, design-effect: 1.2, source: Page 4, period: September 2024, reason: x, base: 9, qualifier: over, assumed: x, confirmed: true, break: x, was: 55, revised: x, window: { from: 2024-07-01, to: 2024-09-30 } }
waves:
  trust: { base: 9, count: 5, weighted-base: 9.1, weighted-count: 5.1, design-effect: 1, assumed: x, source: x }
groups:
  gap:
    men: { base: 9, count: 5 }
gaps:
  school-gap: 8
`,
    after: `
source:
design-effect:
published:
  trust:
  worry: { value: null, design-effect: null, source: null, period: December 2024, reason: null, base: null, qualifier: null, assumed: null, confirmed: null, break: null, was: null, revised: null, window: null }
waves:
  trust: { base: null, count: null, weighted-base: null, weighted-count: null, design-effect: null, assumed: null, source: null }
groups:
  gap:
    men: { base: null, count: null }
gaps:
  school-gap:
`,
  },
  {
    name: 'areas',
    toFillIn: 6,
    before: `
source: Survey, page 3
rankings:
  partly-published:
    of: 3
    unpublished: between
    equal-bases: No bases are given.
    design-effect: 1.3
    note: Abbey was published late.
    published: { Abbey: 64, Denton: { base: 9, count: 5 } }
  fully-published:
    of: 2
    break: The question was reworded.
    whole: { count: 20, population: 900 }
    published:
      Abbey: 64
      Denton: { base: 9, count: 5 }
      Fell: { count: 7, population: 300 }
`,
    after: `
source:
rankings:
  partly-published:
    of: 3
    unpublished: between
    equal-bases:
    design-effect:
    note:
    published: { Abbey: null, Denton: { base: null, count: null } }
  fully-published:
    of: 2
    break:
    whole: { count: null, population: null }
    published:
      Abbey:
      Denton: { base: null, count: null }
      Fell: { count: null, population: null }
`,
  },
  {
    name: 'activity',
    toFillIn: 5,
    before: `
source: Log
period: financial year 2024/25 to the end of Q2
assumed: The closing date.
to-date:
  visits: { value: 8453, was: 8450, revised: Visits were counted again., break: x }
in-period:
  visits: { value: 12, period: up to 30 September 2024 }
as-at:
  waiting: { value: 118, at: 2024-09-28 }
populations:
  residents: 90000
months:
  burglaries:
    2024-07: 12
    2024-08: 14
`,
    after: `
source:
period: financial year 2024/25 to the end of Q3
assumed:
to-date:
  visits: { value: null, was: null, revised: null, break: null }
in-period:
  visits: { value: null, period: null }
as-at:
  waiting: { value: null, at: null }
populations:
  residents:
months:
  burglaries:
`,
  },
  {
    name: 'shares',
    toFillIn: 2,
    before: `
source: Log
period: September 2024
shares:
  ages:
    young: { label: under 40, percent: 55 }
    old: { label: 40 or over, percent: { value: 45, base: 20, margin: 2 } }
`,
    after: `
source:
period: December 2024
shares:
  ages:
    young: { label: under 40, percent: null }
    old: { label: 40 or over, percent: { value: null, base: null, margin: null } }
`,
  },
  {
    name: 'facts',
    toFillIn: 3,
    before: `
source: Log
owner: Head of Parks
due: 2024-10-03
facts:
  benches: { label: new benches, value: 14, unit: count, period: September 2024, owner: Ranger, due: 2024-10-04 }
  budget: { label: budget, value: 125, unit: pounds, in: thousands, signed: true }
  trust: { label: trust, value: 49, unit: percent, margin: 2, was: 48, revised: x }
  trees: { label: trees, value: 5, unit: rate, per: 1000, standing: true }
  sites: { label: sites, value: 3, unit: count, standing: true }
  wards:
    label: wards
    value: 5
    unit: count
    standing: true
    source: Atlas
  furniture: { label: all, sum: [benches, sites], published: 17 }
  places: { label: places, sum: [sites, wards], published: 8 }
`,
    after: `
source:
owner: Head of Parks
due:
facts:
  benches: { label: new benches, value: null, unit: count, period: December 2024, owner: Ranger, due: null }
  budget: { label: budget, value: null, unit: pounds, in: thousands, signed: true }
  trust: { label: trust, value: null, unit: percent, margin: null, was: null, revised: null }
  trees: { source: Log, label: trees, value: 5, unit: rate, per: 1000, standing: true }
  sites: { source: Log, label: sites, value: 3, unit: count, standing: true }
  wards:
    label: wards
    value: 5
    unit: count
    standing: true
    source: Atlas
  furniture: { label: all, sum: [benches, sites], published: null }
  places: { source: Log, label: places, sum: [sites, wards], published: 8 }
`,
  },
];

test.each(CASES.map((entry) => [entry.name, entry] as const))(
  'carries %s over as its fields declare',
  (name, entry) => {
    const { before, after, toFillIn } = entry;
    expect(roll(name, before)).toEqual({
      text: after.replace('\n', '\n# Rolled forward from a test.\n'),
      toFillIn,
    });
  },
);

test('covers every period file', () => {
  expect(CASES.map(({ name }) => name)).toEqual(PERIOD_FILES.map(({ name }) => name));
});

test('makes a file that fits its schema again', () => {
  for (const { name, before } of CASES) {
    const file = PERIOD_FILES.find((candidate) => candidate.name === name);
    expect(file?.schema.safeParse(parse(roll(name, before).text)).error, name).toBeUndefined();
  }
});

/** Lists the keys of all fields that a declaration has, at any depth. */
function listKeys(carryOver: CarryOver): string[] {
  switch (carryOver.kind) {
    case 'fields':
      return Object.entries(carryOver.fields).flatMap(([key, field]) => [key, ...listKeys(field)]);
    case 'entries':
      return listKeys(carryOver.entry);
    case 'either':
      return carryOver.options.flatMap(listKeys);
    default:
      return [];
  }
}

test.each(CASES.map(({ name, before }) => [name, before] as const))(
  'covers every field of %s',
  (name, before) => {
    const file = PERIOD_FILES.find((candidate) => candidate.name === name);
    const keys = listKeys({ kind: 'fields', fields: file?.carryOver ?? {} });
    expect(keys.filter((key) => !new RegExp(`\\b${key}:`).test(before) && !DETAILS.has(key))).toEqual([]);
  },
);

test('rejects a field without a declaration at compile time', () => {
  expectTypeOf(keep(text)).toExtend<DeclaredSchema>();
  expectTypeOf(text).not.toExtend<DeclaredSchema>();
});
