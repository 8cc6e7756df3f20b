import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sha256 } from '../../src/sha256.js';
import { copyMeetingProject, MEETING, type MeetingProject } from '../support/copy-meeting.js';
import { fold, readPdf, type ReadPdf } from '../support/read-pdf.js';
import { readAloud, readStructure, walkElements, type Structure } from '../support/read-structure.js';

let project: MeetingProject;
beforeAll(() => {
  project = copyMeetingProject();
  expect(project.issue('parks-update', '1.0').code).toBe(0);
  project.change('templates/theme/theme.yaml', (text) => `${text}\npage: { size: Letter }\n`);
  expect(project.issue('play-plan', '1.0').code).toBe(0);
  expect(project.issue('bench-plan', '0.1').code).toBe(0);
});
afterAll(() => project.remove());

function readPack(kind = 'packs'): Buffer {
  return readFileSync(project.path('output', kind, MEETING, 'pack.pdf'));
}

describe('a public pack', () => {
  let run: ReturnType<MeetingProject['papers']>;
  let bytes: Buffer;
  let pdf: ReadPdf;
  let structure: Structure;
  beforeAll(async () => {
    run = project.papers('pack', MEETING);
    bytes = readPack();
    pdf = await readPdf(bytes);
    structure = await readStructure(bytes);
  });

  test('says what was made, and what is to follow', () => {
    expect(run.code).toBe(0);
    expect(run.out).toContain('2 papers, 8 pages; to follow: 12a. Tree plan, 14. Plan for benches');
    expect(run.err).toBe('bench-plan is to follow: only drafts of it are issued, the last is 0.1.\n');
    expect(readdirSync(project.path('output/packs', MEETING)).sort()).toEqual(['agenda.html', 'pack.pdf']);
  });

  test('has the pages of each paper as issued, in the order of the agenda', async () => {
    const issued = await Promise.all(
      ['5-play-plan/v1.0/play-plan.pdf', '012-parks-update/v1.0/parks-update.pdf'].map((file) =>
        readPdf(readFileSync(project.path('output/archive/parks', MEETING, file))),
      ),
    );
    const expected = issued.flatMap(({ pages }) => pages.map(({ text }) => fold(text)));
    const actual = pdf.pages.slice(2).map(({ text }) => fold(text).replace(/ ?Pack page \d+$/, ''));
    expect(actual).toEqual(expected);
  });

  test('has its own number on every page, beside that of the paper', () => {
    const numbers = pdf.pages.map(({ text }) => /Pack page (\d+)\s*$/.exec(text)?.[1]);
    expect(numbers).toEqual(pdf.pages.map((_, index) => String(index + 1)));
    expect(pdf.pages[6]?.text).toContain('Page 2 of 3');
  });

  test('lists the agenda with recommendations and the right pages', () => {
    const [front] = pdf.pages;
    const text = fold(front?.text ?? '');
    expect(text).toContain('1 Apologies for absence');
    expect(text).toContain('2 Minutes of the last meeting To agree the minutes of 1 October 2024.');
    expect(text).toMatch(
      /5 Plan for play & sport Play Officer .*asked to agree: • that the update is noted; .* 3 012 Parks update/,
    );
    expect(text).toMatch(/012 Parks update Head of Parks .* 6 12a Tree plan/);
    expect(text).toContain('To follow: The survey of trees ends on 30 October.');
    expect(text).toContain('2 papers, 8 pages');
    expect(text).toContain('6.30 pm');
    expect(text.indexOf('Any other business')).toBeLessThan(text.indexOf('14 Plan for benches'));
  });

  test('leads every link to the right page', () => {
    const first = pdf.pages[0]?.links.map(({ destination }) => pdf.destinations.get(destination ?? ''));
    expect(first).toEqual([3, 3, 6, 6]);
    const links = pdf.pages.flatMap(({ links: all }, index) =>
      all.map((link) => ({ ...link, page: index + 1 })),
    );
    const inside = links.filter(
      ({ destination }) => destination !== null && !/^paper-[a-z-]+$/.test(destination),
    );
    expect(inside.length).toBeGreaterThan(8);
    for (const { destination, page } of inside) {
      const target = pdf.destinations.get(destination ?? '') ?? 0;
      expect(destination).toContain(page < 6 ? 'paper-play-plan.' : 'paper-parks-update.');
      expect([target >= (page < 6 ? 3 : 6), target <= (page < 6 ? 5 : 8)]).toEqual([true, true]);
    }
  });

  test('has a bookmark for each paper, with those of its sections and appendices below it', () => {
    const [agenda, ...rest] = pdf.outline;
    expect(agenda).toEqual({ title: 'Meeting', level: 1, page: 1 });
    expect(rest.filter(({ level }) => level === 1)).toEqual([
      { title: '5. Plan for play & sport', level: 1, page: 3 },
      { title: '012. Parks update', level: 1, page: 6 },
    ]);
    expect(rest).toContainEqual({ title: 'Annex A: How visits are counted', level: 2, page: 5 });
    expect(rest).toContainEqual({ title: 'Annex A: How visits are counted', level: 2, page: 8 });
  });

  test('is tagged as one document with a part for each paper, without a fault', () => {
    expect(structure.faults).toEqual([]);
    expect(structure.root.role).toBe('Document');
    expect(structure.root.children.map((child) => ('role' in child ? child.role : ''))).toEqual([
      'Part',
      'Part',
      'Part',
    ]);
    const headings = [...walkElements(structure.root)].filter(({ role }) => role === 'H1').map(readAloud);
    expect(headings.map(fold)).toEqual([
      'Parks and Open Spaces Panel, 5 November 2024: agenda and papers',
      'Invented play-plan',
      'Parks update',
    ]);
    expect(readAloud(structure.root)).not.toMatch(/Pack page \d/);
  });

  test('numbers its pages for viewers, and names the meeting', async () => {
    const { info } = pdf;
    expect(info['Title']).toBe('Parks and Open Spaces Panel, 5 November 2024: agenda and papers');
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    expect(await document.getPageLabels()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('keeps the sources and figures of each paper, with names of their own', async () => {
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const attachments = (await document.getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(Object.keys(attachments).sort()).toEqual(
      ['parks-update', 'play-plan'].flatMap((paper) =>
        ['figures.csv', 'figures.csv-metadata.json', 'sources.zip'].map((name) => `paper-${paper}-${name}`),
      ),
    );
    const sources = readFileSync(
      project.path('output/archive/parks', MEETING, '5-play-plan/v1.0/sources.zip'),
    );
    expect(Buffer.from(attachments['paper-play-plan-sources.zip']?.content ?? [])).toEqual(sources);
  });

  test('gives the same bytes again', () => {
    expect(project.papers('pack', MEETING).code).toBe(0);
    expect(readPack()).toEqual(bytes);
  });

  test('is described with --json', () => {
    const { packed, pages, papers, remarks } = JSON.parse(
      project.papers('pack', MEETING, '--json').out,
    ) as Record<string, unknown>;
    expect({ packed, pages, remarks }).toMatchObject({
      packed: true,
      pages: 8,
      remarks: [expect.stringContaining('0.1')],
    });
    expect(papers).toMatchObject([
      { paper: 'play-plan', number: '5', state: 'packed', version: '1.0', firstPage: 3, pages: 3 },
      { paper: 'parks-update', number: '012', firstPage: 6, pages: 3 },
      { paper: 'tree-plan', state: 'to follow', version: null, firstPage: null },
      { paper: 'bench-plan', state: 'to follow' },
    ]);
  });

  test('has a page of the agenda whose links lead to files', () => {
    const folder = project.path('output/packs', MEETING);
    const html = readFileSync(join(folder, 'agenda.html'), 'utf8');
    expect(html).toContain('<h2 id="item-3">5. Plan for play &amp; sport</h2>');
    expect(html).toContain('<li>that the update is noted; and</li>');
    expect(html).toContain('pack.pdf#page=6');
    const links = [...html.matchAll(/href="([^"#]+)/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(8);
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true);
  });
});

test('takes the newest final version of each paper, and keeps the last pack when one has changed', () => {
  const changed = copyMeetingProject();
  expect(changed.issue('parks-update', '1.0').code).toBe(0);
  changed.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('First the benches', 'At first the benches'),
  );
  expect(
    changed.issue('parks-update', '1.1', '--note', 'A word is added.', '--made-at', '2024-10-26').code,
  ).toBe(0);
  const { out } = changed.papers('pack', MEETING, '--json');
  expect(JSON.parse(out)).toMatchObject({ papers: [{}, { paper: 'parks-update', version: '1.1' }, {}, {}] });
  const pack = changed.path('output/packs', MEETING, 'pack.pdf');
  const before = readFileSync(pack);

  const file = changed.path('output/archive/parks', MEETING, '012-parks-update/v1.1/parks-update.pdf');
  writeFileSync(file, readFileSync(file).subarray(0, 20_000));
  const { code, err, out: said } = changed.papers('pack', MEETING);
  expect(code).toBe(1);
  expect(err).toContain(
    'parks-update.pdf: error: has changed since it was issued. Restore it, and check the archive',
  );
  expect(said).toContain('Your last pack is unchanged');
  expect(readFileSync(pack)).toEqual(before);
  changed.remove();
});

test('builds working copies with --working, and says on every page that they are not issued', async () => {
  const working = copyMeetingProject();
  const { code, out } = working.papers('pack', MEETING, '--working');
  expect(code).toBe(0);
  expect(out).toContain('3 papers');
  const folder = working.path('output/working-packs', MEETING);
  const pdf = await readPdf(readFileSync(join(folder, 'pack.pdf')));
  pdf.pages.forEach(({ text }, index) => expect(text).toContain(`Not issued · Pack page ${index + 1}`));
  expect(fold(pdf.pages[0]?.text ?? '')).toContain('Working copy: not issued.');
  expect(pdf.info['Title']).toContain('(working copies)');
  const html = readFileSync(join(folder, 'agenda.html'), 'utf8');
  expect(html).toContain('Not issued: this agenda leads to working copies');
  for (const [, link = ''] of html.matchAll(/href="([^"#]+)/g))
    expect(existsSync(join(folder, link)), link).toBe(true);
  expect(existsSync(working.path('output/packs'))).toBe(false);

  working.change('data/2024-25-q2/play-plan.yaml', (text) =>
    text.replace('{{ref "method"}}', '{{ref "methods"}}'),
  );
  const failed = working.papers('pack', MEETING, '--working');
  expect(failed.code).toBe(1);
  expect(failed.err).toContain(
    'data/2024-25-q2/play-plan.yaml: error: cannot be built: papers check 2024-25-q2 play-plan',
  );
  working.remove();
});

test('prefers exempt editions with --exempt, and says on every page that they are not for publication', async () => {
  const exempt = project.path('output/exempt/archive/parks', MEETING, '012-parks-update/v1.0');
  mkdirSync(dirname(exempt), { recursive: true });
  cpSync(project.path('output/archive/parks', MEETING, '012-parks-update/v1.0'), exempt, { recursive: true });
  const { code, out } = project.papers('pack', MEETING, '--exempt');
  expect(code).toBe(0);
  expect(out).toContain('2 papers');
  const folder = project.path('output/exempt/packs', MEETING);
  const pdf = await readPdf(readFileSync(join(folder, 'pack.pdf')));
  pdf.pages.forEach(({ text }, index) =>
    expect(text).toContain(`Not for publication · Pack page ${index + 1}`),
  );
  expect(pdf.info['Title']).toContain('(not for publication)');
  const html = readFileSync(join(folder, 'agenda.html'), 'utf8');
  const links = [...html.matchAll(/href="([^"#]+)/g)].map(([, link = '']) => link);
  expect(links).toContain('../../archive/parks/2024-11-05/012-parks-update/v1.0/parks-update.pdf');
  expect(links).toContain('../../../archive/parks/2024-11-05/5-play-plan/v1.0/play-plan.pdf');
  for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true);
});

test('explains an unknown meeting, and a meeting without issued papers', () => {
  const unknown = project.papers('pack', '2024-11-06');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('there is no meeting "2024-11-06"');
  expect(unknown.err).toContain('Did you mean "2024-11-05"?');
  const empty = copyMeetingProject();
  const { code, err } = empty.papers('pack', MEETING);
  expect(code).toBe(2);
  expect(err).toContain('no paper of the meeting 2024-11-05 is issued');
  expect(err).toContain('papers pack 2024-11-05 --working');
  expect(existsSync(empty.path('output'))).toBe(false);
  empty.remove();
});

test('follows the standards of the papers, and refuses papers of two sets', async () => {
  const newer = copyMeetingProject();
  newer.change('templates/theme/theme.yaml', (text) => `${text}\npdf: { standards: [ua-2, a-4f, wtpdf] }\n`);
  expect(newer.issue('parks-update', '1.0').code).toBe(0);
  newer.change('templates/theme/theme.yaml', (text) => text.replace(/\npdf: .*/, ''));
  expect(newer.papers('pack', MEETING).code).toBe(0);
  const bytes = readFileSync(newer.path('output/packs', MEETING, 'pack.pdf'));
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-2.0');
  const { faults, root } = await readStructure(bytes);
  expect(faults).toEqual([]);
  expect([...walkElements(root)].filter(({ role }) => role === 'Title').map(readAloud)).toHaveLength(2);
  const { destinations, outline } = await readPdf(bytes);
  expect(outline.find(({ title }) => title === '012. Parks update')?.page).toBe(
    destinations.get('paper-parks-update'),
  );
  expect(newer.issue('play-plan', '1.0').code).toBe(0);
  const { code, err } = newer.papers('pack', MEETING);
  expect(code).toBe(1);
  expect(err).toContain(
    'play-plan.pdf: error: follows PDF/UA-1 and PDF/A-3a, and papers before it PDF/UA-2 and PDF/A-4f',
  );
  expect(err).toContain('issue the papers with the same standards');
  newer.remove();
});

test('refuses a PDF that another program has made', () => {
  const foreign = copyMeetingProject();
  expect(foreign.issue('parks-update', '1.0').code).toBe(0);
  const folder = foreign.path('output/archive/parks', MEETING, '012-parks-update/v1.0');
  const bytes = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  );
  writeFileSync(join(folder, 'parks-update.pdf'), bytes);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    outputs: { name: string; sha256: string }[];
  };
  for (const output of manifest.outputs) if (output.name.endsWith('.pdf')) output.sha256 = sha256(bytes);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const { code, err } = foreign.papers('pack', MEETING);
  expect(code).toBe(1);
  expect(err).toContain(
    'parks-update.pdf: error: has no tags for screen readers, so it was not made by this program',
  );
  foreign.remove();
});

test('says when and why a paper was withdrawn', () => {
  const other = copyMeetingProject();
  try {
    expect(other.issue('parks-update', '1.0').code).toBe(0);
    expect(other.issue('play-plan', '1.0').code).toBe(0);
    const folder = other.path('output/archive/parks', MEETING, '5-play-plan/v1.0');
    expect(other.papers('withdraw', folder, '--reason', 'It names a child.').code).toBe(0);
    const { code, out } = other.papers('pack', MEETING);
    expect(code).toBe(0);
    expect(out).not.toContain('Plan for play');
    expect(readFileSync(other.path('output/packs', MEETING, 'agenda.html'), 'utf8')).toMatch(
      /Withdrawn on \d+ \w+ \d{4}: It names a child\./,
    );
  } finally {
    other.remove();
  }
});
