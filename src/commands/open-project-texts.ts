import { refuse, type Outcome } from '../edit/outcome.js';
import { openTextFile, type TextFile } from '../edit/text-file.js';
import { readFile } from '../inputs/read-file.js';

/** The text files of a project, as they are on the disk. What other papers exempt is not taken out. */
interface ProjectTexts {
  readText: (file: string) => string | null;
  encode: (file: string, text: string) => Outcome<Uint8Array>;
}

/** Opens the text files of a project. Each is read when it is asked for. */
export function openProjectTexts(root: string): ProjectTexts {
  const open = (file: string): Outcome<TextFile> => {
    const { value } = readFile(root, file, () => '');
    return value ? openTextFile(file, value.bytes) : refuse('the file cannot be read');
  };
  return {
    readText: (file) => open(file).value?.text ?? null,
    encode: (file, text) => {
      const opened = open(file);
      return opened.refusal ? opened : opened.value.encode(text);
    },
  };
}
