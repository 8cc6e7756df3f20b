import { getById } from '../element.js';

/** Returns the key of the focused control of the review: its verb and the number of its change. */
export function findFocusedKey(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && list.contains(activeElement)
    ? activeElement.dataset['key']
    : undefined;
}

/** Focuses the control with a key in a new list. If its change has left the list, the same control of the next one is focused. */
export function restoreFocus(list: HTMLElement, key: string | undefined): void {
  if (key === undefined) return;
  const controls = [...list.querySelectorAll<HTMLElement>('[data-key]')].filter((control) =>
    control.checkVisibility(),
  );
  const [verb, number = ''] = key.split(' ');
  const next = controls.find(({ dataset }) => {
    const [itsVerb, itsNumber = ''] = dataset['key']?.split(' ') ?? [];
    return itsVerb === verb && Number(itsNumber) > Number(number);
  });
  const same = controls.find(({ dataset }) => dataset['key'] === key);
  (same ?? next ?? getById('review-name')).focus();
}
