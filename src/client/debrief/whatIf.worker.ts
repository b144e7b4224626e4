// Plays the other campaigns away from the page, which may end it at any moment.

import { type Question, type Reached, whatIf } from '../../telling/whatIf.ts';

/** Campaigns between two reports. */
const BATCH = 20;

self.onmessage = ({ data }: MessageEvent<Question>) => {
  let batch: Reached[] = [];
  for (const reached of whatIf(data)) {
    batch.push(reached);
    if (batch.length < BATCH) continue;
    self.postMessage(batch);
    batch = [];
  }
  self.postMessage(batch);
};
