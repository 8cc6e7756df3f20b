import { stringify } from 'yaml';

/** Writes the YAML file beside a spreadsheet that says which part of it is the table. */
export function describeSpreadsheet(file: string, sheet: string | null, headerRow: number | null): string {
  return stringify({
    file,
    ...(sheet !== null && { sheet }),
    ...(headerRow !== null && { 'header-row': headerRow }),
  });
}
