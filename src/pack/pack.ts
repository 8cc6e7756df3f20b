/** The agenda of a meeting with its papers, before it becomes a PDF and a page. */
export interface Pack {
  authority: string;
  /** The language of the agenda. */
  language: string;
  committee: string;
  /** The day of the meeting as YYYY-MM-DD. */
  date: string;
  time: string | null;
  venue: string | null;
  /** The exempt edition is not for publication. */
  isExempt: boolean;
  /** True if working copies stand for papers that are not issued. */
  isWorking: boolean;
  items: PackItem[];
  /** The link of the agenda's page to the index of the archive. Null if there is none. */
  archiveIndex: string | null;
  /** The date that the files carry. */
  madeAt: Date;
}

export interface PackItem {
  number: string | null;
  title: string;
  /** Words under the title. */
  text: string | null;
  /** The officer who presents the paper. Null for an item without a paper. */
  author: string | null;
  paper: PackedPaper | AbsentPaper | null;
}

/** A paper whose pages are in the pack. */
export interface PackedPaper {
  state: 'packed';
  id: string;
  /** "1.0". Null for a working copy. */
  version: string | null;
  /** Empty if the paper has no recommendation. */
  recommendation: RecommendationLine[];
  /** Links of the agenda's page, relative to the pack's folder. */
  page: string | null;
  pdf: string;
  /** The size of the PDF in bytes. */
  bytes: number;
}

/** A paragraph of a recommendation, or an item of its lists. */
export interface RecommendationLine {
  /** "•", "1.", "(a)". Null for a paragraph. */
  marker: string | null;
  text: string;
}

export const BULLET = '•';

/** A paper that the pack names without its pages. */
export interface AbsentPaper {
  state: 'to follow' | 'withdrawn';
  id: string;
  /** A sentence. Null if none is known. For a withdrawn paper: its day and reason. */
  reason: string | null;
}

/** The pages that a paper has in a pack. */
export interface PageSpan {
  /** The first page, counted from 1. */
  first: number;
  count: number;
}

/** The names of the files of a pack. */
export const PACK_PDF = 'pack.pdf';
export const AGENDA_PAGE = 'agenda.html';

/** Formats the name of a paper's part of the pack, which links and destinations use. */
export function formatPartName(paper: string): string {
  return `paper-${paper}`;
}

/** Formats the title of an item with its number: "8. Parks update". */
export function formatItemTitle({ number, title }: Pick<PackItem, 'number' | 'title'>): string {
  return number === null ? title : `${number}. ${title}`;
}

/** Lists the items whose papers are in the pack. */
export function listPacked({ items }: Pick<Pack, 'items'>): (PackItem & { paper: PackedPaper })[] {
  return items.flatMap((item) => (item.paper?.state === 'packed' ? [{ ...item, paper: item.paper }] : []));
}

/** Says why the paper of an item is not in the pack. */
export function describeAbsence({ state, reason }: AbsentPaper): string {
  if (state === 'withdrawn') return reason === null ? 'Withdrawn.' : `Withdrawn ${reason}`;
  return reason === null ? 'To follow.' : `To follow: ${reason}`;
}
