// The built product as its users meet it: the server as its own process, and a page that remembers all complaints.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Content } from '../../src/content/crossref.ts';
import { loadContent } from '../../src/server/library.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Product {
  address: string;
  /** What the server printed. */
  printed: () => string;
  /** Sends SIGTERM; resolves with the exit code. */
  stop: () => Promise<number | null>;
}

export async function startProduct(args: readonly string[] = []): Promise<Product> {
  const server = spawn(process.execPath, ['src/server/start.js', '--port', '0', ...args], { cwd: ROOT });
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/\S+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    server.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    server.on('exit', () => reject(new Error(`The server did not start:\n${printed}`)));
  });
  return { address, printed: () => printed, stop: () => stop(server) };
}

function stop(server: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    server.on('exit', (code) => resolve(code));
    server.kill('SIGTERM');
  });
}

/** This machine's address in its network, as a class would use it; null when it has none. */
export function outsideAddress(address: string): string | null {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outside = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  return outside === undefined ? null : address.replace('localhost', outside.address);
}

export interface Watched {
  page: Page;
  /** Errors and warnings of the console, exceptions, violations of the content security policy, failed requests. */
  complaints: string[];
}

/** Milliseconds after which what a test waits for will never come, however slow the machine. */
export const PATIENCE = 120_000;

/** What the test's own browser says where it keeps service workers out. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** Without the service worker, behind which a test could not answer the page's requests itself; a test of it lets it in. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && message.text() !== BLOCKED) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What was still on its way when the page was left is given up by the browser: nothing is wrong with it.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`CSP: ${violatedDirective} ${blockedURI}`));
  });
  return { page, complaints };
}

/** Waits until what was asked for is drawn: sizes are observed, and parts made, between one frame and the next. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

/** What axe-core finds on the page as it stands, one line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
  });
}

export function readContent(): Content {
  const assembled = loadContent(`${ROOT}levels`);
  if (!assembled.ok) throw new Error(assembled.problems.map(({ message }) => message).join('\n'));
  return assembled.content;
}
