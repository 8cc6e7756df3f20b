/** Shows which button of several is chosen. */
export function setPressed(
  buttons: readonly HTMLElement[],
  isChosen: (button: HTMLElement) => boolean,
): void {
  for (const button of buttons) button.setAttribute('aria-pressed', String(isChosen(button)));
}
