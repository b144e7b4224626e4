// What reached the desk about the others: reports, a move being prepared, estimates with their bands.

import { type State, TECH } from '../../rules/types.ts';
import type { View } from '../../rules/view.ts';
import { likelihood, whole } from '../../telling/wording.ts';
import { narrow } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { Meter } from './meter.tsx';

export function Reports({ shown: { desk } }: { shown: View }) {
  const { content, words } = useShelves();
  const reports = desk?.reports ?? [];
  return (
    <section class="sheet reports" aria-labelledby="reports">
      <h2 id="reports">{words.t('interface:desk.reports')}</h2>
      {reports.length === 0 && <p>{words.t('interface:desk.noReports')}</p>}
      {reports.map(({ topic, reading, clear }) => {
        const source = content.library.topics.find(({ id }) => id === topic)?.source ?? 'open';
        const head = (
          <>
            <span class="kicker">
              {words.t(`interface:desk.source.${source}`)}
              {clear && <span class="tag">{words.t('interface:desk.clear')}</span>}
            </span>
            <h3>{words.t(`intelligence:${topic}.subject`)}</h3>
          </>
        );
        const told = <p>{words.t(`intelligence:${topic}.readings.${reading}`)}</p>;
        return (
          <article key={topic}>
            {narrow.value ? (
              <details>
                <summary>{head}</summary>
                {told}
              </details>
            ) : (
              <>
                {head}
                {told}
              </>
            )}
          </article>
        );
      })}
    </section>
  );
}

export function Telegraph({ shown: { desk } }: { shown: View }) {
  const { words } = useShelves();
  const telegraph = desk?.telegraph ?? null;
  return (
    <section class={`sheet telegraph${telegraph === null ? '' : ' stirring'}`} aria-labelledby="telegraph">
      <h2 id="telegraph">{words.t('interface:desk.telegraph')}</h2>
      {telegraph === null ? (
        <p>{words.t('interface:desk.noTelegraph')}</p>
      ) : (
        <>
          <p class="kicker">{words.t(`interface:world.who.${telegraph.actor}`)}</p>
          <p>{words.t(`moves:${telegraph.move}.sign`)}</p>
          <p class="meta">{words.t('interface:desk.telegraphChance', { likelihood: words.t(`interface:likelihood.${likelihood(telegraph.chance)}`) })}</p>
        </>
      )}
      {desk?.quiet.map(({ actor, move }) => (
        <p key={actor} class="hint">
          {words.t(`moves:${move}.sign`)}
        </p>
      ))}
    </section>
  );
}

/** @param before the state of the turn before; none on the first */
export function Estimates({ shown: { estimates, band, desk }, before }: { shown: View; before: State | undefined }) {
  const { words } = useShelves();
  const inRange = (tenths: number) => Math.max(0, Math.min(1000, tenths));
  return (
    <section class="sheet estimates" aria-labelledby="estimates">
      <details open={!narrow.value}>
        <summary>
          <h2 id="estimates">{words.t('interface:desk.estimates')}</h2>
        </summary>
        <dl>
          {TECH.map((tech) => {
            const rounded = (tenths: number) => whole(words, tenths / 10);
            const low = inRange(estimates[tech] - band);
            const high = inRange(estimates[tech] + band);
            const now = rounded(inRange(estimates[tech]));
            const was = before === undefined ? null : rounded(inRange(before.estimates[tech]));
            return (
              <div key={tech} class="figure">
                <dt>
                  {words.t(`interface:tech.${tech}`)}
                  {desk?.assessed === tech && <span class="tag">{words.t('interface:desk.assessed')}</span>}
                </dt>
                <dd>
                  <Meter value={inRange(estimates[tech])} band={[low, high]} tone="rose" />
                  <span class="number">{words.t('interface:desk.estimateBand', { low: rounded(low), high: rounded(high), estimate: now })}</span>
                  {desk?.assessed === tech && was !== null && was !== now && (
                    <>
                      {' '}
                      <span class="ghost">{words.t('interface:desk.ghost', { value: was })}</span>
                    </>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
        <p class="hint">{words.t('interface:desk.estimatesNote')}</p>
      </details>
    </section>
  );
}
