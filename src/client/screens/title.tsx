// The way in: go on, levels to choose, a seed of one's own, a replay code. It needs nothing but the shell.

import catalogue from 'virtual:catalogue';
import { useEffect, useState } from 'preact/hooks';
import type { CatalogueLevel } from '../../telling/catalogue.ts';
import { MAX_SEED, readSeed } from '../../telling/seed.ts';
import { dateOf, whole } from '../../telling/wording.ts';
import { fetchAhead } from '../again.ts';
import { anySeed } from '../anySeed.ts';
import { cue } from '../audio/door.ts';
import { Later, WithShelves } from '../later.tsx';
import { MapWindow } from '../parts/mapWindow.tsx';
import { Page } from '../parts/page.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { hostLink, joinLink, quizLink, startLink, visit } from '../route.ts';
import { shellWords as words } from '../shelves.ts';
import { theatre } from '../stage.ts';
import './title.css';

const more = () => import('../parts/codeForm.tsx');
const atTitle = () => import('../saves/parts/atTitle.tsx');

/** How long the title waits for the map before it asks for what was saved, milliseconds. */
const MAP_FIRST = 3000;

/** @param ahead what the first desk needs beside the levels and words */
export function Title({ ahead }: { ahead: () => Promise<unknown> }) {
  const [seed, setSeed] = useState('');
  const [opened, setOpened] = useState(false);
  const wrongSeed = seed.trim() !== '' && readSeed(seed) === null;
  useEffect(() => {
    performance.mark('title-usable');
  }, []);
  // The map comes first: what was saved can wait for it, though not for long.
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), MAP_FIRST);
    return () => clearTimeout(timer);
  }, []);
  const mapStands = waited || theatre.value !== 'loading';
  useEffect(() => (mapStands ? fetchAhead(ahead) : undefined), [mapStands, ahead]);
  const play = (level: CatalogueLevel) => {
    if (wrongSeed) return;
    cue('level-opens');
    visit(startLink(level.id, readSeed(seed) ?? anySeed(level)));
  };
  return (
    <Page words={words} name={words.t('interface:app.name')} below={words.t('interface:app.tagline')} focusKey="title" class="title">
      <MapWindow />
      <div class="way-in">
        {mapStands && <Saved />}
        <section aria-labelledby="levels">
          <h2 id="levels">{words.t('interface:title.levels')}</h2>
          <ul class="levels">
            {catalogue.levels.map((level) => (
              <LevelSheet key={level.id} level={level} barred={wrongSeed} reached={mapStands} play={() => play(level)} />
            ))}
          </ul>
        </section>
        <section class="sheet quiz-entry" aria-labelledby="quiz">
          <h2 id="quiz">{words.t('interface:quiz.heading')}</h2>
          <p>{words.t('interface:quiz.entry')}</p>
          <a class="go" href={quizLink({ of: 'home' })}>
            {words.t('interface:quiz.entryGo')}
          </a>
        </section>
        <section class="sheet class-entry" aria-labelledby="class">
          <h2 id="class">{words.t('interface:title.class')}</h2>
          <p>{words.t('interface:title.classMore')}</p>
          <p class="actions">
            <a class="go" href={joinLink()}>
              {words.t('interface:title.join')}
            </a>
            <a class="go" href={hostLink()}>
              {words.t('interface:title.host')}
            </a>
          </p>
        </section>
        <details class="sheet more" onToggle={({ currentTarget }) => setOpened(opened || currentTarget.open)}>
          <summary>{words.t('interface:title.more')}</summary>
          <div class="field">
            <label for="seed">{words.t('interface:title.seed')}</label>
            <input
              id="seed"
              inputMode="numeric"
              autocomplete="off"
              value={seed}
              onInput={({ currentTarget }) => setSeed(currentTarget.value)}
              aria-describedby={wrongSeed ? 'seed-wrong seed-hint' : 'seed-hint'}
              aria-invalid={wrongSeed}
            />
            {wrongSeed && (
              <p id="seed-wrong" class="wrong" role="alert">
                {words.t('interface:title.seedWrong', { seed: seed.slice(0, 40), most: whole(words, MAX_SEED) })}
              </p>
            )}
            <p id="seed-hint" class="hint">
              {words.t('interface:title.seedHint', { most: whole(words, MAX_SEED) })}
            </p>
          </div>
          {opened && (
            <WithShelves>
              <Later load={more}>
                {({ CodeForm, ImportSave }) => (
                  <>
                    <CodeForm />
                    <ImportSave />
                  </>
                )}
              </Later>
            </WithShelves>
          )}
        </details>
      </div>
    </Page>
  );
}

/** Campaigns to go on with, and what was reached; nothing where nothing was. */
function Saved() {
  return (
    <WithShelves quiet>
      <Later load={atTitle} quiet>
        {({ SavesList, openSaved }) => <SavesList open={openSaved} />}
      </Later>
    </WithShelves>
  );
}

/** What was reached on a level. */
function Reached({ level }: { level: string }) {
  return (
    <WithShelves quiet>
      <Later load={atTitle} quiet>
        {({ ReachedOn }) => <ReachedOn level={level} />}
      </Later>
    </WithShelves>
  );
}

function LevelSheet({ level, barred, reached, play }: { level: CatalogueLevel; barred: boolean; reached: boolean; play: () => void }) {
  const title = words.t(`levels:${level.id}.title`);
  return (
    <li class="sheet level">
      <h3>{title}</h3>
      <p>{words.t(`levels:${level.id}.subtitle`)}</p>
      <p class="meta">
        {words.t('interface:title.opens', { date: dateOf(words, level.start, 'day') })} · {words.t('interface:title.length', { count: level.turns })}
      </p>
      {reached && <Reached level={level.id} />}
      <button type="button" class="primary" onClick={play} disabled={barred} aria-label={words.t('interface:title.playLevel', { level: title })}>
        {words.t('interface:title.play')}
      </button>
      <details>
        <summary>{words.t('interface:title.opening')}</summary>
        <Paragraphs text={words.t(`levels:${level.id}.premise`)} />
      </details>
    </li>
  );
}
