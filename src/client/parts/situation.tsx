// The few figures that are always on the desk; each opens what moved it last quarter. The rest opens on demand.

import type { ComponentChildren } from 'preact';
import { type Event, type Quantity, VISIBLE } from '../../rules/types.ts';
import { estimatedThreat, mayTell, type View } from '../../rules/view.ts';
import type { Changed } from '../../telling/digest.ts';
import { amount, changeText, quantityName, sentenceCase } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { threatBand } from '../../telling/threatBand.ts';
import { monthOf, points, whole } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { Fold } from './fold.tsx';
import { Meter } from './meter.tsx';
import { Why } from './why.tsx';

export function Figures({ play, shown }: { play: Playthrough; shown: View }) {
  const { words } = useShelves();
  const { levels } = shown;
  const before = play.openings.at(-2);
  const [low, high] = threatBand(play.world, shown);
  const ghostOf = (what: 'deterrence' | 'closeness' | 'unease') => before?.[what];
  return (
    <div class="figures">
      <Figure name={words.t('interface:figure.war')} value={words.t(`interface:figure.phase.${shown.war}`)} />
      <Figure
        name={words.t('interface:figure.threat')}
        value={points(words, shown.threat)}
        note={words.t('interface:figure.threatBand', { low: whole(words, low / 10), high: whole(words, high / 10) })}
        about={words.t('interface:desk.threatNote')}
        revised={revisionsOf(play)}
      >
        <Meter value={shown.threat} band={[low, high]} ghost={before === undefined ? undefined : estimatedThreat(play.world, before)} tone="heat" />
      </Figure>
      <Figure name={words.t('interface:figure.deterrence')} value={points(words, levels.deterrence)} causes={causesOf(play, 'deterrence')}>
        <Meter value={levels.deterrence} ghost={ghostOf('deterrence')} tone="teal" />
      </Figure>
      <Figure name={words.t('interface:figure.closeness')} value={points(words, levels.closeness)} causes={causesOf(play, 'closeness')}>
        <Meter value={levels.closeness} ghost={ghostOf('closeness')} tone="amber" />
      </Figure>
      <Figure
        name={words.t('interface:figure.beijing')}
        value={words.t(`interface:figure.stance.${shown.stance}`)}
        note={words.t('interface:figure.unease', { value: points(words, levels.unease) })}
        causes={causesOf(play, 'unease')}
      >
        <Meter value={levels.unease} ghost={ghostOf('unease')} tone="gold" />
      </Figure>
      <Figure name={sentenceCase(words, quantityName(words, 'capital'))} value={amount(words, 'capital', levels.capital)} causes={causesOf(play, 'capital')} />
    </div>
  );
}

function causesOf({ turns }: Playthrough, what: Quantity): Changed[] {
  return (turns.at(-1) ?? []).filter((event): event is Changed => event.type === 'changed' && event.what === what && mayTell(event));
}

type Revision = Extract<Event, { type: 'assessed' }>;
function revisionsOf({ turns }: Playthrough): Revision[] {
  return (turns.at(-1) ?? []).filter((event) => event.type === 'assessed');
}

interface FigureProps {
  name: string;
  value: string;
  /** What the meter measures, where the value is a word; how sure the value is. */
  note?: string;
  causes?: readonly Changed[];
  /** What kind of figure it is, where it needs saying. */
  about?: string;
  revised?: readonly Revision[];
  children?: ComponentChildren;
}

function Figure({ name, value, note, causes = [], about, revised = [], children }: FigureProps) {
  const { words } = useShelves();
  const face = (
    <>
      <span class="figure-name">{name}</span> <span class="figure-value">{sentenceCase(words, value)}</span>
      {children}
      {note !== undefined && <span class="figure-note">{note}</span>}
    </>
  );
  if (causes.length === 0 && about === undefined) return <div class="situation-figure">{face}</div>;
  return (
    <Fold summary={face} class="situation-figure">
      {() => (
        <ul class="causes">
          {about !== undefined && <li>{about}</li>}
          {revised.map(({ tech, from, to, because }) => (
            <li key={tech}>
              <p>{words.t('interface:desk.revised', { tech: words.t(`interface:tech.${tech}`), from: whole(words, from / 10), to: whole(words, to / 10) })}</p>
              <Why because={because} />
            </li>
          ))}
          {causes.map((cause) => (
            <li>
              <p>{changeText(words, cause)}</p>
              <Why because={cause.because} />
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}

export function Situation({ play, shown }: { play: Playthrough; shown: View }) {
  const { words } = useShelves();
  const { level } = play.world;
  const before = play.openings.at(-2);
  return (
    <details class="situation all-figures">
      <summary>{words.t('interface:desk.more')}</summary>
      <div class="sheet">
        <p class="hint">{words.t('interface:desk.moreNote')}</p>
        <dl class="table">
          <div>
            <dt>{words.t('interface:figure.containers')}</dt>
            <dd>{amount(words, 'munitions', shown.containers)}</dd>
          </div>
          <div>
            <dt>{words.t('interface:figure.crises')}</dt>
            <dd>{amount(words, 'capital', shown.crises)}</dd>
          </div>
          {VISIBLE.map((what) => (
            <div key={what}>
              <dt>{sentenceCase(words, quantityName(words, what))}</dt>
              <dd>
                {amount(words, what, shown.levels[what])}{' '}
                {before !== undefined && amount(words, what, before[what]) !== amount(words, what, shown.levels[what]) && (
                  <span class="ghost">{words.t('interface:desk.ghost', { value: amount(words, what, before[what]) })}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {shown.pending.length > 0 && (
          <>
            <h3>{words.t('interface:desk.onTheWay')}</h3>
            <ul>
              {shown.pending.map(({ card, due }) => (
                <li>{words.t('interface:desk.onTheWayItem', { card: words.t(`cards:${card}.title`), month: monthOf(words, level.start, due) })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
