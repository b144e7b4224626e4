// The way in: levels to choose, a seed of one's own, a replay code.

import { useState } from 'preact/hooks';
import type { Level } from '../../rules/types.ts';
import { MAX_SEED, resumePlay } from '../../telling/playthrough.ts';
import { troubleText } from '../../telling/trouble.ts';
import { dateOf, whole } from '../../telling/wording.ts';
import { Paragraphs } from '../parts/briefing.tsx';
import { Page } from '../parts/page.tsx';
import { playLink, replayLink, startLink, visit } from '../route.ts';
import { useShelves } from '../shelves.ts';

export function Title() {
  const { content, words } = useShelves();
  const [seed, setSeed] = useState('');
  const wrongSeed = seed.trim() !== '' && readSeed(seed) === null;
  const play = (level: Level) => {
    if (!wrongSeed) visit(startLink(level.id, readSeed(seed) ?? anySeed(level)));
  };
  return (
    <Page words={words} name={words.t('interface:app.name')} below={words.t('interface:app.tagline')} focusKey="title" class="title">
      <section aria-labelledby="levels">
        <h2 id="levels">{words.t('interface:title.levels')}</h2>
        <ul class="levels">
          {levelsInOrder(content.campaigns, content.levels).map((level) => (
            <li class="sheet level" key={level.id}>
              <h3>{words.t(`levels:${level.id}.title`)}</h3>
              <p class="lead">{words.t(`levels:${level.id}.subtitle`)}</p>
              <p class="meta">
                {words.t('interface:title.opens', { date: dateOf(words, level.start, 'day') })} · {words.t('interface:title.length', { count: level.turns })}
              </p>
              <details>
                <summary>{words.t('interface:title.opening')}</summary>
                <Paragraphs text={words.t(`levels:${level.id}.premise`)} />
              </details>
              <button
                type="button"
                class="primary"
                onClick={() => play(level)}
                disabled={wrongSeed}
                aria-label={words.t('interface:title.playLevel', { level: words.t(`levels:${level.id}.title`) })}
              >
                {words.t('interface:title.play')}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <details class="sheet more">
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
        <CodeForm />
      </details>
    </Page>
  );
}

function CodeForm() {
  const { content, words } = useShelves();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState('');
  const open = (link: (code: string) => string) => {
    const outcome = resumePlay(content, code);
    if (outcome.ok) visit(link(code.trim()));
    else setWrong(code.trim() === '' ? words.t('interface:title.codeEmpty') : troubleText(words, outcome.trouble));
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        open(replayLink);
      }}
    >
      <label for="code">{words.t('interface:title.code')}</label>
      <textarea
        id="code"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        value={code}
        onInput={({ currentTarget }) => {
          setCode(currentTarget.value);
          setWrong('');
        }}
        aria-describedby={wrong === '' ? 'code-hint' : 'code-wrong code-hint'}
        aria-invalid={wrong !== ''}
      />
      {wrong !== '' && (
        <p id="code-wrong" class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p id="code-hint" class="hint">
        {words.t('interface:title.codeHint')}
      </p>
      <p class="actions">
        <button type="submit">{words.t('interface:title.open')}</button>
        <button type="button" onClick={() => open((text) => playLink(text, 'desk'))}>
          {words.t('interface:title.goOn')}
        </button>
      </p>
    </form>
  );
}

function readSeed(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) && Number(trimmed) <= MAX_SEED ? Number(trimmed) : null;
}

/** One of the level's own seeds, which are of equal difficulty. The address carries it from here on. */
export function anySeed(level: Level): number {
  const drawn = window.crypto.getRandomValues(new Uint32Array(1))[0] as number;
  return level.seeds[drawn % level.seeds.length] ?? drawn;
}

function levelsInOrder(campaigns: readonly { levels: readonly string[] }[], levels: ReadonlyMap<string, Level>): Level[] {
  const named = campaigns.flatMap(({ levels: ids }) => ids.flatMap((id) => levels.get(id) ?? []));
  return [...new Set([...named, ...levels.values()])];
}
