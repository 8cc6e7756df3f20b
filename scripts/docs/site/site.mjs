import './search.mjs';
import './page-list.mjs';
import './scroll-areas.mjs';
