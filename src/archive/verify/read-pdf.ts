import { Worker } from 'node:worker_threads';
import type { TaggedPdf } from '../../model/tagged-pdf.js';
import type { PdfContent, ReadContent, ReadingAnswer, ReadingJob } from './pdf-content.js';
import { InvalidPdf, unpackObjects } from './pdf-objects.js';

/** The largest file to read, in bytes. No paper is as large, and a larger file could fill the memory. */
export const LARGEST_PDF = 100 * 1024 * 1024;
/** Milliseconds to wait for the worker. Only a malicious file takes longer. */
const TIMEOUT = 60_000;

/** Reads a PDF, which may come from an untrusted source. Throws InvalidPdf. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  return (await readInWorker({ bytes, reads: 'everything' })).content;
}

/** Reads only the attachments of a PDF, which may come from an untrusted source. Throws InvalidPdf. */
export async function readAttachments(bytes: Uint8Array): Promise<PdfContent['attachments']> {
  return (await readInWorker({ bytes, reads: 'attachments' })).content.attachments;
}

/** Reads the structure and the text of a PDF, which may come from an untrusted source. Throws InvalidPdf. */
export async function readTaggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const { tagged } = await readInWorker({ bytes, reads: 'tags' });
  return tagged ?? { title: '', pages: [] };
}

/**
 * Reads in a worker, for two reasons. The file may be malicious. And pdf.js changes the global object, on which the chart
 * library depends: later papers would have other bytes.
 */
async function readInWorker(job: ReadingJob): Promise<ReadContent> {
  checkSize(job.bytes);
  const worker = new Worker(new URL('./pdf-reader.js', import.meta.url), {
    workerData: { ...job, bytes: new Uint8Array(job.bytes) },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
  });
  try {
    return await waitForAnswer(worker);
  } finally {
    await worker.terminate();
  }
}

/** Throws InvalidPdf for a file that is no PDF, is too large, or would unpack to too much. */
function checkSize(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_PDF) throw new InvalidPdf('the file is larger than any paper');
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new InvalidPdf('the file is not a PDF');
  unpackObjects(bytes);
}

function waitForAnswer(worker: Worker): Promise<ReadContent> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void =>
      reject(new InvalidPdf(`the file cannot be read as a PDF: ${reason}`));
    const timer = setTimeout(() => fail('it takes too long'), TIMEOUT);
    worker.once('message', (answer: ReadingAnswer) => {
      if (answer.content) resolve(answer);
      else fail(answer.error);
    });
    worker.once('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => fail('the reader has stopped'));
    for (const event of ['message', 'error', 'exit']) worker.once(event, () => clearTimeout(timer));
  });
}
