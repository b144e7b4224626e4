// "What if": a few hundred campaigns under other luck, played in a worker, with their spread as dots and as a table.

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { decisionsOf } from '../../rules/campaign.ts';
import type { Debrief } from '../../telling/debrief.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { whatIfSummary } from '../../telling/verdict.ts';
import { aheadOfHold, PLANS, type Question, type Reached, type Spread, spreadOf, TRUTHS, type Truth } from '../../telling/whatIf.ts';
import { signed, tick, type Vocabulary } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { Dots } from './dots.tsx';
import { FoldedPart } from './part.tsx';

/** Draws of luck; each is played under every plan. */
const CAMPAIGNS = 300;

interface Run {
  truth: Truth;
  reached: readonly Reached[];
  state: 'working' | 'done' | 'stopped' | 'broken';
}

export function WhatIf({ play, debrief }: { play: Playthrough; debrief: Debrief }) {
  const { words } = useShelves();
  const [truth, setTruth] = useState<Truth>('drawn');
  const [run, setRun] = useState<Run | null>(null);
  const worker = useRef<Worker | null>(null);
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  // At once: a run that is started as soon as the button is there must not be taken back.
  useLayoutEffect(() => {
    setRun(null);
    return end;
  }, [play]);

  const start = () => {
    end();
    setRun({ truth, reached: [], state: 'working' });
    const question: Question = { world: play.world, seed: play.state.seed, decisions: decisionsOf(play.log.choices), truth, campaigns: CAMPAIGNS };
    let reached: readonly Reached[] = [];
    try {
      const made = new Worker(new URL('./whatIf.worker.ts', import.meta.url), { type: 'module' });
      made.onmessage = ({ data }: MessageEvent<Reached[]>) => {
        reached = [...reached, ...data];
        const done = reached.length >= CAMPAIGNS;
        setRun({ truth, reached, state: done ? 'done' : 'working' });
        if (done) end();
      };
      made.onerror = () => {
        end();
        setRun({ truth, reached, state: 'broken' });
      };
      worker.current = made;
      made.postMessage(question);
    } catch {
      setRun({ truth, reached, state: 'broken' });
    }
  };
  const stop = () => {
    end();
    setRun((before) => (before === null ? null : { ...before, state: 'stopped' }));
  };

  return (
    <FoldedPart id="what-if" heading={words.t('interface:whatIf.heading')} class="what-if" busy={run?.state === 'working'}>
      <p class="hint">{words.t('interface:whatIf.note', { count: CAMPAIGNS })}</p>
      <fieldset class="options">
        <legend class="term">{words.t('interface:whatIf.truth')}</legend>
        {TRUTHS.map((each) => (
          <label key={each}>
            <input type="radio" name="truth" checked={truth === each} onChange={() => setTruth(each)} /> {words.t(`interface:whatIf.truths.${each}`)}
          </label>
        ))}
      </fieldset>
      <p class="actions">
        {run?.state === 'working' ? (
          <button type="button" onClick={stop}>
            {words.t('interface:whatIf.cancel')}
          </button>
        ) : (
          <button type="button" class="primary" onClick={start}>
            {words.t(run === null ? 'interface:whatIf.start' : 'interface:whatIf.again')}
          </button>
        )}
      </p>
      {run !== null && <Working run={run} />}
      {run !== null && run.reached.length > 0 && <Result run={run} balance={debrief.balance} />}
    </FoldedPart>
  );
}

function Working({ run: { state, reached } }: { run: Run }) {
  const { words } = useShelves();
  const told = {
    working: words.t('interface:whatIf.working'),
    done: words.t('interface:whatIf.done', { all: CAMPAIGNS }),
    stopped: words.t('interface:whatIf.stopped', { done: reached.length, all: CAMPAIGNS }),
    broken: words.t('interface:whatIf.broken'),
  };
  return (
    <>
      {state === 'working' && (
        <div class="working">
          <progress max={CAMPAIGNS} value={reached.length} aria-label={words.t('interface:whatIf.working')} />
          <span>{words.t('interface:whatIf.progress', { done: reached.length, all: CAMPAIGNS })}</span>
        </div>
      )}
      <p role="status" class={state === 'working' ? 'unseen' : 'hint'} data-testid="what-if-state">
        {told[state]}
      </p>
    </>
  );
}

function Result({ run: { truth, reached, state }, balance }: { run: Run; balance: number }) {
  const { words } = useShelves();
  const rows = useMemo(() => PLANS.map((plan) => ({ plan, values: reached.map((each) => each[plan]), spread: spreadOf(reached.map((each) => each[plan])) })), [reached]);
  return (
    <>
      <p class="hint">
        {words.t(`interface:whatIf.truths.${truth}`)}. {words.t('interface:whatIf.axis')}.{' '}
        <strong>{words.t('interface:whatIf.yourCampaign', { balance: signed(words, balance) })}</strong>
      </p>
      <Dots
        rows={rows.map(({ plan, values, spread }) => ({ key: plan, name: words.t(`interface:whatIf.plan.${plan}`), values, middle: spread.middle, tone: TONES[plan] }))}
        at={balance}
        write={(value) => tick(words, value)}
      />
      {state !== 'working' && <p data-testid="what-if-summary">{whatIfSummary(words, reached)}</p>}
      <details class="prints">
        <summary>{words.t('interface:whatIf.table')}</summary>
        <table class="compact">
          <thead>
            <tr>
              <th scope="col">{words.t('interface:whatIf.columnBalance')}</th>
              {rows.map(({ plan }) => (
                <th key={plan} scope="col">
                  {words.t(`interface:whatIf.plan.${plan}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MEASURES.map(([key, write]) => (
              <tr key={key}>
                <th scope="row">{words.t(`interface:whatIf.column${key}`)}</th>
                {rows.map(({ plan, spread }) => (
                  <td key={plan}>{write(words, spread)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.t('interface:whatIf.columnAhead')}</th>
              {rows.map(({ plan }) => (
                <td key={plan}>{plan === 'hold' ? '–' : words.t('interface:whatIf.ahead', { count: aheadOfHold(reached, plan), all: reached.length })}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </details>
    </>
  );
}

const MEASURES: readonly (readonly [name: 'Lowest' | 'Half' | 'Middle' | 'Highest', write: (words: Vocabulary, spread: Spread) => string])[] = [
  ['Lowest', (words, { lowest }) => signed(words, lowest)],
  ['Half', (words, { lower, upper }) => words.t('interface:whatIf.half', { lower: signed(words, lower), upper: signed(words, upper) })],
  ['Middle', (words, { middle }) => signed(words, middle)],
  ['Highest', (words, { highest }) => signed(words, highest)],
];

const TONES = { yours: 'rose', hold: 'ink', blind: 'ice' } as const;
