import { countEach } from './count-each.js';

/** A page of printed text. */
interface PrintedPage {
  lines: string[];
}

/** Returns the lines of each page without heads and feet: lines on more than half of the pages, apart from their numbers. */
export function removeRunningLines(pages: readonly PrintedPage[]): string[][] {
  const counts = countEach(pages.flatMap((page) => [...new Set(page.lines.map(maskDigits))]));
  const isRunning = (line: string): boolean => {
    const count = counts.get(maskDigits(line)) ?? 0;
    return count > 1 && count > pages.length / 2;
  };
  return pages.map(({ lines }) => lines.filter((line) => !isRunning(line)));
}

function maskDigits(line: string): string {
  return line.replace(/\d+/g, '#');
}
