/** Stands in a running text for the number of the page. */
export const PAGE_NUMBER = '\ue000';

/** Stands in a running text for the number of pages. */
export const PAGE_COUNT = '\ue001';

/** Stands in a running text for the edition. It is replaced when the document is built. */
export const EDITION = '\ue002';

/** The texts of a running head or foot. `PAGE_NUMBER` and `PAGE_COUNT` stand for numbers that only the page knows. */
export interface RunningTexts {
  left: string;
  centre: string;
  right: string;
}

/** Fills in the number of a page, and the number of pages. */
export function fillPageNumbers(text: string, page: number, pageCount: number): string {
  return text.replaceAll(PAGE_NUMBER, String(page)).replaceAll(PAGE_COUNT, String(pageCount));
}
