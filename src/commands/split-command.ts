import guessEditor from 'launch-editor/guess.js';

/** Splits a command as a shell does: `"C:\Program Files\Edit\edit.exe" -n`. Nothing in it is run or replaced. */
export function splitCommand(command: string, platform: NodeJS.Platform = process.platform): string[] {
  const words = guessEditor(platform === 'win32' ? command.replaceAll('\\', '\\\\') : command);
  return words.every((word) => typeof word === 'string') ? words : [command]; // an operator, such as `&&`, is no word
}
