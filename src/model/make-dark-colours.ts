import { computeContrast } from './compute-contrast.js';
import type { Theme } from './theme.js';

/** The least contrast of text with the dark grounds. Headings and links are text too. */
const LEAST_CONTRAST = { ink: 11, soft: 6, accent: 6, series: 6 };

/** The lightness and the most saturation of each ground and line, from 0 to 1. They have the hue of the accent. */
const SURFACES = {
  ground: { lightness: 0.085, saturation: 0.2 },
  tint: { lightness: 0.145, saturation: 0.25 },
  hairline: { lightness: 0.26, saturation: 0.15 },
  rule: { lightness: 0.42, saturation: 0.12 },
};

type LightColours = Pick<Theme['colours'], 'ink' | 'soft' | 'accent' | 'series'>;

/** The colours of a page on a dark ground: those of the theme, as light as their contrast needs. */
type DarkColours = LightColours & Record<keyof typeof SURFACES, string>;

/** Returns a theme's colours for a dark page. They keep their hues. */
export function makeDarkColours({ ink, soft, accent, series }: LightColours): DarkColours {
  const makeSurface = (name: keyof typeof SURFACES): string => dye(SURFACES[name], toHsl(accent));
  const tint = makeSurface('tint');
  return {
    ground: makeSurface('ground'),
    tint,
    hairline: makeSurface('hairline'),
    rule: makeSurface('rule'),
    ink: lighten(ink, tint, LEAST_CONTRAST.ink),
    soft: lighten(soft, tint, LEAST_CONTRAST.soft),
    accent: lighten(accent, tint, LEAST_CONTRAST.accent),
    series: series.map((colour) => lighten(colour, tint, LEAST_CONTRAST.series)),
  };
}

/** Gives a surface a hue, and no more saturation than the colour of that hue has. */
function dye({ lightness, saturation }: Omit<Hsl, 'hue'>, colour: Hsl): string {
  return toHex({ hue: colour.hue, saturation: Math.min(saturation, colour.saturation), lightness });
}

/** Raises the lightness of a colour until it has the contrast. */
function lighten(colour: string, ground: string, least: number): string {
  const { hue, saturation, lightness } = toHsl(colour);
  for (let raised = lightness; raised < 1; raised += 0.01) {
    const lighter = toHex({ hue, saturation, lightness: raised });
    if (computeContrast(lighter, ground) >= least) return lighter;
  }
  return '#ffffff';
}

/** A colour as hue (0 to 360), saturation and lightness (0 to 1). */
interface Hsl {
  hue: number;
  saturation: number;
  lightness: number;
}

/** Reads `#rrggbb`. */
function toHsl(colour: string): Hsl {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [range, lightness] = [most - least, (most + least) / 2];
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  return { hue: 60 * findSector(red, green, blue), saturation, lightness };
}

/** Returns the sixth of the colour wheel, from 0 to 6. */
function findSector(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most === red) return ((green - blue) / range + 6) % 6;
  return most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
}

/** Formats a colour as `#rrggbb`, by the formula of CSS Color 4. */
function toHex({ hue, saturation, lightness }: Hsl): string {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channels = [0, 8, 4].map((offset) => {
    const sector = (offset + hue / 30) % 12;
    return lightness - strength * Math.max(-1, Math.min(sector - 3, 9 - sector, 1));
  });
  const digits = channels.map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
