import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const WESTMARK = 'tests/papers/quarterly-performance';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

function labels(root: string, ...more: string[]): Run {
  return runPapers(['labels', '--root', root, ...more]);
}

interface Label {
  kind: string;
  type: string | null;
  prints: string;
  about: string;
  reason?: string;
  section?: string;
  place: { file: string; line: number; column: number } | null;
}

function read(root: string, ...more: string[]): Label[] {
  const { code, out } = labels(root, '--json', ...more);
  expect(code).toBe(0);
  return (JSON.parse(out) as { labels: Label[] }).labels;
}

test('lists each part with its number today, its title, the text to type and its place', () => {
  const { code, out } = labels('.', '--kind', 'tables');
  expect(code).toBe(0);
  expect(out).toMatch(/^Kind +Type this +It prints +About +Place\n/);
  expect(out).toMatch(
    /\ntable +\{\{ref "activity-table"\}\} +Table 2 +Activity recorded by Safer Neighbourhoods.* templates\/tp-thematic-performance\/tables\.yaml:20:3\n/,
  );
  expect(read('.', '--kind', 'appendix').map(({ type, prints }) => [type, prints])).toEqual([
    ['{{ref "appendix-hubs"}}', 'Appendix 1'],
    ['{{ref "appendix-framework"}}', 'Appendix 2'],
    ['{{ref "appendix-meetings"}}', 'Appendix 3'],
    ['{{ref "appendix-method"}}', 'Appendix 4'],
    ['{{ref "about-edition"}}', 'Appendix 5'],
  ]);
});

test('lists measures, facts, positions of areas and lists with what they print today', () => {
  const printed = new Map(read('.').map(({ type, prints }) => [type, prints]));
  expect(printed.get('{{measures.confidence.value}}')).toBe('64%');
  expect(printed.get('{{points measures.confidence}}')).toBe('8 percentage points');
  expect(printed.get('{{facts.volunteer-roles}}')).toBe('over 70');
  expect(printed.get('{{rank "area-confidence" "Brent"}}')).toBe('joint 30th of 32');
  expect(printed.get('{{words (count data.off-course)}}')).toBe('three');
  expect(printed.get('{{period.label}}')).toBe('2008/09 Q3');
  expect(printed.get('{{ref "attitude-survey"}}')).toBeUndefined(); // a group of narrative is no label
});

test('finds a word in names, titles and printed texts', () => {
  const found = read('.', '--find', 'BURGLARY');
  expect(found.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['{{ref "burglary-priority"}}', '{{names data.under-attention}}']),
  );
  const isMatch = ({ type, prints, about }: Label): boolean =>
    `${type ?? ''} ${prints} ${about}`.toLowerCase().includes('burglary');
  expect(found.filter((label) => !isMatch(label))).toEqual([]);
  expect(labels('.', '--find', 'zeppelin').out).toBe('Nothing in this paper fits.\n');
});

test('says why a part cannot be cited', () => {
  const parts = read('tests/papers/parks-update', '--kind', 'paragraph');
  const unnumbered = parts.find(({ about }) => about.startsWith('Of those asked'));
  expect(unnumbered).toMatchObject({ type: null, reason: 'no number' });
  copy = copyProject('tests/papers/parks-update');
  copy.change('templates/parks-update/sections/visits.md.hbs', (text) =>
    text.replace('{{label "visits-text"}}', ''),
  );
  copy.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('{{ref "visits-text"}} and ', ''));
  expect(
    read(copy.root, '--kind', 'paragraph').find(({ prints }) => prints === 'paragraph 2.1'),
  ).toMatchObject({ type: null, reason: 'no label: begin it with {{label "a-name"}}' });
});

test('points to a line of a file that exists', () => {
  for (const root of ['.', WESTMARK])
    for (const { place } of read(root))
      if (place) {
        const lines = readFileSync(join(root, place.file), 'utf8').split('\n');
        expect(place.line, `${place.file}:${place.line}`).toBeLessThanOrEqual(lines.length);
      }
});

test.each([
  ['tests/papers/parks-update', '2024-25-q2', 'parks-update', 'progress'],
  [WESTMARK, '2015-16-q3', 'quarterly-performance', null],
])('lists in %s only what an author can type, and it prints as listed', (project, period, paper, group) => {
  const listed = read(project).filter(({ type }) => type !== null);
  copy = copyProject(project);
  copy.change(`data/${period}/${paper}.yaml`, (text) => {
    const entries = listed.map(
      ({ type }, index) => `    typed-${index + 1}: |\n      Typed ${type ?? ''} here.\n`,
    );
    const at = group === null ? /narrative:\n {2}[a-z-]+:\n/ : new RegExp(`narrative:\\n {2}${group}:\\n`);
    return text.replace(at, (match) => `${match}${entries.join('')}`);
  });
  const { out } = runPapers(['check', '--root', copy.root, '--json']);
  const { problems } = JSON.parse(out) as { problems: { rule: string; severity: string; message: string }[] };
  const broken = [
    'name-exists',
    'helper-is-used-right',
    'helper-exists',
    'reference-resolves',
    'value-is-printable',
  ];
  expect(problems.filter(({ rule }) => broken.includes(rule))).toEqual([]);
  const now = read(copy.root);
  const openings = now.filter(({ about }) => about.startsWith('Typed '));
  expect(openings).toHaveLength(listed.length);
  // References print new numbers, as paragraphs were added. Everything else prints what was listed.
  const printed = new Map(now.map(({ type, prints }) => [type, prints]));
  for (const { type, prints, kind, section } of listed)
    if (section === undefined) expect([kind, type, printed.get(type)]).toEqual([kind, type, prints]);
});

test('rejects an unknown kind and lists the kinds', () => {
  const { code, err } = labels('.', '--kind', 'tabel');
  expect(code).toBe(2);
  expect(err).toContain('Did you mean "table"?');
});

test('reports the problems of a paper that cannot be read', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/measures.yaml', (text) => text.replace('measures:', 'measurs:'));
  const { code, err } = labels(copy.root);
  expect(code).toBe(1);
  expect(err).toContain('data/measures.yaml:');
});

test('works while the text still has an error', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('{{ref "visits-text"}}', '{{ref "vsits"}}'),
  );
  expect(read(copy.root, '--kind', 'table').map(({ type }) => type)).toEqual([
    '{{ref "counts"}}',
    '{{ref "litter-table"}}',
  ]);
});
