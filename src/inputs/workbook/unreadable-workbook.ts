/** A file that cannot be read as a workbook. The message and the hint are for the author. */
export class UnreadableWorkbook extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** The hint for a file that is broken rather than of another kind. */
export const SAVE_AGAIN =
  'Open the file in your spreadsheet program and save it again as an Excel workbook (.xlsx).';
