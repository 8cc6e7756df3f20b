export function findPdf(root: string): string;
export function copyReference(root: string): string;
export function writeLongerPaper(root: string, times: number): string;
export function writeLongTable(root: string, rows: number): string;
export function writeAwkwardPaper(root: string, status: 'draft' | 'final'): string;
export function writeManyPapers(
  root: string,
  options: { from?: string; period?: string; paper?: string; count: number },
): string;
