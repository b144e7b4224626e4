// A line on long work, for people only: a pipe does not see it.

export class Progress {
  readonly #stream = process.stderr;
  #done = 0;
  readonly #steps: number;

  constructor(steps: number) {
    this.#steps = steps;
  }

  /** @param doing what begins now */
  next(doing: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[K${Math.floor((100 * this.#done) / this.#steps)} %  ${doing}`);
    this.#done++;
  }

  finish(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }
}
