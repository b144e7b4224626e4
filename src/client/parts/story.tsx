// A quarter's deeds by actor and what changed by them, and what moved by itself. Every change opens its cause.

import type { Level } from '../../rules/types.ts';
import { type Changed, type Deed, type Digest, type Drift, factOf } from '../../telling/digest.ts';
import { becauseOf, changeText, detailText, driftText, headlineText } from '../../telling/narrate.ts';
import { useShelves } from '../shelves.ts';
import { Fold } from './fold.tsx';
import { Why } from './why.tsx';

interface StoryProps {
  level: Level;
  digest: Digest;
  /** The level at which this part of the page stands. */
  heading: 'h2' | 'h3';
  /** Whether the headline's detail has been told above. */
  headlined?: boolean;
}

export function Story({ level, digest, heading: Heading, headlined = false }: StoryProps) {
  const { words } = useShelves();
  const { turningPoints, parts, quiet, drifts } = digest;
  return (
    <div class="story">
      <div class="sheet actors">
        {turningPoints.length > 0 && (
          <section class="part turning">
            <Heading>{words.t('interface:world.turningPoints')}</Heading>
            <div>
              {turningPoints.map((point) => (
                <DeedEntry level={level} deed={point} told={false} />
              ))}
            </div>
          </section>
        )}
        {parts.map(({ who, deeds }) => (
          <section class="part" key={who}>
            <Heading>{words.t(`interface:world.who.${who}`)}</Heading>
            <div>
              {deeds.map((deed) => (
                <DeedEntry level={level} deed={deed} told={headlined && deed.event === digest.headline} />
              ))}
            </div>
          </section>
        ))}
        {quiet.length > 0 && (
          <section class="part">
            <Heading>{words.t('interface:world.idle')}</Heading>
            <ul>
              {quiet.map(({ who, event }) => (
                <li key={who}>
                  <Fold summary={headlineText(words, level, event)}>{() => <DeedReason event={event} />}</Fold>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {drifts.length > 0 && (
        <section class="sheet course">
          <Heading>{words.t('interface:world.course')}</Heading>
          <Fold summary={words.t('interface:world.courseNote', { count: drifts.length })}>
            {() => (
              <ul class="changes">
                {drifts.map((drift) => (
                  <li key={drift.what}>
                    <DriftEntry drift={drift} />
                  </li>
                ))}
              </ul>
            )}
          </Fold>
        </section>
      )}
    </div>
  );
}

type Told = Deed['event'] | Digest['turningPoints'][number]['event'];

interface EntryProps {
  level: Level;
  deed: { event: Told; changes: readonly Changed[] };
  /** Whether its detail stands elsewhere. */
  told: boolean;
}

function DeedEntry({ level, deed: { event, changes }, told }: EntryProps) {
  const { words } = useShelves();
  const because = becauseOf(event);
  const detail = told ? '' : detailText(words, event);
  return (
    <div class="deed">
      <div>
        <p class="deed-line">
          {headlineText(words, level, event)}
          {factOf(level, event) !== null && <span class="tag fact">{words.t('interface:world.fact')}</span>}
        </p>
        {detail !== '' && <p class="detail">{detail}</p>}
        {because !== null && <Fold summary={words.t('interface:why.open')}>{() => <Why because={because} />}</Fold>}
      </div>
      {changes.length > 0 && (
        <ul class="changes">
          {changes.map((change) => (
            <li>
              <Fold summary={changeText(words, change)}>{() => <Why because={change.because} />}</Fold>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function DeedReason({ event }: { event: Told }) {
  const { words } = useShelves();
  const because = becauseOf(event);
  return (
    <>
      <p class="detail">{detailText(words, event)}</p>
      {because !== null && <Why because={because} />}
    </>
  );
}

function DriftEntry({ drift }: { drift: Drift }) {
  const { words } = useShelves();
  return (
    <Fold summary={driftText(words, drift)}>
      {() =>
        drift.causes.map((cause) => (
          <div class="cause">
            <p>{changeText(words, cause)}</p>
            <Why because={cause.because} />
          </div>
        ))
      }
    </Fold>
  );
}
