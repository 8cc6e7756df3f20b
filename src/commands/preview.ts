import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { hasErrorCode } from '../error-code.js';
import { buildRecord } from '../sources/build-record.js';
import { composePaper, previewPage } from '../build-paper.js';
import { watchFiles } from '../preview/watch-files.js';
import { makeCache } from '../model/cache.js';
import { WorkerPress } from '../press/worker-press.js';
import type { Built } from '../preview/start-preview.js';
import { explainDiskError, inOrder } from '../report/describe-problems.js';
import { chosenPaper } from './chosen-paper.js';
import { SUCCESS, addPaperArguments, UsageError, type Options, type Register } from './command.js';
import { lineReader, print, printJson } from './print.js';
import { workingEdition } from './working-edition.js';

interface PreviewOptions extends Options {
  port: number;
}

const HELP = `
Open the address that it prints. The page follows your files: save one, and it shows the paper as it now is, with what has changed
marked. While a file is broken it shows what is wrong, and the last good paper. Click a figure, or press Enter on it, to see where
it comes from. Only this machine can open it. Ctrl-C ends it.`;

export const registerPreview: Register = (program, finish) => {
  addPaperArguments(
    program.command('preview').description('a page in your browser that shows the paper as you write it'),
  )
    .option('--port <number>', 'where to serve it: 0 is any that is free', readPort, 0)
    .addHelpText('after', HELP)
    .action(async (quarter: string | undefined, paper: string | undefined, options: PreviewOptions) => {
      finish(await preview(quarter, paper, options));
    });
};

async function preview(
  quarter: string | undefined,
  paper: string | undefined,
  options: PreviewOptions,
): Promise<number> {
  const { root } = options;
  const order = { root, ...chosenPaper(quarter, paper, options), edition: workingEdition(root) };
  const ended = untilInterrupted();
  const { startPreview } = await import('../preview/start-preview.js');
  const cache = makeCache();
  const press = new WorkerPress(); // typesetting takes longer than all else together: here it holds up neither page nor next save
  const build = async (onStage: (name: string) => void | Promise<void>): Promise<Built> => {
    cache.evictUnused();
    const result = await composePaper({ ...order, onStage, cache }, { draw: true });
    const lineOf = lineReader(result, root);
    const problems = inOrder(result.problems).map((problem) => {
      const lineText = problem.place && lineOf(problem.place.file, problem.place.line);
      return lineText === undefined ? problem : { ...problem, lineText };
    });
    if (result.state !== 'sound') return { problems, good: null };
    const { inputs, document } = result;
    const { files, theme } = inputs;
    const html = previewPage(document, inputs);
    const typeset = async (): Promise<Uint8Array> => {
      const sources = await press.pack(files, buildRecord(order, document, order.edition(inputs)));
      return (await press.typeset({ document, theme, sources })).pdf;
    };
    return { problems, good: { document, theme, files, html, typeset } };
  };
  const running = await startPreview({
    name: `${order.quarter} ${order.paper}`,
    port: options.port,
    watch: (told) => watchFiles([join(root, 'data'), join(root, 'templates')], told),
    script: readFileSync(new URL('./preview-page.js', import.meta.url), 'utf8'),
    pdfWorker: readFileSync(new URL('./pdf-worker.js', import.meta.url), 'utf8'),
    build,
    onFailure: explainFailure,
  }).catch((error: unknown) => {
    throw portTaken(error) ? new UsageError(TAKEN(options.port)) : error;
  });
  if (options.json) printJson({ quarter: order.quarter, paper: order.paper, url: running.url });
  else print(`${order.quarter} ${order.paper}: ${running.url}\nCtrl-C ends it.`);
  await ended;
  await Promise.all([running.stop(), press.stop()]);
  return SUCCESS;
}

/** Ctrl-C is how a preview is ended, and no failure: the program's own handlers, which stop it at once, give way. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, resolve);
    }
  });
}

/** What no author can mend is said on the page; a fault of ours goes with its stack to the terminal. */
function explainFailure(error: unknown): string {
  const disk = explainDiskError(error);
  if (disk !== null) return disk;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 'This is a fault of ours, not of your files: please report the lines that the terminal shows.';
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new InvalidArgumentError('It is not a number from 0 to 65535.');
  return port;
}

function portTaken(error: unknown): boolean {
  return hasErrorCode(error, 'EADDRINUSE', 'EACCES');
}

const TAKEN = (port: number): string =>
  `port ${port} cannot be used: another program has it, or may have it only.\nLeave --port out to get one that is free.`;
