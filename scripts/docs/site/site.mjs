import './search.mjs';
import './page-list.mjs';
import '../../../src/markup/browser/scroll-stops.js';
