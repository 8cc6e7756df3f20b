import { runCompiled } from './run-compiled.js';

runCompiled('press.cjs');
