/** The report's page: reads the edition that stands in the document, and draws it. */
import type { Edition } from '../../edition/edition.js';
import './report.js';

const report = document.querySelector('zt-report');
const data = document.getElementById('edition');
if (report && data) report.edition = JSON.parse(data.textContent) as Edition;
