import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE, type Product, ROOT, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
});

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/start.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: PATIENCE,
  });
  return { status, stdout, stderr };
}

describe('the server', () => {
  test('sends a strict policy that plain HTTP survives', async () => {
    const { headers } = await fetch(product.address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('lets hashed files be kept for good and the page itself never', async () => {
    const index = await fetch(product.address);
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const [, script] = /src="\.\/(assets\/[^"]+)"/.exec(await index.text()) ?? [];
    const asset = await fetch(product.address + script);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  test.each(['br', 'gzip', 'identity'])('sends the script as the build compressed it, in %s, and it is the same script', async (encoding) => {
    const [, script] = /src="\.\/(assets\/[^"]+)"/.exec(await (await fetch(product.address)).text()) ?? [];
    const sent = await fetch(product.address + script, { headers: { 'accept-encoding': encoding } });
    expect(sent.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(sent.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(sent.headers.get('content-type')).toContain('javascript');
    expect(sent.headers.get('cache-control')).toContain('immutable');
    expect(await sent.text()).toBe(readFileSync(`${ROOT}dist/client/${script}`, 'utf8'));
  });

  test('keeps to itself what the build notes for the tools', async () => {
    expect((await fetch(`${product.address}.vite/manifest.json`)).status).toBe(404);
  });

  test('is healthy, and says so', async () => {
    expect(await (await fetch(`${product.address}healthz`)).json()).toEqual({ status: 'ok' });
  });

  test.each(['nowhere', '..%2f..%2fpackage.json', 'assets/'])('answers /%s with a page in words', async (path) => {
    const missing = await fetch(product.address + path, { headers: { accept: 'text/html' } });
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await missing.text()).toContain('<h1>');
  });

  test('says in words that its port is taken', () => {
    const { status, stderr } = start(['--port', new URL(product.address).port]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/is taken by another program.*--port/);
  });

  test.each([
    [['--port', 'abc'], /no port/],
    [['--port', '70000'], /no port/],
    [['--prot', '80'], /--prot/],
  ])('refuses %j with its usage', (args, message) => {
    const { status, stderr } = start(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Usage:');
  });

  test('reads PORT, and says when it is no port', () => {
    expect(start([], { PORT: 'x' }).status).toBe(2);
  });

  test('explains itself', () => {
    expect(start(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--host') });
  });

  test('stops cleanly when told to', async () => {
    const other = await startProduct(['--host', '127.0.0.1']);
    expect(other.address).toContain('127.0.0.1');
    expect(await other.stop()).toBe(0);
  });
});
