/** A PDF that cannot be joined. The message completes a sentence that begins with the file. */
export class UnjoinablePdf extends Error {}
