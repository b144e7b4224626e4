// What happened so far, always at hand: every quarter past, to look at again or to rewind to as practice.

import { decisionsOf } from '../../rules/campaign.ts';
import { isInUse } from '../../rules/desk.ts';
import { digestOf } from '../../telling/digest.ts';
import { headlineText } from '../../telling/narrate.ts';
import { type Playthrough, rewoundCode } from '../../telling/playthrough.ts';
import { percent, quarterOf } from '../../telling/wording.ts';
import { dialog } from '../dialogs.ts';
import { Dialog } from '../parts/dialog.tsx';
import { practiceLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import './history.css';

export function HistoryLog({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  return (
    <Dialog id="history" name={words.t('interface:history.heading')} words={words} drawer>
      {() => (play.turns.length === 0 ? <p>{words.t('interface:history.none')}</p> : <Quarters play={play} />)}
    </Dialog>
  );
}

function shut(): void {
  dialog.value = null;
}

function Quarters({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { world, turns, openings, state, log, carried } = play;
  const { level } = world;
  const decisions = decisionsOf(log.choices);
  return (
    <>
      <p class="hint">{words.t(carried === null ? 'interface:history.note' : 'interface:saves.carried')}</p>
      <ol class="past">
        {turns.map((events, i) => {
          const turn = openings[i]?.turn ?? i;
          const { headline } = digestOf(world, events, 'veiled');
          const forecast = isInUse(level, 'belief', turn) ? state.forecasts.find((stated) => stated.turn === turn) : undefined;
          const cards = decisions[turn] ?? [];
          const act = (action: 'again' | 'rewind') => words.t('interface:history.ofTurn', { action: words.t(`interface:history.${action}`), turn: turn + 1 });
          return (
            <li key={turn}>
              <h3>{words.t('interface:history.quarter', { turn: turn + 1, months: quarterOf(words, level.start, turn) })}</h3>
              <p class="past-headline">{headline === null ? words.t('interface:world.quiet') : headlineText(words, level, headline)}</p>
              <p>
                {cards.length === 0 ? words.t('interface:history.held') : `${words.t('interface:history.chose')} ${cards.map((card) => words.t(`cards:${card}.title`)).join(', ')}`}
              </p>
              {forecast !== undefined && <p class="hint">{words.t('interface:history.belief', { percent: percent(words, forecast.belief) })}</p>}
              {carried === null && (
                <ul class="links">
                  <li>
                    <a href={practiceLink(rewoundCode(play, turn + 1), 'world')} aria-label={act('again')} onClick={shut}>
                      {words.t('interface:history.again')}
                    </a>
                  </li>
                  <li>
                    <a href={practiceLink(rewoundCode(play, turn), 'desk')} aria-label={act('rewind')} onClick={shut}>
                      {words.t('interface:history.rewind')}
                    </a>
                  </li>
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
