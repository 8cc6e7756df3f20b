export function pdfOf(root: string): string;
export function copyReference(root: string): string;
export function longerPaper(root: string, times: number): string;
export function longTable(root: string, rows: number): string;
export function awkwardPaper(root: string, status: 'draft' | 'final'): string;
