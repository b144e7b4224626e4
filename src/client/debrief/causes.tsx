// How the ending came about: what it asked for, then the chains of causes, each from a deed to the figure.

import { useMemo } from 'preact/hooks';
import { rangeOfMeasure } from '../../content/ranges.ts';
import type { EndingMeasure, Hidden } from '../../rules/types.ts';
import { type Asked, type Chain, causesOf, type Figure, type Root, type Step, type Strand } from '../../telling/chain.ts';
import type { Debrief } from '../../telling/debrief.ts';
import { difference, headlineText, quantityName, sentenceCase } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { reasonOf } from '../../telling/why.ts';
import { points, quarterOf, signed, type Vocabulary, whole } from '../../telling/wording.ts';
import { Fold } from '../parts/fold.tsx';
import { Why } from '../parts/why.tsx';
import { useShelves } from '../shelves.ts';
import { Soon } from './soon.tsx';

export function EndingCauses({ play, debrief }: { play: Playthrough; debrief: Debrief }) {
  const { words } = useShelves();
  const { reached, missed, strands } = useMemo(() => causesOf(play, debrief.ending), [play, debrief]);
  return (
    <section class="sheet causes-of-ending" aria-labelledby="chain">
      <h2 id="chain">{words.t('interface:debrief.chain.heading')}</h2>
      {reached.asked.length === 0 ? (
        <p>{words.t('interface:debrief.chain.askedNone')}</p>
      ) : (
        <>
          <p>{words.t('interface:debrief.chain.asked')}</p>
          <ul class="asked">
            {reached.asked.map((asked) => (
              <li key={asked.what}>{askedText(words, asked)}</li>
            ))}
          </ul>
        </>
      )}
      {missed.length > 0 && (
        <details class="prints">
          <summary>{words.t('interface:debrief.chain.missed')}</summary>
          <dl class="missed">
            {missed.map(({ id, asked }) => (
              <div key={id}>
                <dt>{words.t(`endings:${id}.title`)}</dt>
                {asked.map((each) => (
                  <dd key={each.what}>{askedText(words, each)}</dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
      <p class="hint">{words.t('interface:debrief.chain.read')}</p>
      <div class="strands">
        {strands.map((strand) => (
          <Soon key={strand.figure}>{() => <StrandOf strand={strand} play={play} hidden={debrief.hidden} />}</Soon>
        ))}
      </div>
    </section>
  );
}

function StrandOf({ strand: { figure, from, to, chains }, play, hidden }: { strand: Strand; play: Playthrough; hidden: Hidden }) {
  const { words } = useShelves();
  // Chains that end in the same rule share its figure: it is counted, and told, once.
  const told = new Set<string>();
  const lasts = new Map(chains.flatMap(({ steps }) => steps.slice(-1)).map((step) => [keyOf(step), step.by]));
  const rest = to - from - [...lasts.values()].reduce((sum, by) => sum + by, 0);
  const chainOf = (chain: Chain) => (
    <ChainOf key={chain.steps.map(({ what, because }) => `${because.rule} ${what}`).join() + rootKey(chain.root)} chain={chain} play={play} hidden={hidden} told={told} />
  );
  const write = (value: number) => (figure === 'crises' ? whole(words, value) : points(words, value));
  return (
    <div class="strand">
      <h3>{words.t('interface:debrief.chain.figure', { what: figureName(words, figure), from: write(from), to: write(to) })}</h3>
      {chains.length === 0 && <p>{words.t('interface:debrief.chain.none')}</p>}
      <div class="chains">{chains.slice(0, FIRST).map(chainOf)}</div>
      {chains.length > FIRST && (
        <details class="prints">
          <summary>{words.t('interface:debrief.chain.more', { count: chains.length - FIRST })}</summary>
          <div class="chains">{chains.slice(FIRST).map(chainOf)}</div>
        </details>
      )}
      {chains.length > 0 && Math.abs(rest) >= (figure === 'crises' ? 1 : VISIBLE_REST) && (
        <p class="hint">{words.t('interface:debrief.chain.rest', { by: figure === 'crises' ? whole(words, rest) : signed(words, rest) })}</p>
      )}
    </div>
  );
}

/** How many chains of a figure are shown at once: the longest reach. */
const FIRST = 2;
/** Tenths: what is smaller is not worth a line. */
const VISIBLE_REST = 4;

/** @param told the steps whose figures stand above already; those told here are added */
function ChainOf({ chain: { root, steps }, play, hidden, told }: { chain: Chain; play: Playthrough; hidden: Hidden; told: Set<string> }) {
  const { content, words } = useShelves();
  const { level } = play.world;
  return (
    <ol class="chain">
      <li class="root">
        {root.kind === 'deed' && (
          <span class="kicker">
            {words.t('interface:debrief.chain.when', {
              who: words.t(`interface:world.who.${root.who}`),
              count: root.turns.length,
              months: quarterOf(words, level.start, root.turns[0] ?? 0),
            })}
          </span>
        )}
        <span class="deed-line">{rootText(words, root, play, hidden)}</span>
      </li>
      {steps.map((step) => (
        <li key={`${step.because.rule} ${step.what}`}>
          <Fold
            class="link"
            summary={
              <>
                {reasonOf(content, words, step.because).sentence} <span class={`label label-${step.because.label}`}>{words.t(`interface:why.label.${step.because.label}`)}</span>
              </>
            }
          >
            {() => <Why because={step.because} shown="rest" />}
          </Fold>
          <Moved step={step} first={step.against || firstTold(told, step)} />
        </li>
      ))}
    </ol>
  );
}

/** @param first whether its figure has not been told yet */
function Moved({ step, first }: { step: Step; first: boolean }) {
  const { words } = useShelves();
  const what = figureName(words, step.what);
  if (step.against || !first) return <span class="moved-by against">{words.t(step.against ? 'interface:debrief.chain.against' : 'interface:debrief.chain.above', { what })}</span>;
  return (
    <span class="moved-by">
      {what} <strong>{stepBy(words, step)}</strong>
    </span>
  );
}

function keyOf({ what, because }: Step): string {
  return `${because.rule} ${what}`;
}

function firstTold(told: Set<string>, step: Step): boolean {
  const isFirst = !told.has(keyOf(step));
  told.add(keyOf(step));
  return isFirst;
}

function rootText(words: Vocabulary, root: Root, { world }: Playthrough, hidden: Hidden): string {
  switch (root.kind) {
    case 'deed':
      return headlineText(words, world.level, root.event);
    case 'standing':
      return words.t('interface:debrief.chain.standing', { what: quantityName(words, root.what) });
    case 'given':
      if (root.node === 'bond') return words.t(`interface:debrief.chain.given.bond.${hidden.bond}`);
      if (root.node === 'west') return words.t(`interface:debrief.chain.given.west.${hidden.west}`);
      return words.t(`interface:debrief.chain.given.${root.node}`);
  }
}

function rootKey(root: Root): string {
  return root.kind === 'deed' ? `${root.event.type} ${root.turns.join()} ${'card' in root.event ? root.event.card : ''}` : root.kind;
}

function figureName(words: Vocabulary, figure: Figure): string {
  if (figure === 'transfer' || figure === 'crises') return words.t(`interface:debrief.chain.measure.${figure}`);
  return sentenceCase(words, quantityName(words, figure));
}

function stepBy(words: Vocabulary, { what, by }: Step): string {
  if (what === 'crises') return `+${whole(words, by)}`;
  return what === 'transfer' ? signed(words, by) : difference(words, what, by);
}

/** "Balance: −2.4, at least −4.5 was asked". A bound at the end of what is possible asks nothing. */
function askedText(words: Vocabulary, { what, reached, atLeast, atMost }: Asked): string {
  const write = (value: number) => amountOf(words, what, value);
  const [least, most] = rangeOfMeasure(what);
  const name = words.t(`interface:debrief.chain.measure.${what}`);
  if (atLeast > least && atMost < most) return words.t('interface:debrief.chain.between', { what: name, reached: write(reached), least: write(atLeast), most: write(atMost) });
  return atMost < most
    ? words.t('interface:debrief.chain.atMost', { what: name, reached: write(reached), bound: write(atMost) })
    : words.t('interface:debrief.chain.atLeast', { what: name, reached: write(reached), bound: write(atLeast) });
}

function amountOf(words: Vocabulary, what: EndingMeasure, value: number): string {
  if (what === 'crises') return whole(words, value);
  return what === 'balance' || what === 'threatGrowth' ? signed(words, value) : points(words, value);
}
