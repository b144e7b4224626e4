// The desk: what is known, what is believed, what may be done. Nothing leaves it before it is committed.

import { useState } from 'preact/hooks';
import { isInUse } from '../../rules/desk.ts';
import { askedNow } from '../../rules/forecast.ts';
import type { CardId, Choice, DeskStep } from '../../rules/types.ts';
import { view } from '../../rules/view.ts';
import { forGoodText } from '../../telling/narrate.ts';
import { choicesOf, type Outcome, type Playthrough } from '../../telling/playthrough.ts';
import { refusalText } from '../../telling/trouble.ts';
import { quarterOf } from '../../telling/wording.ts';
import { Belief, EventForecast } from '../parts/belief.tsx';
import { Briefing, Standing } from '../parts/briefing.tsx';
import { Hand } from '../parts/hand.tsx';
import { Estimates, Reports, Telegraph } from '../parts/intelligence.tsx';
import { Page } from '../parts/page.tsx';
import { Situation } from '../parts/situation.tsx';
import { useShelves } from '../shelves.ts';

interface DeskProps {
  play: Playthrough;
  commit: (choices: readonly Choice[]) => Outcome;
}

export function DeskScreen({ play, commit }: DeskProps) {
  const { words } = useShelves();
  const { world, state } = play;
  const { level } = world;
  const shown = view(world, state);
  const [chosen, setChosen] = useState<readonly CardId[]>([]);
  const [belief, setBelief] = useState(state.belief);
  const [event, setEvent] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const asked = askedNow(world, state);
  const forGood = forGoodText(words, world, chosen);
  const has = (part: DeskStep) => isInUse(level, part, state.turn);

  const clear = () => {
    setChosen([]);
    setSaid(words.t('interface:cards.cleared'));
  };
  const submit = (submitted: Event) => {
    submitted.preventDefault();
    const outcome = commit(choicesOf(play, belief, event, chosen));
    if (!outcome.ok) setSaid(refusalText(words, outcome.trouble));
  };

  return (
    <Page
      words={words}
      name={words.t('interface:desk.heading')}
      above={`${words.t(`levels:${level.id}.title`)} · ${words.t('interface:desk.turn', { turn: state.turn + 1, turns: level.turns })}`}
      below={`${words.t('interface:desk.quarter', { months: quarterOf(words, level.start, state.turn) })} · ${words.t(`interface:desk.act.${shown.act}`)}`}
      focusKey={`desk ${state.turn}`}
      class="desk"
    >
      <Situation play={play} shown={shown} />
      <form class="desk-columns" onSubmit={submit}>
        <div class="papers">
          {state.turn === 0 && <Standing level={level} />}
          <Briefing play={play} />
          {has('intelligence') && <Reports shown={shown} />}
          {has('telegraph') && <Telegraph shown={shown} world={world} />}
          {has('intelligence') && <Estimates shown={shown} before={play.openings.at(-2)} />}
          {has('belief') && <Belief value={belief} before={state.belief} onInput={setBelief} />}
          {has('belief') && asked !== null && <EventForecast asked={asked} start={level.start} value={event} onInput={setEvent} />}
        </div>
        <div class="deeds">
          {has('cards') && <Hand play={play} chosen={chosen} choose={setChosen} say={setSaid} />}
          <section class="commit" aria-label={words.t('interface:cards.slotsFilled', { chosen: chosen.length })}>
            <p role="status" class="said">
              {said}
            </p>
            {forGood !== '' && <p class="irreversible">{forGood}</p>}
            <p class="actions">
              <button type="submit" class="primary">
                {words.t(forGood === '' ? 'interface:cards.commit' : 'interface:cards.commitForGood', { count: chosen.length })}
              </button>
              <button type="button" onClick={clear}>
                {words.t('interface:cards.clear')}
              </button>
            </p>
          </section>
          <p class="hint local">{words.t('interface:cards.local')}</p>
        </div>
      </form>
    </Page>
  );
}
