import { capitalise } from '../../format/words.js';
import type { Assurance, Control } from '../../model/control.js';
import type { ControlBadge, ControlIcon } from '../../model/drawing.js';

const ASSURANCE_ICONS = {
  'consistently met': 'consistently-met',
  'consistently missed': 'consistently-missed',
  'hit and miss': 'hit-and-miss',
  'not available': 'not-available',
} as const satisfies Record<Assurance['status'], ControlIcon>;

/** Lists the icons of a control chart, with their words: the variation, and the assurance if there is a target. */
export function listBadges({ variation, assurance }: Control): ControlBadge[] {
  const badges: ControlBadge[] = [
    {
      icon: variation.kind,
      letter: variation.side === null ? null : variation.side === 'high' ? 'H' : 'L',
      title: `Variation: ${variation.words}`,
      detail: capitalise(variation.detail),
    },
  ];
  if (!assurance) return badges;
  return [
    ...badges,
    {
      icon: ASSURANCE_ICONS[assurance.status],
      letter: null,
      title: `Assurance: ${assurance.status}`,
      detail: capitalise(assurance.detail),
    },
  ];
}

/** Describes the icons for people who cannot see them. */
export function describeBadges(control: Control): string {
  return listBadges(control)
    .map(({ title, detail }) => `${title}. ${detail}.`)
    .join(' ');
}
