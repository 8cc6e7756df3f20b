import { Argument } from 'commander';
import { SUCCESS, type Register } from './command.js';
import bash from './completion-scripts/papers.bash?raw';
import fish from './completion-scripts/papers.fish?raw';
import powershell from './completion-scripts/papers.ps1?raw';
import zsh from './completion-scripts/papers.zsh?raw';
import { print } from './print.js';

const SCRIPTS = { bash, zsh, fish, powershell };

const EXAMPLES = `
The script completes commands, options, periods, papers, versions and meetings. It calls the program papers.

Examples:
  papers completion bash > ~/.local/share/bash-completion/completions/papers
  papers completion zsh > ~/.zfunc/_papers            with fpath+=(~/.zfunc) before compinit in ~/.zshrc
  papers completion fish > ~/.config/fish/completions/papers.fish
  papers completion powershell >> $PROFILE`;

/** Registers `completion`, which prints a shell's script, and `complete`, which the script calls. */
export const registerCompletion: Register = (program, finish) => {
  program
    .command('completion')
    .description('print a script that completes commands in your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: keyof typeof SCRIPTS) => {
      print(SCRIPTS[shell].trimEnd());
      finish(SUCCESS);
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]', 'the words of the command line. The last one is completed, and may be empty')
    .action(async (words: string[]) => {
      const { completeWords } = await import('./complete-words.js');
      for (const line of completeWords(program, words)) print(line);
      finish(SUCCESS);
    });
};
