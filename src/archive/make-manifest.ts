import { formatIsoDate } from '../format.js';
import type { Document } from '../model/document.js';
import { getVersionStatus } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import type { Manifest } from './manifest.js';
import type { NewFile } from '../disk/write-synced.js';
import { sha256 } from '../sha256.js';

/** A build, as far as a manifest tells of it. */
export interface BuiltPaper {
  inputs: Inputs;
  document: Document;
  /** Every file of the version's folder, besides the manifest. */
  files: NewFile[];
}

export type ToolRecord = Manifest['tool'];

/** What is issued: which version, after which. */
export interface Issue {
  version: string;
  note: string | null;
  previous: Manifest['previous'];
}

/** The manifest of a version: a function of what it was made from and with, so that it can be made again and compared. */
export function makeManifest(
  { inputs, document, files }: BuiltPaper,
  issue: Issue,
  tool: ToolRecord,
): Manifest {
  const { paper, meeting, organisation, quarter } = inputs;
  const tabled = meeting.papers.find((one) => one.id === paper.id);
  return {
    format: 'committee-papers-manifest-1',
    paper: {
      id: paper.id,
      number: tabled?.number ?? '',
      title: document.title,
      author: document.author,
      quarter,
      language: document.language,
    },
    authority: organisation.name,
    committee: { id: meeting.committee.id, name: meeting.committee.name },
    meeting: meeting.date,
    version: issue.version,
    status: getVersionStatus(issue.version),
    note: issue.note,
    madeAt: document.madeAt.toISOString(),
    previous: issue.previous,
    retention: retention(inputs),
    switchedOff: paper.switchedOff,
    tool,
    content: contentHash(document, inputs),
    inputs: sorted(
      inputs.files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
      ({ path }) => path,
    ),
    outputs: sorted(
      files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
      ({ name }) => name,
    ),
  };
}

/**
 * A period of years "beginning with the date of the meeting" (Local Government Act 1972, sections 100C(1) and 100D(2)) has
 * that date as its first day, so its last is the day before the anniversary.
 */
function retention({ paper, meeting, organisation }: Inputs): Manifest['retention'] {
  const until = (years: number | undefined): string | null =>
    years === undefined ? null : lastDayOfPeriod(meeting.date, years);
  return {
    publishedOn: paper.published ?? null,
    inspectReportUntil: until(organisation.retention?.reports),
    inspectBackgroundPapersUntil: until(organisation.retention?.backgroundPapers),
  };
}

function lastDayOfPeriod(first: string, years: number): string {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  return formatIsoDate(new Date(Date.UTC(year + years, month - 1, day - 1)));
}

/** What the paper says and how it looks. Lines of the author's files are left out: a comment more is no change of the paper. */
function contentHash(document: Document, { theme }: Inputs): string {
  const said = { ...document, status: null, statusText: null, changes: null, madeAt: null, theme };
  return sha256(JSON.stringify(said, (key, value: unknown) => (key === 'place' ? undefined : value)));
}

function sorted<T>(list: T[], by: (one: T) => string): T[] {
  return [...list].sort((a, b) => (by(a) < by(b) ? -1 : 1));
}
