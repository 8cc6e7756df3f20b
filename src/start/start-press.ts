import { runCompiled } from './run-compiled.js';

runCompiled('press-thread.cjs');
