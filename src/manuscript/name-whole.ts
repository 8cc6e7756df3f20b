import type { Organisation } from '../model/organisation.js';

/** Names all areas together: "Northmere as a whole", or "all wards together" if the whole has no name. */
export function nameWhole({ whole, plural }: Organisation['areas']): string {
  return whole === null ? `all ${plural} together` : `${whole} as a whole`;
}
