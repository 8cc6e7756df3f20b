import type { Manifest } from './manifest.js';

/** What names a paper's folder. */
export type PaperName = Pick<Manifest, 'meeting'> & {
  committee: { id: string };
  paper: { id: string; number: string };
};

/** `sop/2009-04-02/8-tp-thematic-performance`: committee, date of the meeting, report number and paper; below the archive. */
export function placeOfPaper({ committee, meeting, paper }: PaperName): string {
  return `${committee.id}/${meeting}/${slug(paper.number)}-${paper.id}`;
}

/** `…/v1.0` */
export function placeOfVersion(manifest: PaperName & { version: string }): string {
  return `${placeOfPaper(manifest)}/v${manifest.version}`;
}

/** Report numbers are as the committee gives them: "12a", "5/2"; file names last in lower case letters, digits and hyphens. */
export function slug(number: string): string {
  return number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
