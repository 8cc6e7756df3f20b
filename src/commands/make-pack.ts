import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { INDEX } from '../archive/pages/derive-pages.js';
import { noCache } from '../model/cache.js';
import type { Look } from '../model/look.js';
import type { Meeting } from '../model/meeting.js';
import { STANDARD_NAMES, STANDARD_SETS, type PdfVersion } from '../model/pdf-standards.js';
import { isError, type Problem } from '../model/problem.js';
import type { NewFile } from '../disk/write-synced.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';
import { openReader } from '../inputs/source-reader.js';
import { readTheme } from '../inputs/template/read-theme.js';
import type { OpenPdf } from '../pack/join/open-pdf.js';
import { layOutPack } from '../pack/lay-out-pack.js';
import { makeStamps } from '../pack/make-stamps.js';
import {
  AGENDA_PAGE,
  formatItemTitle,
  formatPartName,
  listPacked,
  PACK_PDF,
  type Pack,
  type PageSpan,
} from '../pack/pack.js';
import { renderAgendaPage } from '../pack/render-agenda-page.js';
import type { CollectedPaper, CollectedPdf, PackFault } from './collected-paper.js';
import { readSourceDateEpoch } from './find-requested-paper.js';
import type { PackOptions } from './pack-options.js';
import { createProgressLine } from './print.js';

/** A pack before it is written. */
export interface MadePack {
  pack: Pack;
  files: NewFile[];
  spans: ReadonlyMap<string, PageSpan>;
  pages: number;
}

/** The pack is null if there are faults or errors. */
export interface PackResult {
  made: MadePack | null;
  faults: PackFault[];
  problems: Problem[];
}

/** Makes the files of a pack from its papers. */
export async function makePack(
  meeting: Meeting,
  papers: readonly CollectedPaper[],
  packFolder: string,
  options: PackOptions,
): Promise<PackResult> {
  const organisation = readOrganisation(options.root);
  const theme = readTheme(openReader(options.root), noCache);
  const problems = [...organisation.problems, ...theme.problems];
  if (!organisation.value || !theme.value || problems.some(isError))
    return { made: null, faults: [], problems };
  const look: Look = { theme: theme.value.theme, fonts: theme.value.fonts?.files ?? null };
  const { name: authority, language } = organisation.value;
  const archiveIndex = findArchiveIndex(packFolder, options);
  const pack = planPack({ authority, language, archiveIndex }, meeting, papers, options);
  const showProgress = createProgressLine(options);
  try {
    const { opened, faults } = await openPapers(papers.filter(hasPdf), showProgress);
    if (faults.length > 0) return { made: null, faults, problems };
    showProgress(`joining ${opened.size} papers …`);
    return {
      made: await joinPack(pack, papers.filter(hasPdf), opened, followPapers(look, opened)),
      faults,
      problems,
    };
  } finally {
    showProgress('');
  }
}

/** Finds the index of the public archive, for packs that readers of the archive get. */
function findArchiveIndex(packFolder: string, { root, exempt, working }: PackOptions): string | null {
  const index = `${ARCHIVE}/${INDEX}`;
  return exempt || working || !existsSync(join(root, index)) ? null : posix.relative(packFolder, index);
}

function hasPdf(collected: CollectedPaper): collected is CollectedPdf {
  return 'bytes' in collected;
}

function planPack(
  owner: Pick<Pack, 'authority' | 'language' | 'archiveIndex'>,
  meeting: Meeting,
  papers: readonly CollectedPaper[],
  { exempt = false, working = false, madeAt }: PackOptions,
): Pack {
  const { committee, date, time, venue } = meeting;
  return {
    ...owner,
    committee: committee.name,
    date,
    time,
    venue,
    isExempt: exempt,
    isWorking: working,
    items: meeting.agenda.map(({ paper: id, ...item }) => ({
      ...item,
      author: meeting.papers.find((tabled) => tabled.id === id)?.author ?? null,
      paper: papers.find(({ paper }) => paper.id === id)?.paper ?? null,
    })),
    madeAt: madeAt ?? readSourceDateEpoch() ?? findNewestDate(papers.filter(hasPdf)),
  };
}

function findNewestDate(papers: readonly CollectedPdf[]): Date {
  return new Date(Math.max(...papers.map(({ madeAt }) => madeAt.getTime())));
}

/** Opens the PDFs of papers, by their names. */
async function openPapers(
  papers: readonly CollectedPdf[],
  showProgress: (line: string) => void,
): Promise<{ opened: Map<string, OpenPdf>; faults: PackFault[] }> {
  const { openPdf } = await import('../pack/join/open-pdf.js');
  const opened = new Map<string, OpenPdf>();
  const faults: PackFault[] = [];
  for (const [index, { paper, bytes, file }] of papers.entries()) {
    showProgress(`reading paper ${index + 1} of ${papers.length}: ${paper.id} …`);
    const { pdf, fault } = await openPdf(bytes);
    const [first] = opened.values();
    if (!pdf) faults.push({ path: file, message: fault });
    else if (first && pdf.version !== first.version)
      faults.push({ path: file, message: describeOtherStandards(pdf.version, first.version) });
    else opened.set(paper.id, pdf);
  }
  return { opened, faults };
}

function describeOtherStandards(own: PdfVersion, others: PdfVersion): string {
  return `follows ${listStandards(own)}, and papers before it ${listStandards(others)}. A pack can only follow one set: issue the papers with the same standards`;
}

function listStandards(version: PdfVersion): string {
  return STANDARD_SETS[version].map((standard) => STANDARD_NAMES[standard].name).join(' and ');
}

/** Returns the look with the standards of the papers, which the front part follows too. */
function followPapers({ theme, fonts }: Look, opened: ReadonlyMap<string, OpenPdf>): Look {
  const [first] = opened.values();
  return first ? { fonts, theme: { ...theme, pdf: { version: first.version } } } : { theme, fonts };
}

async function joinPack(
  pack: Pack,
  papers: readonly CollectedPdf[],
  opened: ReadonlyMap<string, OpenPdf>,
  look: Look,
): Promise<MadePack> {
  const [{ openPdf }, { joinPdfs }, { renderPdf }, { renderStamps }] = await Promise.all([
    import('../pack/join/open-pdf.js'),
    import('../pack/join/join-pdfs.js'),
    import('../pdf/render-pdf.js'),
    import('../pdf/render-stamps.js'),
  ]);
  const counts = new Map([...opened].map(([id, { pages }]) => [id, pages.length]));
  let frontBytes: Uint8Array = new Uint8Array();
  const { document, front, spans } = await layOutPack(pack, counts, async (draft) => {
    frontBytes = await renderPdf(draft, look);
    const { pdf, fault } = await openPdf(frontBytes);
    if (!pdf) throw new Error(`internal error: the agenda ${fault}`);
    return pdf;
  });
  const parts = listPacked(pack).flatMap((item) => {
    const pdf = opened.get(item.paper.id);
    return pdf ? [{ name: formatPartName(item.paper.id), title: formatItemTitle(item), pdf }] : [];
  });
  const pages = [front, ...parts.map(({ pdf }) => pdf)].flatMap((pdf) => pdf.pages);
  const stamps = await renderStamps(makeStamps(pack, pages), document, look);
  const inOrder = listPacked(pack).flatMap(
    ({ paper }) => papers.find(({ paper: { id } }) => id === paper.id)?.bytes ?? [],
  );
  const bytes = await joinPdfs({
    front: { name: 'meeting', title: 'Meeting', pdf: front },
    parts,
    stamps,
    digest: hashAll([frontBytes, ...inOrder, stamps]),
  });
  const page = renderAgendaPage(pack, { spans, pages: pages.length, bytes: bytes.length });
  return {
    pack,
    spans,
    pages: pages.length,
    files: [
      { name: PACK_PDF, bytes },
      { name: AGENDA_PAGE, bytes: Buffer.from(page) },
    ],
  };
}

/** Returns the digest that identifies a PDF, which has 16 bytes. */
function hashAll(contents: readonly Uint8Array[]): string {
  const hash = createHash('md5');
  for (const bytes of contents) hash.update(`${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
