// A class as a bench meets it, the same to both servers: it joins, is put a question, and hands in.

export interface Handed {
  /** Milliseconds from the host's order until the question was at each device. */
  shown: number[];
  /** Milliseconds from sending until the acknowledgement. */
  acknowledged: number[];
  /** Slips acknowledged as saved. */
  saved: number;
}

export interface School {
  /** Milliseconds of each join. @param within over which joins are spread */
  join(within: number): Promise<number[]>;
  /** One question in all rooms, put and answered; the answers come spread over so many milliseconds. */
  round(spread: number): Promise<Handed>;
  /** Acknowledged slips that the server does not hold. */
  lost(): Promise<number>;
  close(): void;
}

/** Spread evenly, in an order of their own. */
export function afterWhile(at: number, of: number, within: number): Promise<void> {
  // 0.618… of the whole further each time: evenly spread, and neighbors far apart.
  const share = (at * 0.6180339887) % 1;
  return new Promise((resolve) => setTimeout(resolve, of === 1 ? 0 : share * within));
}
