import { findTabledPaper } from '../model/meeting.js';
import type { NewFile } from '../disk/write-synced.js';
import { formatIsoDate } from '../format/dates.js';
import type { Document } from '../model/document.js';
import { getVersionStatus } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { STANDARD_SETS } from '../model/pdf-standards.js';
import { sha256 } from '../sha256.js';
import type { PackedFile } from '../sources/pack-sources.js';
import type { Manifest } from './manifest.js';

/** A finished build, from which a version is issued. */
export interface BuiltPaper {
  inputs: Inputs;
  document: Document;
  /** The files of the version's folder, without the manifest. */
  files: NewFile[];
  /** The files in `sources.zip`, without the build record. */
  sourceFiles: PackedFile[];
  /** The changes since an earlier version, whose page is one of the files. Absent if there is none to compare with. */
  changes?: Manifest['changes'];
}

/** The program that builds papers on this machine. */
export type ToolRecord = Manifest['tool'];

/** The decisions of an issue that the manifest records. */
export interface IssueFacts {
  version: string;
  note: string | null;
  previous: Manifest['previous'];
}

/** Makes the manifest of a version. The same arguments give the same manifest, so a rebuilt version can be compared. */
export function makeManifest(
  { inputs, document, files, sourceFiles, changes }: BuiltPaper,
  { version, note, previous }: IssueFacts,
  tool: ToolRecord,
): Manifest {
  const { paper, meeting, organisation, theme } = inputs;
  return {
    format: 'committee-papers-manifest-1',
    paper: describePaper(inputs, document),
    authority: organisation.name,
    committee: { id: meeting.committee.id, name: meeting.committee.name },
    meeting: meeting.date,
    version,
    status: getVersionStatus(version),
    note,
    madeAt: document.madeAt.toISOString(),
    previous,
    openToInspection: computeInspection(inputs),
    standards: [...STANDARD_SETS[theme.pdf.version]],
    switchedOff: paper.switchedOff,
    tool,
    content: hashContent(document, inputs),
    ...(changes && { changes }),
    inputs: sourceFiles
      .map(({ path, bytes, cutFrom }) => ({
        path,
        ...describeBytes(bytes),
        ...(cutFrom && { original: cutFrom }),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    outputs: files
      .map(({ name, bytes }) => ({ name, ...describeBytes(bytes) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function describePaper({ paper, meeting, period }: Inputs, document: Document): Manifest['paper'] {
  return {
    id: paper.id,
    number: findTabledPaper(meeting, paper.id)?.number ?? '',
    title: document.title,
    author: document.author,
    period: period.id,
    language: document.language,
  };
}

function describeBytes(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: sha256(bytes) };
}

function computeInspection({ paper, meeting }: Inputs): Manifest['openToInspection'] {
  const computeLastDay = (years: number | undefined): string | null =>
    years === undefined ? null : findLastDayOfTerm(meeting.date, years);
  return {
    publishedOn: paper.published ?? null,
    inspectReportUntil: computeLastDay(meeting.committee.law.inspection?.reports),
    inspectBackgroundPapersUntil: computeLastDay(meeting.committee.law.inspection?.backgroundPapers),
  };
}

/**
 * Returns the day before the anniversary. A period "beginning with the date of the meeting" includes that date.
 * See the Local Government Act 1972, sections 100C(1) and 100D(2).
 */
function findLastDayOfTerm(first: string, years: number): string {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  return formatIsoDate(new Date(Date.UTC(year + years, month - 1, day - 1)));
}

/**
 * Hashes content and design. Lines of the author's files are left out, because a new comment does not change the paper. So are roles of
 * sections, which no reader sees.
 */
function hashContent(document: Document, { theme }: Inputs): string {
  const content = { ...document, status: null, statusText: null, changes: null, madeAt: null, theme };
  const running = JSON.stringify(document.running);
  const edition = JSON.stringify(document.statusText).slice(1, -1); // A running line may print it.
  return sha256(
    JSON.stringify({ ...content, running: running.replaceAll(edition, '') }, (key, value: unknown) =>
      key === 'place' || key === 'role' ? undefined : value,
    ),
  );
}
