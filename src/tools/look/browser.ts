// Finds a Chromium, or says in words how to get one.

import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Milliseconds in which even a busy machine starts one. */
const PATIENCE = 120_000;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: FLAGS, timeout: PATIENCE });
}

function findChromium(): string | null {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ownOfPlaywright()];
  return candidates.find(canRun) ?? null;
}

function ownOfPlaywright(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

function canRun(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** As root on Debian and its like, the system can bring one; others are told the one command. */
function installChromium(): string {
  if (process.getuid?.() === 0) {
    try {
      execFileSync('apt-get', ['update'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    } catch {
      // Said below.
    }
  }
  const found = findChromium();
  if (found === null) throw new Error('No Chromium was found. Run: npx playwright-core install chromium  (or set CHROMIUM_PATH)');
  return found;
}
