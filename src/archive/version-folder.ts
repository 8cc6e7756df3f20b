import type { Manifest } from './manifest.js';

/** What names a paper's folder. */
export type PaperName = Pick<Manifest, 'meeting'> & {
  committee: { id: string };
  paper: { id: string; number: string };
};

/** `sop/2009-04-02/8-tp-thematic-performance`: committee, date of the meeting, report number and paper; below the archive. */
export function formatPaperFolder({ committee, meeting, paper }: PaperName): string {
  return `${committee.id}/${meeting}/${slugifyNumber(paper.number)}-${paper.id}`;
}

/** `…/v1.0` */
export function formatVersionFolder(manifest: PaperName & { version: string }): string {
  return `${formatPaperFolder(manifest)}/v${manifest.version}`;
}

/** Report numbers are as the committee gives them: "12a", "5/2"; file names last in lower case letters, digits and hyphens. */
export function slugifyNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
