import { SCRIPTS } from './make-package-json.js';

interface Situation {
  /** The project's folder, relative to the user's folder. Empty if it is the same. */
  folder: string;
  /** The command that starts the program in the project's folder, such as "papers". */
  command: string;
  /** True if the project has the program's archive, from which npm installs it. */
  installs: boolean;
  /** True if the folder had a `package.json` of its own, so that the project's npm scripts are missing. */
  keptPackage: boolean;
}

/** Describes what the user does next, with commands that work where the user is. */
export function describeNextSteps({ folder, command, installs, keptPackage }: Situation): string {
  const run = (name: keyof typeof SCRIPTS): string => (installs ? `npm run ${name}` : `${command} ${name}`);
  const steps: [command: string, purpose: string][] = [
    ...(folder === '' ? [] : [[`cd ${quote(folder)}`, ''] as [string, string]]),
    ...(installs ? [['npm install', 'install the program from tools/'] as [string, string]] : []),
    [run('preview'), 'see the paper in your browser, and change it'],
    [run('build'), 'make the PDF and the HTML page'],
    ['README.md', 'read how to write your own paper'],
  ];
  const width = Math.max(...steps.map(([step]) => step.length));
  const lines = steps.map(([step, purpose]) => `  ${step.padEnd(width)}  ${purpose}`.trimEnd());
  return ['Next:', ...lines, ...(keptPackage ? [describeScripts()] : [])].join('\n');
}

function describeScripts(): string {
  const settings = Object.entries(SCRIPTS).map(([name, script]) => `scripts.${name}="${script}"`);
  return `\nThe README uses the short forms npm run preview, build and check. To have them, run:\n  npm pkg set ${settings.join(' ')}`;
}

/** Quotes a path for a shell, if it needs quotes. */
function quote(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
