/** What stands beside the units: a chunk of its own, brought when the first of it is asked for. */
import './certificate/certificate.js';
export { Reader, piecesOf } from './tools/aloud.js';
export { ZtTools } from './tools/tools.js';
export { nlTools, useToolTexts } from './texts/nl-tools.js';
