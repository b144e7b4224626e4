// The tests look through the same Chromium as the tools.

export { openBrowser } from '../../src/tools/look/browser.ts';
