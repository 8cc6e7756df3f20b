'use strict';

// chartjs-node-canvas evaluates this file anew for every instance, so the factory lives in a file of its own.
module.exports = require('./factory.js');
