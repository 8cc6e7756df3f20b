import { Command, Help } from 'commander';
import { COMMON_GROUP } from './command.js';

/** The groups of commands in the help of the program. A command that no group names stands under "Commands:". */
const GROUPS: Record<string, string[]> = {
  'Start:': ['init', 'new', 'import', 'schemas'],
  'Write:': ['build', 'merge-reports', 'preview', 'check', 'list', 'explain', 'labels', 'review'],
  'Issue:': ['diff', 'issue', 'withdraw', 'verify', 'seal', 'pack', 'archive'],
  'Set up:': ['completion'],
};

/** Groups the commands in the help texts, and lets a wrong use of a command print its usage. */
export function completeHelp(program: Command): void {
  const help = new Command('help').argument('[command]').description('explain a command').helpOption(false);
  program.addHelpCommand(help.helpGroup('Set up:')).configureHelp({ groupItems });
  for (const command of program.commands) {
    command.configureHelp({ groupItems }).showHelpAfterError(describeUsage(command));
    const [heading] = Object.entries(GROUPS).find(([, names]) => names.includes(command.name())) ?? [];
    if (heading !== undefined) command.helpGroup(heading);
  }
}

function describeUsage(command: Command): string {
  const name = `papers ${command.name()}`;
  return `Usage: ${name} ${command.usage()}\n(${name} --help explains it)`;
}

/** Groups as commander does, but in the order of `GROUPS`. The options of every command come last. */
const groupItems: Help['groupItems'] = (unsorted, visible, getGroup) => {
  const order = [...Object.keys(GROUPS), COMMON_GROUP];
  const groups = [...new Help().groupItems(unsorted, visible, getGroup)];
  return new Map(groups.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
};
