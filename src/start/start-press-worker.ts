import { runWithCodeCache } from './run-with-code-cache.js';

runWithCodeCache('press-worker.cjs');
