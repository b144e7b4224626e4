// A quarter's deeds by actor and what changed by them, and what moved by itself. Every change opens its cause.

import type { Level } from '../../rules/types.ts';
import type { Changed, Deed, Digest, Drift } from '../../telling/digest.ts';
import { becauseOf, changeText, detailText, driftText, headlineText } from '../../telling/narrate.ts';
import { useShelves } from '../shelves.ts';
import { Why } from './why.tsx';

/** @param heading the level at which this part of the page stands */
export function Story({ level, digest, heading: Heading }: { level: Level; digest: Digest; heading: 'h2' | 'h3' }) {
  const { words } = useShelves();
  const { turningPoints, parts, drifts } = digest;
  return (
    <div class="story">
      <div class="sheet actors">
        {turningPoints.length > 0 && (
          <section class="part turning">
            <Heading>{words.t('interface:world.turningPoints')}</Heading>
            <div>
              {turningPoints.map((point) => (
                <DeedEntry level={level} deed={point} />
              ))}
            </div>
          </section>
        )}
        {parts.map(({ who, deeds }) => (
          <section class="part" key={who}>
            <Heading>{words.t(`interface:world.who.${who}`)}</Heading>
            <div>
              {deeds.map((deed) => (
                <DeedEntry level={level} deed={deed} />
              ))}
            </div>
          </section>
        ))}
      </div>
      {drifts.length > 0 && (
        <section class="sheet course">
          <Heading>{words.t('interface:world.course')}</Heading>
          <p class="hint">{words.t('interface:world.courseNote')}</p>
          <ul class="changes">
            {drifts.map((drift) => (
              <li key={drift.what}>
                <DriftEntry drift={drift} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function DeedEntry({ level, deed: { event, changes } }: { level: Level; deed: { event: Deed['event'] | Digest['turningPoints'][number]['event']; changes: readonly Changed[] } }) {
  const { words } = useShelves();
  const because = becauseOf(event);
  const detail = detailText(words, event);
  return (
    <div class="deed">
      <p class="deed-line">{headlineText(words, level, event)}</p>
      {detail !== '' && <p class="detail">{detail}</p>}
      {because !== null && (
        <details>
          <summary>{words.t('interface:why.open')}</summary>
          <Why because={because} />
        </details>
      )}
      {changes.length > 0 && (
        <ul class="changes">
          {changes.map((change) => (
            <li>
              <details>
                <summary>{changeText(words, change)}</summary>
                <Why because={change.because} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function DriftEntry({ drift }: { drift: Drift }) {
  const { words } = useShelves();
  return (
    <details>
      <summary>{driftText(words, drift)}</summary>
      {drift.causes.map((cause) => (
        <div class="cause">
          <p>{changeText(words, cause)}</p>
          <Why because={cause.because} />
        </div>
      ))}
    </details>
  );
}
