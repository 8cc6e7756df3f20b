import { Command } from 'commander';
import { markup, type Html } from '../../../src/markup/markup.js';
import type { ReferencePage } from '../site-page.js';
import { showCode, showTable } from './show-example.js';

/** Makes the page of the commands, from the definitions that the program itself parses its arguments with. */
export async function describeCommands(): Promise<ReferencePage> {
  const program = await captureProgram();
  const visible = program.createHelp().visibleCommands(program); // leaves out what only shells call
  const commands = visible.filter((command) => command.name() !== 'help');
  return {
    id: 'commands',
    body: markup`${showExitCodes(readHelp(program))}
${commands.map((command) => describeCommand(command, ['papers']))}
<h2 id="help">All of papers --help</h2>
${showCode(readHelp(program).trim())}`,
  };
}

/** Loads the program with all its commands. It stops where it would parse the arguments of a user. */
async function captureProgram(): Promise<Command> {
  process.argv = [process.execPath, 'papers'];
  const captured = new Promise<Command>((resolve) => {
    const parseAsync = function (this: Command): Promise<Command> {
      resolve(this);
      return Promise.resolve(this);
    };
    Object.assign(Command.prototype, { parseAsync });
  });
  await import('../../../src/program.js');
  return captured;
}

/** Reads the whole help, with the text that follows the list of commands. */
function readHelp(program: Command): string {
  let text = '';
  program.configureOutput({ writeOut: (part) => (text += part) });
  program.outputHelp();
  return text;
}

/** Lists the exit codes that the help states: "Exit codes: 0 success; 1 …". */
function showExitCodes(help: string): Html {
  const stated = /Exit codes: ((?:.|\n)+?)\.?\s*(?:\n\n|$)/.exec(help)?.[1] ?? '';
  const codes = stated.split(';').flatMap((part) => {
    const [, code, meaning] = /^\s*(\d+)\s+([^]+)$/.exec(part) ?? [];
    return code !== undefined && meaning !== undefined ? [[code, meaning.trim().replace(/\s+/g, ' ')]] : [];
  });
  if (codes.length < 2) throw new Error('papers --help states no exit codes');
  return markup`<h2 id="exit-codes">Exit codes</h2>
${showTable('Exit codes', ['Code', 'Meaning'], codes)}`;
}

function describeCommand(command: Command, parents: string[]): Html {
  const path = [...parents, command.name()];
  const options = command.options.filter(({ hidden }) => !hidden);
  const args = command.registeredArguments.map((argument) => [
    markup`<code>${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}</code>`,
    argument.description,
  ]);
  const rows = options.map((option) => [
    markup`<code>${option.flags}</code>${option.mandatory ? markup` <span class="required">required</span>` : null}`,
    markup`${option.description}${formatDefault(option.defaultValue)}`,
  ]);
  const id = path.slice(1).join('-');
  return markup`<h2 id="${id}">${path.join(' ')}</h2>
<p>${capitalise(command.description())}.</p>
${showCode(`${path.join(' ')} ${command.usage()}`)}
${args.length > 0 ? showTable(`Arguments of ${command.name()}`, ['Argument', 'What it is'], args) : null}${
    rows.length > 0 ? showTable(`Options of ${command.name()}`, ['Option', 'What it does'], rows) : null
  }${command.commands.map((inner) => describeCommand(inner, path))}`;
}

function formatDefault(value: unknown): Html | null {
  if (value === undefined || typeof value === 'boolean') return null;
  return markup`; default: <code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
}
