// A campaign seen again from its code: its final state with the hash by which two programs agree, and what happened.

import { useMemo } from 'preact/hooks';
import { VISIBLE } from '../../rules/types.ts';
import { amount, quantityName, sentenceCase } from '../../telling/narrate.ts';
import { codeOf, resumePlay } from '../../telling/playthrough.ts';
import { troubleText } from '../../telling/trouble.ts';
import { HashFold } from '../parts/hash.tsx';
import { Page } from '../parts/page.tsx';
import { Turns } from '../parts/turns.tsx';
import { playLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { TroublePage } from './campaign.tsx';

export function ReplayScreen({ code }: { code: string }) {
  const { content, words } = useShelves();
  const outcome = useMemo(() => resumePlay(content, code), [content, code]);
  if (!outcome.ok) return <TroublePage text={troubleText(words, outcome.trouble)} />;
  const { play } = outcome;
  const { world, state, turns, log } = play;
  const { level } = world;
  const over = state.phase === 'over';
  return (
    <Page
      words={words}
      name={words.t('interface:replay.heading')}
      above={words.t('interface:replay.of', { level: words.t(`levels:${level.id}.title`), seed: log.header.seed })}
      below={over ? words.t('interface:replay.over') : words.t('interface:replay.underway', { turn: state.turn + 1, turns: level.turns })}
      focusKey={`replay ${code}`}
      class="replay"
    >
      <section class="sheet" aria-labelledby="final">
        <h2 id="final">{words.t('interface:replay.final')}</h2>
        <p>
          <a href={playLink(codeOf(play), over ? 'debrief' : 'desk')}>{words.t(over ? 'interface:replay.debrief' : 'interface:title.goOn')}</a>
        </p>
        <details>
          <summary>{words.t('interface:replay.figures')}</summary>
          <dl class="table">
            {[...VISIBLE, ...(over ? (['threat'] as const) : [])].map((what) => (
              <div key={what}>
                <dt>{sentenceCase(words, quantityName(words, what))}</dt>
                <dd>{amount(words, what, state[what])}</dd>
              </div>
            ))}
          </dl>
        </details>
        <HashFold state={state} />
      </section>
      <section class="whole-story" aria-labelledby="events">
        <h2 id="events">{words.t('interface:replay.events')}</h2>
        {turns.length === 0 ? <p>{words.t('interface:replay.noEvents')}</p> : <Turns play={play} telling={over ? 'unveiled' : 'veiled'} />}
      </section>
    </Page>
  );
}
