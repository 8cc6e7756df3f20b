import type { Inputs } from '../model/inputs.js';
import { findTabledPaper } from '../model/meeting.js';
import type { Manifest } from './manifest.js';

/** The facts that form the path of a paper's folder. */
export type PaperName = Pick<Manifest, 'meeting'> & {
  committee: { id: string };
  paper: { id: string; number: string };
};

/** Names a paper by its meeting. The number is empty until the meeting has one. */
export function nameTabledPaper({ paper, meeting }: Inputs): PaperName {
  const number = findTabledPaper(meeting, paper.id)?.number ?? '';
  return { committee: meeting.committee, meeting: meeting.date, paper: { id: paper.id, number } };
}

/**
 * Formats the path of a paper's folder below the archive: `performance/2009-04-02/8-performance-report`. Drafts of a paper without
 * a number are in `…/unnumbered-performance-report`.
 */
export function formatPaperFolder({ committee, meeting, paper }: PaperName): string {
  return `${committee.id}/${meeting}/${slugifyNumber(paper.number) || 'unnumbered'}-${paper.id}`;
}

/** Lists the folders of a paper: that of its number, and that of the drafts that were issued before it had one. */
export function listPaperFolders(name: PaperName): string[] {
  const unnumbered = { ...name, paper: { ...name.paper, number: '' } };
  return [...new Set([formatPaperFolder(unnumbered), formatPaperFolder(name)])];
}

/** Formats a key that the versions of one paper share. The paper may have got its number between them. */
export function formatPaperKey({ committee, meeting, paper }: PaperName): string {
  return `${committee.id}/${meeting}/${paper.id}`;
}

/** Names a paper in a sentence: "report 8, Performance report", or its title if it has no number yet. */
export function nameReport({ number, title }: { number: string; title: string }): string {
  return number.trim() === '' ? title : `report ${number}, ${title}`;
}

/** Formats the path of a version's folder below the archive: the paper's folder and `/v1.0`. */
export function formatVersionFolder(manifest: PaperName & { version: string }): string {
  return `${formatPaperFolder(manifest)}/v${manifest.version}`;
}

/** Returns the path of the paper's folder that contains a version's folder. */
export function getPaperFolder(versionFolder: string): string {
  return versionFolder.slice(0, versionFolder.lastIndexOf('/'));
}

/** Turns a report number such as "12A" or "5/2" into lower-case letters, digits and hyphens, which every disk accepts. */
export function slugifyNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
