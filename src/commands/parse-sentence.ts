import { InvalidArgumentError } from 'commander';

/** The most characters. Papers and lists print the sentence among other facts. */
const LONGEST = 500;

/** Makes a parser for an option whose value is a sentence that readers see. `name` is in its messages: "note". */
export function makeSentenceParser(name: string): (text: string) => string {
  return (text) => {
    const sentence = text.trim().replace(/\s+/g, ' ');
    if (sentence === '') throw new InvalidArgumentError(`The ${name} is empty.`);
    if (sentence.length > LONGEST)
      throw new InvalidArgumentError(
        `The ${name} has ${sentence.length} characters. Shorten it to at most ${LONGEST}.`,
      );
    if (/[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff]/.test(sentence))
      throw new InvalidArgumentError(`The ${name} has a character that cannot be printed.`);
    return sentence;
  };
}
