/** Makes a button. Its element may stand in another page than this script's. */
export function makeButton(words: string, onClick: () => void, className = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = words;
  button.addEventListener('click', onClick);
  return button;
}
