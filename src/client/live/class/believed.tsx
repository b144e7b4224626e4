// How the beliefs of a class spread from turn to turn, beside the ideal observer's and the truth.

import type { PlayedTurn } from '../../../session/types.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { percent } from '../../../telling/wording.ts';
import { useShelves } from '../../shelves.ts';
import { BeliefStrip } from './beliefStrip.tsx';

interface BelievedProps {
  /** Over. */
  play: Playthrough;
  turns: readonly PlayedTurn[];
}

export function Believed({ play, turns }: BelievedProps) {
  const { words } = useShelves();
  const { hidden, forecasts } = play.state;
  const t = (key: 'turn' | 'mean' | 'spread' | 'ideal') => words.t(`live:class.debrief.${key}`);
  const rows = turns.flatMap(({ turn, beliefs }) => {
    const stated = forecasts.find((forecast) => forecast.turn === turn);
    return beliefs.length === 0 || stated === undefined ? [] : [{ turn, beliefs, stated }];
  });
  if (rows.length === 0) return <p>{words.t('live:class.screen.noBeliefs')}</p>;
  return (
    <>
      <p class="believed-truth">{words.t(`live:class.debrief.${hidden.bond}`)}</p>
      <table class="believed">
        <thead>
          <tr>
            <th scope="col">{t('turn')}</th>
            <td class="believed-picture" />
            <th scope="col">{t('mean')}</th>
            <th scope="col" class="believed-spread">
              {t('spread')}
            </th>
            <th scope="col">{t('ideal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ turn, beliefs, stated }) => (
            <tr key={turn}>
              <th scope="row">{turn + 1}</th>
              <td class="believed-picture">
                <BeliefStrip small beliefs={beliefs} mean={stated.belief} ideal={stated.ideal} />
              </td>
              <td>{percent(words, stated.belief)}</td>
              <td class="believed-spread">
                {percent(words, beliefs[0] ?? 0)} – {percent(words, beliefs.at(-1) ?? 0)}
              </td>
              <td>{percent(words, stated.ideal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
