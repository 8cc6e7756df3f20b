import { Worker } from 'node:worker_threads';
import { InvalidPdf, unpackObjects } from './pdf-objects.js';

/** What a PDF says and shows, as far as two of them are compared by it. */
export interface PdfContent {
  pages: PdfPage[];
  /** The files inside it, by name. */
  attachments: Map<string, Uint8Array>;
  /** Title, author, dates and the like. */
  information: string;
}

export interface PdfPage {
  /** Line by line. */
  lines: string[];
  /** Everything that is drawn, with its place. */
  drawing: string;
  /** What a screen reader is told of it. */
  tags: string;
}

/** What the reading thread is given. */
export interface ReadingJob {
  bytes: Uint8Array;
  /** Whether the pages are read too: the attachments alone are far quicker. */
  pages: boolean;
}

/** What it answers: the content, or what is wrong in one sentence. */
export type ReadingAnswer = { content: PdfContent; fault: null } | { content: null; fault: string };

/** No paper is as large: reading more could fill the memory. */
export const LARGEST_PDF = 100 * 1024 * 1024;
/** A file that takes longer was made to. */
const PATIENCE = 60_000;

/** Reads a PDF of anybody's. Throws BadPdf. */
export function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  return readInThread({ bytes, pages: true });
}

/** Only what was put inside it. Throws BadPdf. */
export async function readAttachments(bytes: Uint8Array): Promise<PdfContent['attachments']> {
  return (await readInThread({ bytes, pages: false })).attachments;
}

/**
 * The reader runs in a thread of its own: it may be handed files that were made to hurt, and it adds to the global object what
 * the chart library would then use, so that papers built after it would have other bytes.
 */
async function readInThread(job: ReadingJob): Promise<PdfContent> {
  const { bytes } = job;
  if (bytes.length > LARGEST_PDF) throw new InvalidPdf('the file is larger than any paper');
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new InvalidPdf('the file is no PDF');
  unpackObjects(bytes); // throws where it would unpack to more than any paper's
  const thread = new Worker(new URL('./pdf-reader.js', import.meta.url), {
    workerData: { ...job, bytes: new Uint8Array(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(thread);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<PdfContent> {
  return new Promise((resolve, reject) => {
    const bad = (why: string): void => reject(new InvalidPdf(`the file cannot be read as a PDF: ${why}`));
    const alarm = setTimeout(() => bad('it takes too long'), PATIENCE);
    thread.once('message', ({ content, fault }: ReadingAnswer) => {
      if (content) resolve(content);
      else bad(fault);
    });
    thread.once('error', (error) => bad(error instanceof Error ? error.message : String(error)));
    thread.once('exit', () => bad('its reader has stopped'));
    for (const end of ['message', 'error', 'exit']) thread.once(end, () => clearTimeout(alarm));
  });
}
