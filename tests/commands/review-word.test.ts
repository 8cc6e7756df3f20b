import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWordFile } from '../support/make-word-file.js';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

/** Returned Word files with the XML that Word writes. The authority and its authors are invented. */
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const METHOD = 'templates/parks-update/appendices/method.md.hbs';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

const read = (path = PAPER): string => readFileSync(join(copy.root, path), 'utf8');

const ANA = 'w:id="1" w:author="Ana Marsh" w:date="2026-03-02T10:15:00Z"';
const BEN = 'w:id="2" w:author="Ben Okoro" w:date="2026-03-04T16:40:00Z"';
const run = (text: string, look = '', tag = 't'): string =>
  `<w:r w:rsidR="00A1"><w:rPr>${look}</w:rPr><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
const kept = (text: string): string => run(text);
const added = (text: string, look = '', by = ANA): string => `<w:ins ${by}>${run(text, look)}</w:ins>`;
const gone = (text: string, by = ANA): string => `<w:del ${by}>${run(text, '', 'delText')}</w:del>`;
const figure = (name: string, text: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${name}"/><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`;
const paragraph = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const labelled = (name: string, runs: string, properties = ''): string =>
  paragraph(`<w:bookmarkStart w:id="9" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="9"/>`, properties);
const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const endAdded = `<w:rPr><w:ins ${ANA}/></w:rPr>`;
const endGone = `<w:rPr><w:del ${ANA}/></w:rPr>`;

const NUMBERS = `14 benches and one bin: 14 + 1 = 15. It cost about £12,500. See paragraph 2.1 and Annex A.`;
const FURNITURE = `The team put in ${NUMBERS}`;
const RESEARCH = 'Research and development (R&amp;D) &lt;10% of the budget stays ';
const REST = ', and R&amp;D does not grow; Tree plan (Tree Officer; report 12a, 5 November 2024) says more. ';
const KPI = 'The key performance indicator (KPI) follows paragraph 1.1.';
const ASK = 'The Panel is asked to agree:';

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

/** Writes a returned file, and reviews it. */
function review(
  body: string,
  args: string[] = [],
  parts: Partial<Parameters<typeof makeWordFile>[0]> = {},
): Run {
  copy.write(
    'returned.docx',
    makeWordFile({
      body,
      numbering: NUMBERING,
      custom: { Period: '2024-25-q2', Paper: 'parks-update' },
      ...parts,
    }),
  );
  return runPapers(['review', join(copy.root, 'returned.docx'), ...args, '--root', copy.root]);
}

interface Json {
  changes: {
    state: string;
    label: string | null;
    reason?: string;
    hint?: string;
    now?: string;
    place: object | null;
    matchedBy: string | null;
  }[];
  comments: { about: string; text: string; author: string; label: string | null; isAnswer: boolean }[];
  applied: number[];
}

function reviewJson(body: string, args: string[] = [], parts = {}): Json {
  const { out, err } = review(body, [...args, '--json'], parts);
  expect(err).toBe('');
  return JSON.parse(out) as Json;
}

test('shows each change with its label, place, author and words, and changes no file', () => {
  const before = read();
  const { code, out } = review(
    labelled('furniture', kept('The team ') + gone('put in') + added('installed') + kept(` ${NUMBERS}`)) +
      labelled('ask', gone('The Panel is', BEN) + added('Members are', '', BEN) + kept(' asked to agree:')),
  );
  expect(code).toBe(0);
  expect(out).toContain('returned.docx: 2 changes (2 can be applied), 0 comments.');
  expect(out).toMatch(/1 {2}furniture {2}paragraph 1\.1 {2}\S*data\/2024-25-q2\/parks-update\.yaml:11:16\n/);
  expect(out).toContain('Ana Marsh, 2 March 2026, 10:15\n   The team [-put in-] {+installed+} 14 benches');
  expect(out).toContain(
    'Ben Okoro, 4 March 2026, 16:40\n   [-The Panel is-] {+Members are+} asked to agree:',
  );
  expect(read()).toBe(before);
});

test('applies only the accepted changes, and leaves every other character as it is', () => {
  const before = read();
  const body =
    labelled('furniture', kept('The team ') + gone('put in') + added('installed') + kept(` ${NUMBERS}`)) +
    labelled('ask', gone('The Panel is') + added('Members are') + kept(' asked to agree:'));
  const { code, out } = review(body, ['--accept', '2']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Applied 1 change in \S*parks-update\.yaml\.\n/);
  expect(read()).toBe(before.replace('The Panel is asked', 'Members are asked'));
  expect(reviewJson(body).changes.map(({ state }) => state)).toEqual(['ready', 'applied']);
  review(body, ['--accept', 'all']);
  expect(read()).toBe(
    before.replace('The Panel is asked', 'Members are asked').replace('team put in', 'team installed'),
  );
});

test('keeps markup, writes bold and italic words, and escapes what would act as markup', () => {
  const before = read();
  review(
    labelled(
      'research',
      kept(RESEARCH) +
        `<w:r><w:rPr><w:b/></w:rPr><w:t>s</w:t></w:r>` +
        `<w:del ${ANA}>${run('mal', '<w:b/>', 'delText')}</w:del>` +
        `<w:ins ${ANA}>${run('lender, smal', '<w:b/>')}</w:ins>` +
        `<w:r><w:rPr><w:b/></w:rPr><w:t>l</w:t></w:r>` +
        kept(REST) +
        kept(KPI.slice(0, -1)) +
        added(' for *all* {{parks}} ') +
        added('today', '<w:b/><w:i/>') +
        kept('.'),
    ),
    ['--accept', 'all'],
  );
  expect(read()).toBe(
    before
      .replace('**small**', '**slender, small**')
      .replace(
        '{{ref "furniture"}}.\n  d',
        '{{ref "furniture"}} for \\*all\\* \\{\\{parks\\}\\} ***today***.\n  d',
      ),
  );
});

test('maps words across a line break of the source', () => {
  const before = read();
  review(
    labelled(
      'research',
      kept(RESEARCH) +
        run('small', '<w:b/>') +
        kept(REST.slice(0, -'more. '.length)) +
        gone('more. The') +
        added('no more. A') +
        kept(KPI.slice(3)),
    ),
    ['--accept', 'all'],
  );
  expect(read()).toBe(before.replace('says more.\n      The KPI', 'says no more. A KPI'));
});

test('refuses a change of a figure, and says where the figure lives and what it is there', () => {
  const before = read();
  const body = labelled(
    'furniture',
    kept('The team put in ') +
      figure('facts.benches', gone('14') + added('16')) +
      kept(` benches and one bin: 14 + 1 = 15. It cost about £12,500. See paragraph `) +
      gone('2.1') +
      added('3') +
      kept(' and Annex A.'),
  );
  const { changes } = reviewJson(body);
  expect(changes.map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', '"14" is the figure facts.benches, at data/2024-25-q2/facts.yaml:3:41, where it is 14.'],
    ['refused', '"paragraph 2.1" is a reference, whose number the program writes.'],
  ]);
  const { code, err } = review(body, ['--accept', '1']);
  expect(code).toBe(2);
  expect(err).toContain('change 1 cannot be applied: "14" is the figure facts.benches');
  expect(read()).toBe(before);
});

test('says which figures a computed figure comes from', () => {
  const body = labelled(
    'furniture',
    kept('The team put in 14 benches and one bin: 14 + 1 = ') +
      gone('15') +
      added('16') +
      kept('. It cost about £12,500. See paragraph 2.1 and Annex A.'),
  );
  expect(reviewJson(body).changes[0]?.reason).toMatch(
    /^"14 \+ 1 = 15" is the figure facts\.furniture, computed as .*facts\.benches at data\/2024-25-q2\/facts\.yaml:3:\d+/,
  );
});

test('shows both texts where the source has changed meanwhile, and does not apply the change', () => {
  copy.change(PAPER, (text) => text.replace('The team put in', 'The contractor put up'));
  const before = read();
  const body = labelled(
    'furniture',
    kept('The ') + gone('team put in') + added('crew installed') + kept(` ${NUMBERS}`),
  );
  const { changes } = reviewJson(body);
  expect(changes).toMatchObject([{ state: 'conflict', label: 'furniture' }]);
  const { out } = review(body);
  expect(out).toContain('[-team put in-] {+crew installed+}');
  expect(out).toContain('It reads now: The contractor put up 14 benches');
  expect(review(body, ['--accept', '1']).code).toBe(2);
  expect(read()).toBe(before);
});

test('finds a paragraph by its words when its bookmark is lost, and says so', () => {
  const body = paragraph(kept('The team ') + gone('put in') + added('installed') + kept(` ${NUMBERS}`));
  expect(reviewJson(body).changes[0]).toMatchObject({
    state: 'ready',
    label: 'furniture',
    matchedBy: 'text',
  });
  expect(review(body).out).toContain('Found by its words, because its bookmark is lost: check the place.');
  const unknown = paragraph(kept('Ponds are ') + added('very ') + kept('wet.'));
  expect(reviewJson(unknown).changes[0]).toMatchObject({ state: 'refused', label: null });
});

test('adds, deletes and splits paragraphs', () => {
  const before = read();
  review(
    labelled('furniture', kept(FURNITURE)) +
      labelled('research', kept(`${RESEARCH}small${REST}`) + kept(KPI), endAdded) +
      paragraph(added('Volunteers planted bulbs.')) +
      labelled('ask', kept(ASK)),
    ['--accept', 'all'],
  );
  expect(read()).toBe(
    before.replace(
      '  decisions:\n',
      '    volunteers-planted-bulbs: |\n      Volunteers planted bulbs.\n  decisions:\n',
    ),
  );
  const withBulbs = read();
  const body =
    labelled('furniture', kept('The team put in 14 benches and one bin: 14 + 1 = 15.'), endAdded) +
    paragraph(kept(' It cost about £12,500. See paragraph 2.1 and Annex A.')) +
    labelled('research', kept(`${RESEARCH}small${REST}${KPI}`)) +
    labelled('volunteers_planted_bulbs', gone('Volunteers planted bulbs.'), endGone);
  expect(reviewJson(body, ['--accept', '2']).applied).toEqual([2]);
  expect(read()).toBe(before);
  copy.write(PAPER, withBulbs);
  expect(review(body, ['--accept', '1']).code).toBe(0);
  expect(read()).toContain('{{sum facts.furniture}}.\n    cost-see');
});

test('moves a paragraph that was deleted at one place and inserted at another', () => {
  copy.change(PAPER, (text) => text.replace('{{ref "furniture" to="research"}} are', 'they are'));
  const moved = `${RESEARCH}small${REST}${KPI}`;
  const from = `<w:moveFrom ${ANA}>${run(moved)}</w:moveFrom>`;
  const to = `<w:moveTo ${ANA}>${run(moved)}</w:moveTo>`;
  const { code, out } = review(
    labelled('furniture', kept(FURNITURE)) +
      labelled('research', from, endGone) +
      labelled('ask', kept(ASK)) +
      paragraph(kept('that the update is noted; and'), inList + endAdded) +
      paragraph(to),
    ['--accept', 'all'],
  );
  expect(out).toContain('Applied 1 change');
  expect(code).toBe(0);
  expect(read()).toMatch(
    /ask: \|\n(?: {6}.*\n|\n)+ {4}research: \|\n {6}R&D <10% of the budget stays \*\*small\*\*/,
  );
});

test('adds and deletes items of lists', () => {
  const before = read();
  const { out } = review(
    labelled('ask', kept(ASK)) +
      paragraph(kept('that the update is noted; and'), inList + endAdded) +
      paragraph(added('that staff are thanked; and'), inList) +
      paragraph(kept('that paragraphs 1.1 to 1.2 are repeated next year.'), inList),
    ['--accept', 'all'],
  );
  expect(out).toContain('Applied');
  expect(read()).toBe(before.replace('noted; and\n', 'noted; and\n      - that staff are thanked; and\n'));
  review(labelled('ask', kept(ASK)) + paragraph(gone('that staff are thanked; and'), inList + endGone), [
    '--accept',
    'all',
  ]);
  expect(read()).toBe(before);
});

test('writes nothing if the paper could not be built with the changes', () => {
  const before = read();
  const body =
    labelled('furniture', gone(FURNITURE), endGone) +
    ['First the benches.', 'Oak ones.', 'Others.', 'Then the bin, open 24/7.']
      .map((text) => paragraph(gone(text), inList + endGone))
      .join('');
  const { code, out } = review(body, ['--accept', '1']);
  expect(code).toBe(1);
  expect(out).toMatch(/With these changes: .*"furniture"/);
  expect(out).toContain('No file was changed.');
  expect(read()).toBe(before);
});

test('applies changes of templates and of titles, and says what a dry run would change', () => {
  const body =
    paragraph(kept('How ') + gone('visits') + added('visitors') + kept(' are counted')) +
    paragraph(
      added('Electronic c') +
        gone('C') +
        kept('ounters at the gates count visits. Section 2 has the results.'),
    );
  const before = read(METHOD);
  expect(review(body, ['--accept', 'all', '--dry-run']).out).toMatch(
    /^Would apply 2 changes in \S*method\.md\.hbs\. No file was changed\.\n$/,
  );
  expect(read(METHOD)).toBe(before);
  review(body, ['--accept', 'all']);
  expect(read(METHOD)).toBe(
    before.replace('How visits are', 'How visitors are').replace('Counters at', 'Electronic counters at'),
  );
});

test('knows a caption that ends in a figure, after its change was applied', () => {
  const body = labelled(
    'views',
    kept('Chart 1. ') +
      gone('Satisfaction') +
      added('Approval') +
      kept(' fell by 1 percentage point, from 71% to 70%'),
  );
  expect(review(body, ['--accept', 'all']).code).toBe(0);
  expect(reviewJson(body).changes).toMatchObject([{ state: 'applied', label: 'views' }]);
});

test('names the author who joined two paragraphs', () => {
  const body = labelled('ask', kept(ASK), endGone) + paragraph(kept('The update is noted.'));
  const { out } = review(body);
  expect(out).toContain('Ana Marsh, 2 March 2026, 10:15');
  expect(out).toContain('two paragraphs were joined');
});

test('says that the paper has changed since the Word file was made', () => {
  expect(runPapers(['build', '--format', 'docx', '--root', copy.root]).code).toBe(0);
  const sent = join(copy.root, 'output/2024-25-q2/parks-update/parks-update.docx');
  const reviewSent = (): { text: string; hasMovedOn: boolean | null } => {
    const { out } = runPapers(['review', sent, '--root', copy.root, '--json']);
    const { hasMovedOn } = JSON.parse(out) as { hasMovedOn: boolean | null };
    return { text: runPapers(['review', sent, '--root', copy.root]).out, hasMovedOn };
  };
  const before = reviewSent();
  expect([before.hasMovedOn, before.text]).toEqual([false, expect.not.stringContaining('have changed')]);
  copy.change(PAPER, (text) => text.replace('The team put in', 'The contractor put up'));
  const after = reviewSent();
  expect(after.hasMovedOn).toBe(true);
  expect(after.text).toContain('The files of the paper have changed since this Word file was made.');
  expect(reviewJson(labelled('ask', kept(ASK)))).toMatchObject({ hasMovedOn: null });
});

test('keeps line breaks of Windows', () => {
  copy.change(PAPER, (text) => text.replaceAll('\n', '\r\n'));
  const before = read();
  review(
    labelled('furniture', kept('The team ') + gone('put in') + added('installed') + kept(` ${NUMBERS}`)),
    ['--accept', 'all'],
  );
  expect(read()).toBe(before.replace('team put in', 'team installed'));
});

test('lists comments with the words that they are about, and their answers', () => {
  const comments = `<w:comment w:id="0" w:author="Finance" w:date="2026-03-03T09:00:00Z"><w:p w14:paraId="0000000A">${kept('Is this final?')}</w:p></w:comment><w:comment w:id="1" w:author="Ana Marsh"><w:p w14:paraId="0000000B">${kept('Yes.')}</w:p></w:comment>`;
  const commentsExtended =
    '<w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>';
  const range = (id: string, text: string): string =>
    `<w:commentRangeStart w:id="${id}"/>${kept(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const body = labelled('furniture', kept('The team ') + range('0', 'put in') + kept(` ${NUMBERS}`));
  expect(reviewJson(body, [], { comments, commentsExtended }).comments).toMatchObject([
    { author: 'Finance', about: 'put in', text: 'Is this final?', label: 'furniture', isAnswer: false },
    { author: 'Ana Marsh', about: '', text: 'Yes.', label: 'furniture', isAnswer: true },
  ]);
  const { out } = review(body, [], { comments, commentsExtended });
  expect(out).toContain('Finance, 3 March 2026, 09:00  furniture');
  expect(out).toContain('On: "put in"');
});

test('refuses files that are no Word document, and numbers that are no change', () => {
  copy.write('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  const { code, err } = runPapers(['review', join(copy.root, 'old.doc'), '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toContain('the file is an old Word document (.doc)');
  const missing = runPapers(['review', 'nowhere.docx', '--root', copy.root]);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('there is no file nowhere.docx')]);
  const body = labelled('ask', added('Dear all, ') + kept(ASK));
  expect(review(body, ['--accept', '7']).err).toContain('there is no change 7\nThe file has changes 1 to 1.');
  expect(review(body, ['--accept', 'most']).err).toContain('"most" names no change');
});

test('says what to do with a file without tracked changes, and with one that does not name its paper', () => {
  const body = labelled('ask', kept(ASK));
  const named = review(body).out;
  expect(named).toContain(
    '0 changes, 0 comments.\nChanges that were made without Track Changes cannot be seen.',
  );
  expect(named).not.toContain('does not say');
  expect(review(body, [], { custom: {} }).out).toContain(
    'The file does not say which paper it was made from. It was compared with parks-update in 2024-25-q2.',
  );
  expect(review(body, ['--accept', '1']).err).toContain('The file has no tracked changes.');
});

test('refuses a file that was made from a paper of another project, unless the user names a paper', () => {
  const custom = { Period: '2031-32-q2', Paper: 'depot-contract' };
  const body = labelled('ask', kept(ASK));
  const { code, err } = review(body, [], { custom });
  expect(code).toBe(2);
  expect(err).toContain('was made from depot-contract in 2031-32-q2, which this project does not have');
  expect(err).toMatch(/name it: papers review \S*returned\.docx 2024-25-q2 parks-update\n/);
  expect(review(body, ['2024-25-q2', 'parks-update'], { custom }).code).toBe(0);
});
