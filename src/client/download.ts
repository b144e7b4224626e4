// Files handed to the browser as downloads.

/** Milliseconds after which no browser still needs the address. */
const LET_GO = 60_000;

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LET_GO);
}
