/** The English of the units' screens, which comes with them. */
export { enUnits } from './en-units.js';
export { enTest } from './en-test.js';
export { enWork } from './en-work.js';
