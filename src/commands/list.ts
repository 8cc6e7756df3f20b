import { listPapers } from '../inputs/list-papers.js';
import { common, GOOD, print, printJson, type Options, type Register } from './command.js';

export const registerList: Register = (program, done) => {
  common(program.command('list').description('list the papers on file')).action((options: Options) => {
    list(options);
    done(GOOD);
  });
};

function list(options: Options): void {
  const papers = listPapers(options.root);
  if (options.json) printJson({ papers });
  else if (papers.length === 0) print('No papers are on file: data/ holds no quarter with a paper in it.');
  else print(papers.map(({ quarter, paper }) => `${quarter}  ${paper}`).join('\n'));
}
