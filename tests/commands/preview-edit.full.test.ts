import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  CheckAnswer,
  OpenAnswer,
  OpenEdit,
  SaveAnswer,
  TextPlaces,
} from '../../src/preview/editing/edit-messages.js';
import { copyProject, type Copy } from '../support/run-papers.js';
import { isDone, runPreview, type AskOptions, type RunningPreview } from '../support/run-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const FACTS = 'data/2024-25-q2/facts.yaml';
const POLLING = { timeout: 30_000 };
const FURNITURE = { file: PAPER, line: 11, column: 7 };

let copy: Copy;
let preview: RunningPreview;
let originals: Map<string, string>;
beforeAll(async () => {
  copy = copyProject('tests/papers/parks-update');
  originals = new Map([PAPER, FACTS].map((file) => [file, read(file)]));
  preview = await runPreview(copy.root, ['--edit']);
  await preview.until(isDone);
});
beforeEach(() => {
  for (const [file, text] of originals) copy.write(file, text);
});
afterAll(async () => {
  expect(await preview.end()).toBe(0);
  copy.remove();
});

function read(file: string): string {
  return readFileSync(join(copy.root, file), 'utf8');
}

const getHeaders = ({ url }: RunningPreview): Record<string, string> => ({
  origin: new URL(url).origin,
  'content-type': 'application/json',
});

async function post<Answer>(name: string, request: unknown, to = preview): Promise<Answer> {
  const { status, body } = await to.ask(name, {
    method: 'POST',
    headers: getHeaders(to),
    body: JSON.stringify(request),
  });
  expect(status).toBe(200);
  return JSON.parse(body.toString('utf8')) as Answer;
}

async function open(place: { file: string; line: number; column: number }, to = preview): Promise<OpenEdit> {
  const answer = await post<OpenAnswer>('edit-open', { ...place, isOnPage: false }, to);
  if (answer.kind !== 'open') throw new Error(answer.words);
  return answer.edit;
}

const save = (ticket: string, text: string, isConfirmed = false, to = preview): Promise<SaveAnswer> =>
  post('edit-save', { ticket, text, isConfirmed }, to);

/** Lists every file of the project with its content, so that a test can say that nothing was written. */
function readAll(): Record<string, string> {
  const names = readdirSync(copy.root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.filter((name) => statSync(join(copy.root, name)).isFile()).map((name) => [name, read(name)]),
  );
}

describe('an edit', () => {
  test('changes a paragraph in its place, and nothing else of the file', async () => {
    const { paper } = await preview.until(isDone);
    const { ticket, text, name } = await open(FURNITURE);
    expect(name).toBe('Paragraph “furniture”');
    expect(text).toMatch(/^The team put in/);
    expect(await save(ticket, text.replace('The team', 'The invented team'))).toEqual({
      kind: 'saved',
      words: 'Paragraph “furniture”',
    });
    expect(read(PAPER)).toBe(originals.get(PAPER)?.replace('The team put in', 'The invented team put in'));
    await preview.until((state) => isDone(state) && state.paper !== paper);
    expect(await preview.page()).toContain('The invented team put in');
  });

  /** Opens the line above the title: the marking and the status. */
  async function openFirstLine(): Promise<OpenEdit> {
    const { body } = await preview.ask('text-places');
    const [place] = (JSON.parse(body.toString('utf8')) as TextPlaces).header;
    if (!place) throw new Error('the first line has no place');
    return open(place);
  }

  test('empties the marking of the paper, and gets it back', async () => {
    await expect.poll(() => preview.page(), POLLING).toContain('OFFICIAL');
    const { ticket, text, name } = await openFirstLine();
    expect({ text, name }).toEqual({ text: 'OFFICIAL', name: '“marking”' });
    expect(await save(ticket, '')).toEqual({ kind: 'saved', words: name });
    expect(read(PAPER)).toBe(originals.get(PAPER)?.replace('marking: OFFICIAL', 'marking:'));
    await expect.poll(() => preview.page(), POLLING).not.toContain('OFFICIAL');
    const { edits } = await preview.until((state) => state.edits?.undo?.words === name);
    await post('edit-undo', { ticket: edits?.undo?.ticket });
    expect(read(PAPER)).toBe(originals.get(PAPER));
  });

  test('changes the status that a draft without a marking prints', async () => {
    const original = originals.get(PAPER) ?? '';
    const draft = original.replace('status: final', 'status: draft').replace('marking: OFFICIAL\n', '');
    copy.write(PAPER, draft);
    await expect.poll(async () => (await openFirstLine()).text, POLLING).toBe('draft');
    const { ticket } = await openFirstLine();
    const checked = await post<CheckAnswer>('edit-check', { ticket, text: 'finished' });
    expect(JSON.stringify(checked)).toContain('"rule":"value-fits"');
    expect(await save(ticket, 'final')).toMatchObject({ kind: 'saved' });
    expect(read(PAPER)).toBe(draft.replace('status: draft', 'status: final'));
  });

  test('changes a figure, and keeps the comments and the layout around it', async () => {
    const { ticket, text, field } = await open({ file: FACTS, line: 6, column: 34 });
    expect([text, field]).toEqual(['12500', 'line']);
    expect(await save(ticket, '13000')).toMatchObject({ kind: 'saved' });
    expect(read(FACTS)).toBe(originals.get(FACTS)?.replace('12500', '13000'));
  });

  test('keeps the permissions of the file', async () => {
    chmodSync(join(copy.root, PAPER), 0o600);
    const { ticket, text } = await open(FURNITURE);
    await save(ticket, text.replace('The team', 'The other team'));
    expect(statSync(join(copy.root, PAPER)).mode & 0o777).toBe(0o600);
    chmodSync(join(copy.root, PAPER), 0o644);
  });

  test('is refused if the file is read-only', async () => {
    chmodSync(join(copy.root, PAPER), 0o444);
    const { ticket, text } = await open(FURNITURE);
    const answer = await save(ticket, text.replace('The team', 'The other team'));
    expect(answer).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('is read-only') as string,
    });
    expect(read(PAPER)).toBe(originals.get(PAPER));
    chmodSync(join(copy.root, PAPER), 0o644);
  });

  test('is refused while the disk is full, and saved afterwards', async ({ skip }) => {
    const small = copyProject('tests/papers/parks-update');
    const folder = join(small.root, 'data/2024-25-q2');
    const aside = join(small.root, 'aside');
    cpSync(folder, aside, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      small.remove();
      skip('a small disk can only be mounted by root');
    }
    cpSync(aside, folder, { recursive: true });
    const onSmallDisk = await runPreview(small.root, ['--edit']);
    try {
      await onSmallDisk.until(isDone);
      const { ticket, text } = await open(FURNITURE, onSmallDisk);
      const filler = join(folder, 'filler.bin');
      expect(() => writeFileSync(filler, Buffer.alloc(500_000))).toThrow(/ENOSPC/);
      const changed = text.replace('The team', 'The other team');
      expect(await save(ticket, changed, true, onSmallDisk)).toMatchObject({
        words: expect.stringContaining('the disk is full') as string,
      });
      expect(readFileSync(join(small.root, PAPER), 'utf8')).toBe(originals.get(PAPER));
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
      rmSync(filler);
      const again = await open(FURNITURE, onSmallDisk);
      expect(await save(again.ticket, changed, true, onSmallDisk)).toMatchObject({ kind: 'saved' });
    } finally {
      expect(await onSmallDisk.end()).toBe(0);
      execFileSync('umount', [folder]);
      small.remove();
    }
  });

  test('is checked before it is saved, with the problems of its text first', async () => {
    const { ticket, text } = await open(FURNITURE);
    const before = readAll();
    const answer = await post<CheckAnswer>('edit-check', { ticket, text: `${text} {{facts.nothing}}` });
    if (answer.kind !== 'checked') throw new Error('stale');
    expect(answer.here.map(({ rule, place }) => [rule, place?.file])).toContainEqual(['name-exists', PAPER]);
    expect(readAll()).toEqual(before);
  });

  test('is saved with an error only if the author confirms', async () => {
    const { ticket, text } = await open(FURNITURE);
    const before = readAll();
    const answer = await save(ticket, `{{facts.nothing}} ${text}`);
    if (answer.kind !== 'errors') throw new Error(answer.kind);
    expect(readAll()).toEqual(before);
    expect(await save(answer.ticket, `{{facts.nothing}} ${text}`, true)).toMatchObject({ kind: 'saved' });
    expect(read(PAPER)).toContain('{{facts.nothing}} The team');
  });

  test('is refused with both texts if the text has changed meanwhile, and applies if the author takes it', async () => {
    const { ticket, text } = await open(FURNITURE);
    copy.change(PAPER, (file) => file.replace('The team put in', 'Their team put in'));
    const theirs = read(PAPER);
    const answer = await save(ticket, text.replace('The team', 'My team'));
    if (answer.kind !== 'conflict') throw new Error(answer.kind);
    expect(answer.theirs).toBe(text.replace('The team', 'Their team'));
    expect(read(PAPER)).toBe(theirs);
    expect(await save(answer.ticket, text.replace('The team', 'My team'), true)).toMatchObject({
      kind: 'saved',
    });
    expect(read(PAPER)).toBe(theirs.replace('Their team', 'My team'));
  });

  test('applies if another place of the file has changed meanwhile', async () => {
    const { ticket, text } = await open(FURNITURE);
    copy.change(PAPER, (file) => `# A new first line\n${file.replace('R&D <10%', 'R&D <20%')}`);
    expect(await save(ticket, text.replace('The team', 'My team'))).toMatchObject({ kind: 'saved' });
    expect(read(PAPER)).toMatch(/^# A new first line\n/);
    expect(read(PAPER)).toContain('My team put in');
    expect(read(PAPER)).toContain('R&D <20%');
  });

  test('that is still to be reviewed says that the list names it', async () => {
    copy.write(PAPER, `${originals.get(PAPER) ?? ''}unreviewed: [furniture]\n`);
    const line = read(PAPER).split('\n').length - 1;
    await expect
      .poll(async () => (await open(FURNITURE)).paragraph?.citations, POLLING)
      .toContainEqual({
        words: 'the list of unreviewed text',
        place: expect.objectContaining({ file: PAPER, line }) as unknown,
      });
  });

  test('is taken back and made again, once for each request', async () => {
    const { ticket, text, name } = await open({ file: PAPER, line: 19, column: 7 });
    await save(ticket, text.replace('R&D <10%', 'R&D <20%'));
    const { edits } = await preview.until((state) => state.edits?.undo?.words === name);
    const edited = read(PAPER);
    expect(await post('edit-undo', { ticket: edits?.undo?.ticket })).toMatchObject({ kind: 'saved' });
    expect(read(PAPER)).toBe(originals.get(PAPER));
    expect(await post('edit-undo', { ticket: edits?.undo?.ticket })).toEqual({ kind: 'stale' });
    expect(read(PAPER)).toBe(originals.get(PAPER));
    const later = await preview.until((state) => state.edits?.redo !== null);
    expect(await post('edit-redo', { ticket: later.edits?.redo?.ticket })).toMatchObject({ kind: 'saved' });
    expect(read(PAPER)).toBe(edited);
  });
});

describe('a data set', () => {
  const WORKS = 'data/2031-32-q2/works.csv';
  let depot: Copy;
  let other: RunningPreview;
  beforeAll(async () => {
    depot = copyProject('tests/papers/depot-contract');
    other = await runPreview(depot.root, ['--edit']);
    await other.until(isDone);
  });
  afterAll(async () => {
    await other.end();
    depot.remove();
  });
  const readWorks = (): string => readFileSync(join(depot.root, WORKS), 'utf8');

  test('states the place of each cell with words, and its figures lead to theirs', async () => {
    const { body } = await other.ask('text-places');
    const { cells } = JSON.parse(body.toString('utf8')) as TextPlaces;
    expect(Object.values(cells).flat(2)).toContainEqual({ file: WORKS, line: 3, column: 1 });
    expect((await open({ file: WORKS, line: 3, column: 1 }, other)).text).toBe('Bodies');
  });

  test('gets a row after the one that is open', async () => {
    const before = readWorks();
    const { ticket, row } = await open({ file: WORKS, line: 3, column: 1 }, other);
    expect(row?.columns).toEqual(['Work', 'Visits a year', 'Rate for a visit']);
    const values = { Work: 'Glass', 'Visits a year': '10', 'Rate for a visit': '27.50' };
    expect(await post('edit-add-row', { ticket, values, isConfirmed: false }, other)).toEqual({
      kind: 'saved',
      words: 'New row “Glass”',
    });
    expect(readWorks()).toBe(before.replace('Lifts,', 'Glass,10,27.50\nLifts,'));
  });

  test('names a cell by its row and column, and loses a row and gets it back', async () => {
    const before = readWorks();
    const [, , line = ''] = before.split('\n');
    const { ticket, name, row } = await open({ file: WORKS, line: 3, column: 1 }, other);
    expect(name).toBe('Cell in row “Bodies”, column “Work”');
    expect(row?.values).toMatchObject({ Work: 'Bodies' });
    expect(await post('edit-delete-row', { ticket, isConfirmed: true }, other)).toEqual({
      kind: 'saved',
      words: 'Deletion of row “Bodies”',
    });
    expect(readWorks()).toBe(before.replace(`${line}\n`, ''));
    const { edits } = await other.until((state) => state.edits?.undo?.words === 'Deletion of row “Bodies”');
    await post('edit-undo', { ticket: edits?.undo?.ticket }, other);
    expect(readWorks()).toBe(before);
  });

  test('keeps a row that another program changed since it was opened', async () => {
    const before = readWorks();
    const { ticket } = await open({ file: WORKS, line: 3, column: 1 }, other);
    const changed = before.replace('Bodies', 'Vans');
    writeFileSync(join(depot.root, WORKS), changed);
    const answer = await post('edit-delete-row', { ticket, isConfirmed: true }, other);
    expect(answer).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('has changed') as string,
    });
    expect(readWorks()).toBe(changed);
    writeFileSync(join(depot.root, WORKS), before);
  });

  test('that is a workbook is edited in its spreadsheet', async () => {
    const answer = await post<OpenAnswer>(
      'edit-open',
      { file: 'data/2026-27-q2/monitor.xlsx', line: 5, column: 2, sheet: 'Budget', isOnPage: true },
      other,
    );
    expect(answer).toMatchObject({ kind: 'elsewhere' });
    expect(answer.kind === 'elsewhere' && answer.words).toMatch(
      /^This is edited in the spreadsheet .*cell B5/,
    );
  });
});

test('opens the text of a template without its front matter', async () => {
  const { name, text, note } = await open({
    file: 'templates/parks-update/appendices/method.md.hbs',
    line: 4,
    column: 1,
  });
  expect(name).toBe('Text of the template');
  expect(text).toMatch(/^Counters at the gates/);
  expect(note).toMatch(/every paper of this kind/);
});

test('finds a paragraph of the page again after lines were added above it', async () => {
  await preview.until(isDone);
  copy.change(PAPER, (text) => text.replace('narrative:', 'narrative: # one\n  # two\n  # three\n  # four'));
  const answer = await post<OpenAnswer>('edit-open', { ...FURNITURE, isOnPage: true });
  expect(answer.kind === 'open' && answer.edit.name).toBe('Paragraph “furniture”');
});

describe('two previews and an outside editor', () => {
  test('write each change whole, and lose none', async () => {
    const other = await runPreview(copy.root, ['--edit']);
    const bins =
      read(FACTS)
        .split('\n')
        .findIndex((text) => text.includes('bins')) + 1;
    const column = (read(FACTS).split('\n')[bins - 1] ?? '').search(/\d/) + 1;
    await other.until(isDone);
    const results: string[] = [];
    const type = async (from: RunningPreview, place: typeof FURNITURE, texts: string[]): Promise<void> => {
      for (const text of texts) {
        const { ticket } = await open(place, from);
        results.push((await save(ticket, text, true, from)).kind);
      }
    };
    const numbers = Array.from({ length: 12 }, (_, index) => String(100 + index));
    const benches =
      read(FACTS)
        .split('\n')
        .findIndex((text) => text.includes('benches')) + 1;
    const benchColumn = (read(FACTS).split('\n')[benches - 1] ?? '').indexOf('14') + 1;
    await Promise.all([
      type(preview, { file: FACTS, line: benches, column: benchColumn }, numbers),
      type(other, { file: FACTS, line: bins, column }, numbers),
    ]);
    await other.end();
    expect(results).toEqual(results.map(() => 'saved'));
    const [, inBenches] = /benches:.*?(\d+)/.exec(read(FACTS)) ?? [];
    const [, inBins] = /bins:.*?(\d+)/.exec(read(FACTS)) ?? [];
    expect([inBenches, inBins]).toEqual(['111', '111']);
    expect(readdirSync(join(copy.root, 'data/2024-25-q2')).filter((name) => name.startsWith('.'))).toEqual(
      [],
    );
  });
});

describe('a preview writes nothing', () => {
  let before: Record<string, string>;
  let good: OpenEdit;
  beforeEach(async () => {
    good = await open(FURNITURE);
    before = readAll();
  });
  const send = async (name: string, request: unknown, options: AskOptions = {}): Promise<number> =>
    (
      await preview.ask(name, {
        method: 'POST',
        headers: getHeaders(preview),
        body: JSON.stringify(request),
        ...options,
      })
    ).status;
  const goodSave = (): unknown => ({ ticket: good.ticket, text: `Hacked. ${good.text}`, isConfirmed: true });

  test.each<[string, Record<string, string | undefined>, number]>([
    ['without an origin', { origin: undefined }, 403],
    ['from another origin', { origin: 'https://evil.example' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['from another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['to another host', { host: 'papers.example' }, 403],
    ['of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['as a form sends it', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['without a type', { 'content-type': undefined }, 415],
  ])('for a request %s', async (_what, changed, status) => {
    const headers = Object.fromEntries(
      Object.entries({ ...getHeaders(preview), ...changed }).filter(([, value]) => value !== undefined),
    );
    expect(await send('edit-save', goodSave(), { headers })).toBe(status);
    expect(readAll()).toEqual(before);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('for %s', async (method) => {
    expect([404, 405]).toContain(await send('edit-save', goodSave(), { method }));
    expect(readAll()).toEqual(before);
  });

  test('without the secret of the address', async () => {
    expect(await send('../edit-save', goodSave())).toBe(405);
    expect(readAll()).toEqual(before);
  });

  test('for a request that is sent again', async () => {
    expect(await save(good.ticket, good.text.replace('The team', 'My team'))).toMatchObject({
      kind: 'saved',
    });
    copy.write(PAPER, originals.get(PAPER) ?? '');
    expect(await save(good.ticket, good.text.replace('The team', 'My team'))).toEqual({ kind: 'stale' });
    expect(read(PAPER)).toBe(originals.get(PAPER));
  });

  test('for a tab of an earlier preview', async () => {
    const earlier = await runPreview(copy.root, ['--edit']);
    await earlier.until(isDone);
    const { ticket, text } = await open(FURNITURE, earlier);
    await earlier.end();
    expect(await save(ticket, `Stale. ${text}`, true)).toEqual({ kind: 'stale' });
    expect(readAll()).toEqual(before);
  });

  test('for a ticket that a page has made up', async () => {
    expect(await save('AAAAAAAAAAAAAAAAAAAAAA', 'Hacked.', true)).toEqual({ kind: 'stale' });
    expect(readAll()).toEqual(before);
  });

  test.each<[string, unknown]>([
    ['no object', 'text'],
    ['no ticket', { text: 'a', isConfirmed: true }],
    ['a foreign key', { ticket: 'a', text: 'a', isConfirmed: true, file: PAPER }],
    ['a text that is no text', { ticket: 'a', text: 1, isConfirmed: true }],
    ['nothing', null],
  ])('for a body with %s', async (_what, request) => {
    expect(await send('edit-save', request)).toBe(400);
    expect(readAll()).toEqual(before);
  });

  test('for a body that is no JSON, or no UTF-8', async () => {
    expect(await send('edit-save', null, { body: '{"ticket":' })).toBe(400);
    expect(await send('edit-save', null, { body: Buffer.from([0x22, 0xff, 0x22]) })).toBe(400);
    expect(readAll()).toEqual(before);
  });

  test('for a body of more than a megabyte, and goes on', async () => {
    const body = JSON.stringify({
      ticket: good.ticket,
      text: 'a'.repeat(2 * 1024 * 1024),
      isConfirmed: true,
    });
    const answer = await preview
      .ask('edit-save', { method: 'POST', headers: getHeaders(preview), body })
      .then(({ status }) => status)
      .catch(() => 413); // the connection may be closed before the whole body is sent
    expect(answer).toBe(413);
    const chunked = await preview
      .ask('edit-save', {
        method: 'POST',
        headers: { ...getHeaders(preview), 'transfer-encoding': 'chunked' },
        body,
      })
      .then(({ status }) => status)
      .catch(() => 413);
    expect(chunked).toBe(413);
    expect(readAll()).toEqual(before);
    expect((await open(FURNITURE)).text).toBe(good.text);
  });

  test.each([
    '../outside.yaml',
    '/etc/passwd',
    'package.json',
    'data/../outside.yaml',
    'data',
    'data/none.yaml',
    'data/a\0b.yaml',
    'output/x.yaml',
    'data/2024-25-q2/script.sh',
  ])('outside the author’s texts: %j', async (file) => {
    writeFileSync(join(copy.root, 'data/2024-25-q2/script.sh'), 'title: x\n');
    writeFileSync(join(copy.root, 'outside.yaml'), 'title: x\n');
    const answer = await post<OpenAnswer>('edit-open', { file, line: 1, column: 8, isOnPage: false });
    expect(answer.kind).toBe('elsewhere');
    for (const name of ['data/2024-25-q2/script.sh', 'outside.yaml']) rmSync(join(copy.root, name));
  });

  test('through a link out of the project, or one that appears while an editor is open', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    const secret = join(outside, 'secret.yaml');
    writeFileSync(secret, read(PAPER));
    const link = join(copy.root, 'data/2024-25-q2/linked.yaml');
    symlinkSync(secret, link);
    const answer = await post<OpenAnswer>('edit-open', {
      file: 'data/2024-25-q2/linked.yaml',
      line: 11,
      column: 7,
      isOnPage: false,
    });
    expect(answer.kind).toBe('elsewhere');
    rmSync(link);
    rmSync(join(copy.root, PAPER));
    symlinkSync(secret, join(copy.root, PAPER));
    expect(await save(good.ticket, 'Hacked.', true)).toMatchObject({ kind: 'refused' });
    expect(readFileSync(secret, 'utf8')).toBe(originals.get(PAPER));
    expect(readdirSync(outside)).toEqual(['secret.yaml']);
    rmSync(join(copy.root, PAPER));
    rmSync(outside, { recursive: true });
    mkdirSync(join(copy.root, 'data'), { recursive: true });
  });
});

test('has no action that writes without --edit', async () => {
  const reading = await runPreview(copy.root);
  await reading.until(isDone);
  const { ticket, text } = await open(FURNITURE);
  for (const [name, request] of [
    ['edit-open', { ...FURNITURE, isOnPage: true }],
    ['edit-check', { ticket, text }],
    ['edit-save', { ticket, text: `Hacked. ${text}`, isConfirmed: true }],
    ['edit-undo', { ticket }],
  ] as const) {
    const { status } = await reading.ask(name, {
      method: 'POST',
      headers: getHeaders(reading),
      body: JSON.stringify(request),
    });
    expect(status).toBe(405);
  }
  expect((await reading.ask('text-places')).status).toBe(404);
  expect((await reading.ask('')).body.toString('utf8')).not.toContain('id="undo"');
  expect(reading.states.at(-1)?.edits).toBeNull();
  expect(read(PAPER)).toBe(originals.get(PAPER));
  await reading.end();
});
