import { join } from 'node:path';
import type { Comparison } from '../../compare/describe/comparison.js';
import { compareDocuments, describeTitlePage } from '../../compare/describe/compare-documents.js';
import { listChangedFigures, type ChangedFigure } from '../../compare/describe/list-changed-figures.js';
import { listChanges } from '../../compare/describe/list-changes.js';
import { summariseChanges } from '../../compare/describe/summarise-changes.js';
import { PLAIN_THEME } from '../../compare/redline/plain-theme.js';
import { renderRedline } from '../../compare/redline/render-redline.js';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';
import { formatDate } from '../../format/dates.js';
import { capitalise } from '../../format/words.js';
import { formatVersion } from '../../model/edition.js';
import { makeError, type Checked } from '../../model/problem.js';
import { sha256 } from '../../sha256.js';
import { decodeDocument, DOCUMENT, type StoredDocument } from '../document-file.js';
import type { BuiltPaper } from '../make-manifest.js';
import type { Manifest } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import { formatChangesName } from './changes-names.js';
import { comparePrintedVersions } from './compare-printed-versions.js';

/** The page with the changes of a version, and their record in its manifest. */
export interface VersionChanges {
  page: NewFile;
  record: NonNullable<Manifest['changes']>;
}

/** The new version, and the earlier one that it is compared with. */
export interface ChangesRequest {
  archive: string;
  base: ArchivedVersion;
  built: BuiltPaper;
  version: string;
  note: string | null;
}

/** The files of a version that a comparison reads. */
interface VersionFiles {
  stored: StoredDocument | null;
  pdf: Uint8Array | null;
}

/** The most figures that a manifest and the index list. The page lists all. */
const MAX_LISTED = 10;

/** Properties that each new edition changes. The head of the page states them. */
const EDITION_PROPERTIES = ['version', 'note of changes'];

/**
 * Makes the page that shows the changes since an earlier version, from both versions' documents as data. The same files give the same
 * page. Null if the earlier version has no file that can be compared, such as a withdrawn one. The problem is a file of it that changed.
 */
export async function makeChanges(request: ChangesRequest): Promise<Checked<VersionChanges | null>> {
  const { archive, base, built } = request;
  const damaged = findDamaged(archive, base);
  if (damaged !== null)
    return { value: null, problems: [makeError('history-is-whole', undefined, damaged, { hint: HINT })] };
  const [before, after] = [readFiles((name) => readIssued(archive, base, name)), readFiles(pickFrom(built))];
  const comparison = await compareVersionFiles(before, after, base.manifest.version);
  return { value: comparison && renderChanges(comparison, after, request), problems: [] };
}

const HINT = 'Run papers verify, and restore the missing or changed files before you issue another version.';

function findDamaged(archive: string, base: ArchivedVersion): string | null {
  const damaged = base.manifest.outputs.find(({ name, sha256: issued }) => {
    const bytes = name === DOCUMENT || name.endsWith('.pdf') ? readIssued(archive, base, name) : null;
    return bytes !== null && sha256(bytes) !== issued;
  });
  return damaged ? `the archive is not as issued: ${base.folder}/${damaged.name}` : null;
}

/** Reads a file of a version. Null if the version was issued without it, or no longer shows it. */
function readIssued(archive: string, { folder, manifest }: ArchivedVersion, ending: string): Buffer | null {
  const output = manifest.outputs.find(({ name }) => name.endsWith(ending));
  return output ? readIfPresent(join(archive, folder, output.name)) : null;
}

function pickFrom({ files }: BuiltPaper): (ending: string) => Uint8Array | null {
  return (ending) => files.find(({ name }) => name.endsWith(ending))?.bytes ?? null;
}

function readFiles(read: (ending: string) => Uint8Array | null): VersionFiles {
  const document = read(DOCUMENT);
  return { stored: document && decodeDocument(document), pdf: read('.pdf') };
}

async function compareVersionFiles(
  before: VersionFiles,
  after: VersionFiles,
  base: string,
): Promise<Comparison | null> {
  if (before.stored && after.stored) {
    const comparison = compareDocuments(before.stored.document, after.stored.document);
    const metadata = comparison.metadata.filter(({ name }) => !EDITION_PROPERTIES.includes(name));
    return { ...comparison, metadata };
  }
  if (!before.pdf || !after.pdf) return null;
  return await comparePrintedVersions(
    before.pdf,
    after.pdf,
    after.stored && describeTitlePage(after.stored.document),
    `${capitalise(formatVersion(base))} was stored without its document as data, so the words of the PDFs are compared.`,
  );
}

function renderChanges(
  comparison: Comparison,
  { stored }: VersionFiles,
  { base: { manifest: base }, built, version, note }: ChangesRequest,
): VersionChanges {
  const changes = listChanges(comparison);
  const figures = listChangedFigures(changes);
  const paper = built.inputs.paper.id;
  const head = {
    before: { name: formatVersion(base.version), detail: formatDate(base.madeAt.slice(0, 10)) },
    after: {
      name: formatVersion(version),
      detail: formatDate(built.document.madeAt.toISOString().slice(0, 10)),
    },
    note,
    links: [
      { href: `${paper}.html`, text: `${capitalise(formatVersion(version))} without marks` },
      { href: `../notice-v${base.version}.html`, text: capitalise(formatVersion(base.version)) },
      { href: '../../../../index.html', text: 'All papers' },
    ],
  };
  const page = `${renderRedline(comparison, head, stored?.theme ?? PLAIN_THEME)}\n`;
  return {
    page: { name: formatChangesName(paper), bytes: Buffer.from(page, 'utf8') },
    record: {
      since: base.version,
      page: formatChangesName(paper),
      summary: summariseChanges(changes).map(({ text }) => text),
      figures: { count: figures.length, listed: figures.slice(0, MAX_LISTED).map(toRecord) },
    },
  };
}

function toRecord({
  label,
  period,
  before,
  after,
  reason,
  where,
}: ChangedFigure): VersionChanges['record']['figures']['listed'][number] {
  const places = where.map(({ name }) => name);
  return { label, period, before: before.text, after: after.text, reason, where: places };
}
