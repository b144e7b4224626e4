// The desk: what is known, what is believed, what to do. Nothing holds until it is committed.

import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { isInUse } from '../../rules/desk.ts';
import { askedNow } from '../../rules/forecast.ts';
import type { CardId, Choice, DeskStep } from '../../rules/types.ts';
import { view } from '../../rules/view.ts';
import { forGoodText } from '../../telling/narrate.ts';
import { choicesOf, codeOf, type Outcome, type Playthrough } from '../../telling/playthrough.ts';
import { refusalText } from '../../telling/trouble.ts';
import { quarterOf } from '../../telling/wording.ts';
import { cue } from '../audio/door.ts';
import { keepDraft, readDraft } from '../draft.ts';
import { useShortcuts } from '../keys.ts';
import { Belief, EventForecast } from '../parts/belief.tsx';
import { Briefing, Standing } from '../parts/briefing.tsx';
import { Hand, handOf } from '../parts/hand.tsx';
import { Estimates, Reports, Telegraph } from '../parts/intelligence.tsx';
import { Lesson } from '../parts/lesson.tsx';
import { MapWindow } from '../parts/mapWindow.tsx';
import { Page } from '../parts/page.tsx';
import { Figures, Situation } from '../parts/situation.tsx';
import { Slots } from '../parts/slots.tsx';
import { SaveAs } from '../saves/parts/saveAs.tsx';
import { spread } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import './desk.css';

interface DeskProps {
  play: Playthrough;
  practice: boolean;
  commit: (choices: readonly Choice[]) => Outcome;
}

export function DeskScreen({ play, practice, commit }: DeskProps) {
  const { words } = useShelves();
  const { world, state } = play;
  const { level } = world;
  const shown = view(world, state);
  const at = codeOf(play);
  const draft = useMemo(() => readDraft(at, state.desk?.hand ?? []), [at, state]);
  const [chosen, setChosen] = useState<readonly CardId[]>(draft?.chosen ?? []);
  const [belief, setBelief] = useState(draft?.belief ?? state.belief);
  const [event, setEvent] = useState<number | null>(draft?.event ?? null);
  // At once: the page may be loaded again before it is next drawn.
  useLayoutEffect(() => keepDraft({ at, chosen, belief, event }), [at, chosen, belief, event]);
  const [{ said, refused }, tell] = useState({ said: '', refused: false });
  const asked = askedNow(world, state);
  const has = (part: DeskStep) => isInUse(level, part, state.turn);
  const warning = forGoodText(words, world, chosen);
  const { cards, left, toggle } = handOf(play, chosen, (toggled) => {
    const card = words.t(`cards:${toggled.card}.title`);
    const standing = words.t('interface:cards.chosen', { chosen: toggled.chosen.length, count: toggled.left });
    setChosen(toggled.chosen);
    tell(
      toggled.kind === 'barred'
        ? { said: words.t('interface:cards.barred', { card, why: words.t(`interface:cards.${toggled.bar}`) }), refused: true }
        : { said: `${words.t(toggled.kind === 'chosen' ? 'interface:cards.chosenNamed' : 'interface:cards.takenOut', { card })} ${standing}`, refused: false },
    );
  });

  /** The control that was pressed is gone: the focus goes to the card. */
  const takeOut = (id: CardId) => {
    toggle(id);
    focusOn(`card-${id}`);
  };
  const clear = () => {
    setChosen([]);
    tell({ said: words.t('interface:cards.cleared'), refused: false });
    focusOn(`card-${chosen[0] ?? cards[0]?.id}`);
  };
  const submit = (submitted: Event) => {
    submitted.preventDefault();
    const outcome = commit(choicesOf(play, belief, event, chosen));
    cue(!outcome.ok ? 'refused' : warning === '' ? 'committed' : 'sealed');
    if (!outcome.ok) tell({ said: outcome.trouble.reason === 'refused' ? refusalText(words, outcome.trouble) : words.t('interface:trouble.content'), refused: true });
  };
  useShortcuts([
    ...(has('cards') ? cards.map((card, i) => ({ key: String(i + 1), name: 'interface:shortcuts.card' as const, act: () => toggle(card.id) })) : []),
    ...(has('belief') ? [{ key: 'b', name: 'interface:shortcuts.belief', act: () => focusOn('belief') } as const] : []),
    { key: 'u', name: 'interface:cards.clear', act: clear },
    { key: 'g', name: 'interface:shortcuts.commit', act: () => focusOn('commit') },
  ]);

  /** What is looked up, not read each turn. */
  const rest = (
    <>
      {has('intelligence') && <Estimates shown={shown} before={play.openings.at(-2)} />}
      <Situation play={play} shown={shown} />
      <SaveAs play={play} practice={practice} />
      <p class="hint local">{words.t('interface:cards.local')}</p>
    </>
  );

  return (
    <Page
      words={words}
      name={words.t('interface:desk.heading')}
      above={`${words.t(`levels:${level.id}.title`)} · ${words.t('interface:desk.turn', { turn: state.turn + 1, turns: level.turns })}`}
      below={`${quarterOf(words, level.start, state.turn)} · ${words.t(`interface:desk.act.${shown.act}`)}`}
      focusKey={`desk ${level.id} ${state.turn}`}
      class="desk"
      beside={<Figures play={play} shown={shown} />}
      history={play.turns.length > 0}
    >
      <MapWindow />
      {play.carried !== null && <p class="carried">{words.t('interface:saves.carried')}</p>}
      <Lesson level={level} turn={state.turn} sheet="desk" />
      <div class="desk-columns">
        <div class="papers">
          {state.turn === 0 && <Standing level={level} />}
          <Briefing play={play} />
          {has('telegraph') && <Telegraph shown={shown} />}
          {has('intelligence') && <Reports shown={shown} />}
          {spread.value && rest}
        </div>
        <div class="deeds">
          {has('belief') && <Belief value={belief} before={state.belief} first={state.turn === 0 || !isInUse(level, 'belief', state.turn - 1)} onInput={setBelief} />}
          {has('belief') && asked !== null && <EventForecast asked={asked} start={level.start} value={event} onInput={setEvent} />}
          {has('cards') && <Hand play={play} cards={cards} chosen={chosen} left={left} toggle={toggle} />}
        </div>
        <Slots
          play={play}
          chosen={chosen}
          left={left}
          takeOut={takeOut}
          submit={submit}
          said={said}
          refused={refused}
          warning={warning}
          belief={has('belief') ? belief : null}
          toBelief={() => focusOn('belief')}
          toCards={() => focusOn(`card-${cards[0]?.id}`)}
        />
        {!spread.value && <div class="papers">{rest}</div>}
      </div>
    </Page>
  );
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
