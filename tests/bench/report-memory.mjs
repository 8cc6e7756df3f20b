/** Writes the peak memory of a measured process, in KB, to the file PEAK_MEMORY_FILE. It is preloaded with `--import`. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
