// The report of a session.

import './words.ts';
import './live.css';

export { ReportPage } from './report/report.tsx';
