import { join } from 'node:path';
import { ARCHIVE, EXEMPT_ARCHIVE } from '../archive/list-versions.js';
import { readArchive } from '../archive/read-archive.js';
import type { Agenda } from '../inputs/project/read-agenda.js';
import type { Meeting, TabledPaper } from '../model/meeting.js';
import { collectIssuedPaper, type Collected, type OpenArchive } from './collect-issued-paper.js';
import { collectWorkingPaper } from './collect-working-paper.js';
import type { CollectedPaper, PackFault } from './collected-paper.js';
import { findPaperFile } from './find-paper-file.js';
import type { PackOptions } from './pack-options.js';

/** The papers of a meeting that could be collected, and the faults of others. */
export interface CollectedPapers {
  papers: CollectedPaper[];
  faults: PackFault[];
  /** Sentences for the user who makes the pack. */
  remarks: string[];
}

/** Collects the papers on the agenda of a meeting: from the archive, or as working copies. */
export async function collectPapers(
  meeting: Meeting,
  agenda: Agenda,
  packFolder: string,
  options: PackOptions,
): Promise<CollectedPapers> {
  const archives = openArchives(options);
  const all: Collected[] = [];
  for (const tabled of meeting.papers)
    all.push(await collectPaper(tabled, { meeting, agenda, archives, packFolder, options }));
  return {
    papers: all.flatMap(({ collected }) => collected ?? []),
    faults: [
      ...archives.flatMap(({ folder, archive }) =>
        archive.faults.map(({ path, message }) => ({ path: `${folder}/${path}`, message })),
      ),
      ...all.flatMap(({ fault }) => fault ?? []),
    ],
    remarks: all.flatMap(({ remark }) => remark ?? []),
  };
}

/** Opens the archives that a pack may take papers from, the preferred one first. */
function openArchives({ root, exempt = false }: PackOptions): OpenArchive[] {
  const folders = exempt ? [EXEMPT_ARCHIVE, ARCHIVE] : [ARCHIVE];
  return folders.map((folder) => ({ folder, archive: readArchive(join(root, folder)) }));
}

interface CollectRequest {
  meeting: Meeting;
  agenda: Agenda;
  archives: OpenArchive[];
  packFolder: string;
  options: PackOptions;
}

/** Collects one paper. A paper that is not on file is taken as it is issued, also among working copies. */
async function collectPaper(
  tabled: TabledPaper,
  { meeting, agenda, archives, packFolder, options }: CollectRequest,
): Promise<Collected> {
  const onFile = options.working ? findPaperFile(tabled.id, meeting, agenda) : undefined;
  if (onFile) return collectWorkingPaper(onFile, packFolder, options);
  return collectIssuedPaper(tabled, meeting, archives, { root: options.root, packFolder });
}
