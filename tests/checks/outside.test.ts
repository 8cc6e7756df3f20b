import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/model/problem.js';
import { makeWordFile } from '../support/make-word-file.js';
import { makeWordPaper } from '../support/make-word-paper.js';
import { copyProject, runPapers, type Run } from '../support/run-papers.js';

/** Papers that were written without this program, checked by `papers check report.docx`. */

const folder = mkdtempSync(join(tmpdir(), 'papers-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Quoted = Problem & { quote?: string };

function check(bytes: Uint8Array | string, { name = 'report.docx', args = [] as string[] } = {}): Run {
  writeFileSync(join(folder, name), bytes);
  return runPapers(['check', name, ...args], { cwd: folder });
}

function listProblems(bytes: Uint8Array, args: string[] = []): Quoted[] {
  return (JSON.parse(check(bytes, { args: ['--json', ...args] }).out) as { problems: Quoted[] }).problems;
}

const TITLE = { title: 'Library report' };
const frame = (text: string, front = ''): string => `# Library report
${front}Date of meeting: 2 July 2024
Report of the head of libraries
## Recommendation
That members note the report.
## Report
${text}
## Background papers
None.
## Contact
The head of libraries, 020 7946 0203`;

type Finding = Record<string, string>;
interface Case {
  name: string;
  paper: string;
  /** Lines before the first heading. */
  front?: string;
  finds?: Finding | Finding[];
}
const cases = parse(readFileSync('tests/checks/outside/cases.yaml', 'utf8')) as Case[];

describe('each check', () => {
  test.each(cases.map((entry) => [entry.name, entry] as const))(
    '%s',
    (_name, { paper, front = '', finds = [] }) => {
      const expected = [finds]
        .flat()
        .flatMap((finding) => Object.entries(finding))
        .sort();
      const problems = listProblems(makeWordPaper(frame(paper, front), TITLE));
      const found = problems.map(({ rule, message }) => [rule, message] as const);
      const messages = JSON.stringify(found, null, 1);
      expect(found.map(([rule]) => rule).sort(), messages).toEqual(expected.map(([rule]) => rule));
      for (const [rule, part] of expected)
        expect(
          found.some(([id, message]) => id === rule && message.includes(part)),
          `${part}: ${messages}`,
        ).toBe(true);
    },
  );
});

describe('the published paper', () => {
  const paper = makeWordPaper(readFileSync('tests/checks/outside/published-paper.txt', 'utf8'));
  const faults: [place: string, rule: string, message: string][] = [
    ['paragraph 5', 'reference-leads-elsewhere', '"paragraphs 3-5" contains paragraph 5 itself'],
    ['paragraph 18', 'reference-fits-subject', 'which is paragraph 43'],
    ['paragraph 40', 'reference-leads-elsewhere', '"paragraph 40" cites its own paragraph'],
    ['paragraph 24', 'reference-resolves', 'no appendix 1'],
    ['paragraph 38', 'reference-resolves', 'no appendix 2'],
    ['paragraph 1', 'cited-paper-has-number', '"another report"'],
    ['paragraph 13', 'cited-paper-has-number', '"another report"'],
    ['paragraph 14', 'cited-paper-has-number', '"a separate report"'],
    ['paragraph 1 of "Race and equality impact"', 'number-is-unambiguous', 'could mean 3 paragraphs'],
    ['paragraph 18', 'points-are-called-points', 'is a change of 8 percentage points'],
    ['paragraph 43', 'significance-has-test', '"significant increase"'],
    ['paragraph 43', 'significance-has-test', '"Statistically significant"'],
    ['paragraph 44', 'ties-share-rank', 'different ranks: 30 and 31'],
    ['paragraph 31', 'shares-have-note', 'add up to 99%'],
    ['paragraph 31', 'bands-do-not-overlap', '"65-75" and "75+" overlap'],
    ['paragraph 21', 'sum-recomputes', '27 + 2 is 29, not 32'],
    ['paragraph 6', 'tense-fits-date', '"will" refers to March 20th'],
    ['paragraph 15', 'tense-fits-date', '28th March to 3rd April'],
    ...[
      ['3', '2009 / 2010'],
      ['6', 'March 20th'],
      ['15', '28th March'],
      ['18', '07/08'],
      ['48', 'December 08'],
      ['49', 'May 09'],
    ].map(([number = '', date = '']): [string, string, string] => [
      `paragraph ${number}`,
      'date-style-is-one',
      date,
    ]),
    ...'1 MPS,37 BOCU,19 SN,16 PC,16 PCSO,21 PS,44 SRAU,41 ACPO,39 SMT,40 NIM,37 CDRP,25 DCSF,32 OSU,31 BME,45 PND,45 FPN,45 ASBO,45 ABC'
      .split(',')
      .map((entry): [string, string, string] => {
        const [number = '', term = ''] = entry.split(' ');
        return [`paragraph ${number}`, 'acronym-expanded', `"${term}" is not expanded`];
      }),
    ['paragraph 6', 'acronym-expanded-once', '"TP"'],
    ['paragraph 16', 'acronym-expanded-once', '"ASB"'],
    ['paragraph 45', 'table-has-headers', 'Table 3'],
    ['under "Recommendation"', 'recommendation-begins-that', 'does not begin with "That"'],
  ];
  const problems = listProblems(paper);

  test.each(faults)('has a fault in %s: %s %s', (place, rule, message) => {
    const found = problems.filter(
      (problem) =>
        problem.rule === rule && problem.place?.part === place && problem.message.includes(message),
    );
    expect(
      found,
      JSON.stringify(
        problems.filter((problem) => problem.rule === rule),
        null,
        1,
      ),
    ).toHaveLength(1);
  });

  test('has no other problems, except names in capitals', () => {
    const names = ['BNP', 'HSBC', 'BT'].map((name) => `"${name}" is not expanded`);
    const others = problems.filter(
      ({ rule, message, place }) =>
        !names.includes(message) &&
        !faults.some(([part, id, words]) => id === rule && part === place?.part && message.includes(words)),
    );
    expect(others).toEqual([]);
  });

  test('is quoted at the paragraph, with the fault marked', () => {
    const { code, err } = check(paper);
    expect(code).toBe(1);
    expect(err).toContain(`report.docx, paragraph 40: error: "paragraph 40" cites its own paragraph`);
    const lines = err.split('\n');
    const at = lines.findIndex((line) => line.includes('during the matrix visit as per paragraph 40.'));
    expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('paragraph 40.'));
    expect(problems.find(({ rule }) => rule === 'points-are-called-points')?.quote).toMatch(
      /^Compared with last year .* report\.$/,
    );
  });

  test('is annotated for GitHub and SARIF by the paragraph', () => {
    expect(check(paper, { args: ['--format', 'github'] }).out).toContain(
      '::error file=report.docx,title=reference-leads-elsewhere::paragraph 40: "paragraph 40" cites its own paragraph',
    );
    const { runs } = JSON.parse(check(paper, { args: ['--format', 'sarif'] }).out) as {
      runs: { results: { ruleId: string; message: { text: string }; locations: unknown[] }[] }[];
    };
    const result = runs[0]?.results.find(({ ruleId }) => ruleId === 'ties-share-rank');
    expect(result?.message.text).toContain('paragraph 44: rows with the same result');
    expect(result?.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'report.docx' } } }]);
  });

  test('gives advice for a word processor only', () => {
    const advice = problems.map(({ expected = '', hint = '' }) => `${expected} ${hint}`).join('\n');
    expect(advice).not.toMatch(/\{\{|\.yaml|`/);
  });
});

describe('the circumstances of a paper', () => {
  const plain = makeWordPaper('# Library report\n## Report\n1. The fair will take place on 3 June 2024.');

  test('says that tenses are not checked without the day of the meeting', () => {
    const { out, err } = check(plain);
    expect(out).toContain('not checked: tenses, because the file names no day of the meeting.');
    expect(err).not.toContain('tense-fits-date');
  });

  test('takes the day of the meeting from the user', () => {
    expect(listProblems(plain, ['--meeting', '2024-07-02']).map(({ rule }) => rule)).toContain(
      'tense-fits-date',
    );
    expect(listProblems(plain, ['--meeting', '2024-05-02']).map(({ rule }) => rule)).not.toContain(
      'tense-fits-date',
    );
  });

  test('finds the sections that the law and standing orders require', () => {
    const missing = (args: string[]): string[] =>
      listProblems(plain, args)
        .filter(({ place }) => place?.part === 'the whole file')
        .map(({ message }) => message);
    expect(missing([])).toEqual(['the paper has no section "Recommendation"', 'the paper names no contact']);
    const required = ['--law', 'england-local-authority', '--sections', 'Financial implications, Report'];
    expect(missing(required)).toEqual([
      'the paper has no section "Recommendation"',
      'the paper names no contact',
      'the paper has no section "Background papers"',
      'the paper has no section "Financial implications"',
    ]);
  });

  test('asks no recommendation of minutes, and of a paper for information', () => {
    const find = (title: string, line: string): string[] =>
      listProblems(makeWordPaper(`# ${title}\n${line}\n## Report\n1. The visits are many.`)).map(
        ({ rule }) => rule,
      );
    expect(find('Library report', 'Purpose: for decision')).toContain('recommendation-is-made');
    expect(find('Library report', 'Purpose: for information')).not.toContain('recommendation-is-made');
    expect(find('Minutes of the last meeting', 'Present: five members')).not.toContain(
      'recommendation-is-made',
    );
  });

  test('uses the acronyms of the project that the user stands in', () => {
    const paper = makeWordPaper(frame('1. The MPS and the QZX came.'), TITLE);
    writeFileSync(join(folder, 'report.docx'), paper);
    const { out } = runPapers(['check', join(folder, 'report.docx'), '--json']);
    const { problems } = JSON.parse(out) as { problems: Problem[] };
    expect(problems.map(({ message }) => message)).toEqual(['"QZX" is not expanded']);
  });

  test('takes the law of the committee that the paper names, in a project', () => {
    const copy = copyProject('tests/papers/fire-report');
    const organisation = readFileSync(join(copy.root, 'data/organisation.yaml'), 'utf8');
    const findMissing = (name: string, committees: string): string => {
      copy.write(
        'data/organisation.yaml',
        organisation.replace('  service: Service Delivery Committee\n', () => committees),
      );
      copy.write('report.docx', makeWordPaper(`# ${name}\n1. The visits are many.`));
      const { out, err } = runPapers(['check', 'report.docx'], { cwd: copy.root });
      return [/law of the project: \S+/, /has no section "Background papers"/, /several laws/]
        .map((pattern) => pattern.exec(out + err)?.[0] ?? '')
        .join('|');
    };
    const one = '  panel: { name: Panel of the Coast, law: scotland }\n';
    const two = `${one}  board: { name: Board of the Hills, law: nhs-board }\n`;
    const found = [
      findMissing('Report', one),
      findMissing('Board of the Hills', two),
      findMissing('Report', two),
    ];
    copy.remove();
    expect(found).toEqual([
      'law of the project: scotland|has no section "Background papers"|',
      'law of the project: nhs-board||',
      '||several laws',
    ]);
  });

  test('checks several files in one run', () => {
    writeFileSync(join(folder, 'first.docx'), makeWordPaper(frame('1. See paragraph 9.'), TITLE));
    writeFileSync(join(folder, 'second.docx'), makeWordPaper(frame('1. See paragraph 8.'), TITLE));
    const { code, out } = runPapers(['check', 'first.docx', 'second.docx', '--json'], { cwd: folder });
    const { files } = JSON.parse(out) as { files: { file: string; problems: Problem[] }[] };
    expect({
      code,
      files: files.map(({ file, problems }) => [file, problems.map(({ rule }) => rule)]),
    }).toEqual({
      code: 1,
      files: [
        ['first.docx', ['reference-resolves']],
        ['second.docx', ['reference-resolves']],
      ],
    });
  });

  test('finds headings that are only bold, and reads the sections all the same', () => {
    const bold = frame('1. Paragraph 9 has the costs.').replace(/^## (.*)$/gm, '**$1**');
    const problems = listProblems(makeWordPaper(bold, TITLE));
    expect(problems.map(({ rule, message, place }) => [rule, message, place?.part])).toEqual([
      ['headings-in-order', 'the file has no headings: 4 bold lines look like one', 'under "Recommendation"'],
      ['reference-resolves', '"Paragraph 9" is cited, but the paper has no paragraph 9', 'paragraph 1'],
    ]);
  });

  test('checks the text as it is after its tracked changes, and says so', () => {
    const bytes = makeWordFile({
      body: paragraph(
        `${run('1. Visits rose from 42 to 48, up ')}<w:del ${BY}>${run('14%.', 'delText')}</w:del><w:ins ${BY}>${run('12%.')}</w:ins>`,
      ),
    });
    const { out, err } = check(bytes);
    expect(err).toContain('from 42 to 48 is not a change by 12%');
    expect(out).toContain('The text was checked with all of them accepted.');
    expect(check(makeWordPaper(frame('1. The visits are many.'))).out).not.toContain('tracked changes');
  });
});

const HEAD = '<w:trPr><w:tblHeader/></w:trPr>';
const BY = 'w:id="1" w:author="Ana Marsh"';
const paragraph = (xml: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${xml}</w:p>`;
const run = (text: string, tag = 't'): string =>
  `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;

describe('the XML that word processors write', () => {
  const NUMBERING =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const box = (text: string): string =>
    `<wp:anchor><wp:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wp:txbx></wp:anchor>`;
  const listMessages = (body: string): string[] =>
    listProblems(makeWordFile({ body, numbering: NUMBERING }))
      .filter(({ place }) => place?.part !== 'the whole file')
      .map(({ message }) => message);

  test('keeps the number of a paragraph after a deleted one', () => {
    const gone = paragraph(
      `<w:del ${BY}>${run('The visits are many.', 'delText')}</w:del>`,
      `${inList}<w:rPr><w:del ${BY}/></w:rPr>`,
    );
    const own = paragraph(run('The costs are in paragraph 1.'), inList);
    expect(listMessages(gone + own)).toEqual(['"paragraph 1" cites its own paragraph']);
  });

  test('reads a text box once, and a deleted one not at all', () => {
    const first = paragraph(run('The visits are many.'), inList);
    const twice = (text: string): string =>
      `<mc:AlternateContent><mc:Choice><w:drawing>${box(text)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(text)}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const kept = paragraph(`<w:r>${twice('The costs are in paragraph 7.')}</w:r>`);
    const gone = paragraph(`<w:del ${BY}><w:r>${twice('The risks are in paragraph 8.')}</w:r></w:del>`);
    expect(listMessages(first + kept + gone)).toEqual([
      '"paragraph 7" is cited, but the paper has no paragraph 7',
    ]);
  });

  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const row = (cells: string, properties = ''): string => `<w:tr>${properties}${cells}</w:tr>`;

  test('finds the headings of columns in two rows that are merged', () => {
    const upper = row(
      cell('Kind', '<w:vMerge w:val="restart"/>') +
        cell('Visits', '<w:gridSpan w:val="2"/>') +
        cell('Change', '<w:vMerge w:val="restart"/>'),
      HEAD,
    );
    const lower = row(cell('', '<w:vMerge/>') + cell('2023') + cell('2024') + cell('', '<w:vMerge/>'), HEAD);
    const rows = [
      ['North', '40', '50', '10'],
      ['South', '20', '25', '5'],
      ['Total', '60', '85', '15'],
    ].map((texts) => row(texts.map((text) => cell(text)).join('')));
    expect(listMessages(`<w:tbl>${upper}${lower}${rows.join('')}</w:tbl>`)).toEqual([
      'the column "2024" of the table adds up to 75, not 85',
    ]);
  });

  test('adds up no columns that merged cells have moved', () => {
    const area = (text: string): string =>
      cell(text, text === '' ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>');
    const rows = [
      ['West', '100', '95', '90'],
      ['', '100', '95', '90'],
      ['', '100', '95', '90'],
    ].map(([name = '', ...numbers]) => row(area(name) + numbers.map((number) => cell(number)).join('')));
    const head = row(['Area', 'Visits', 'Loans', 'Events'].map((text) => cell(text)).join(''), HEAD);
    const total = row(['Total', '300', '285', '270'].map((text) => cell(text)).join(''));
    expect(listMessages(`<w:tbl>${head}${rows.join('')}${total}</w:tbl>`)).toEqual([
      'a row of the table has 3 cells for 4 columns',
    ]);
  });
});

test('finds the faults of an ordinary draft, and no others', () => {
  const draft = frame(`1. The costs are in paragraph 9.
2. Visits rose by 5% from 40% to 45%, as Table 1 shows.
Table 1: Visits
|= Branch | Visits |
| North | 120 |
| South | 80 |
| Total | 210 |
![]`);
  const problems = listProblems(makeWordPaper(draft, TITLE));
  expect(problems.map(({ rule, place, quote }) => [rule, place?.part, quote])).toEqual([
    ['reference-resolves', 'paragraph 1', 'The costs are in paragraph 9.'],
    ['points-are-called-points', 'paragraph 2', 'Visits rose by 5% from 40% to 45%, as Table 1 shows.'],
    ['figure-described', 'paragraph 2', '[picture]'],
    ['sum-recomputes', 'paragraph 2', 'Total | 210'],
  ]);
});

describe('a file that cannot be checked', () => {
  test.each([
    ['is missing', 'missing.docx', null, 'there is no file missing.docx'],
    ['is of another kind', 'report.odt', 'text', 'report.odt is neither a Word file nor a PDF'],
  ])('is refused if it %s', (_reason, name, content, message) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    const { code, err } = runPapers(['check', name], { cwd: folder });
    expect({ code, says: err.includes(message) }, err).toEqual({ code: 2, says: true });
  });

  test.each([
    ['an empty file', 'empty.docx', ''],
    ['a Word file without text', 'blank.docx', Buffer.from(makeWordFile({ body: '' })).toString('latin1')],
    ['a text with the name of a Word file', 'text.docx', 'no zip'],
    ['a text with the name of a PDF', 'text.pdf', 'no PDF'],
    ['a PDF that is cut off', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type'],
    [
      'an old Word file, or one with a password',
      'old.docx',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    ],
  ])('is an error for %s, with advice', (_kind, name, content) => {
    const { code, err } = check(Buffer.from(content, 'latin1'), { name });
    expect(code, err).toBe(1);
    expect(err).toContain('[file-is-readable]');
    expect(err).toContain('hint: ');
    expect(err).not.toContain('internal error');
  });

  test('is refused if it is larger than any paper', () => {
    const { code, err } = check(new Uint8Array(33 * 1024 * 1024), { name: 'large.docx' });
    expect(code).toBe(2);
    expect(err).toContain('the file is too large: 33 MB');
  });

  test.each([
    [['report.docx', '--watch'], '--watch is for the papers of a project'],
    [['report.docx', '2024-25-q2'], '2024-25-q2 is no file'],
    [['2024-25-q2', 'report', 'other'], 'a period and a paper are enough'],
    [['2024-25-q2', '--sections', 'Costs'], '--meeting, --law and --sections are for a file'],
  ])('is refused with the options %s', (args, message) => {
    const { code, err } = runPapers(['check', ...args], { cwd: folder });
    expect({ code, says: err.includes(message) }, err).toEqual({ code: 2, says: true });
  });
});
