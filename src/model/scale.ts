/** An ordered list of grades, such as red, amber and green. */
export interface Scale {
  id: string;
  /** From one end to the other. */
  steps: ScaleStep[];
}

export interface ScaleStep {
  /** The name in data: `red`. */
  id: string;
  label: string;
  /** The meaning, for the key under a table. Undefined if the label says it. */
  meaning: string | undefined;
  /** A sign before the label, so that it does not rest on colour: "▲". Undefined if there is none. */
  mark: string | undefined;
}

/** Formats a step for a cell: "▲ Red". */
export function formatStep({ label, mark }: ScaleStep): string {
  return mark === undefined ? label : `${mark} ${label}`;
}
