// Before a lesson: what is asked, how, and the sessions that this device hosts.

import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Bank, parseStrangerQuiz, questionsIn } from '../../../content/quizzes.ts';
import type { ItemId } from '../../../quiz/types.ts';
import type { Settings } from '../../../session/types.ts';
import { Loading } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { WithBank } from '../../quiz/bank.tsx';
import { controlLink, hostLink, replaceAddress, visit } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import type { Trouble as ApiTrouble } from '../api.ts';
import { api, device } from '../ours.ts';
import { troubleKey } from '../words.ts';
import { readySets } from './choosing.ts';
import { ChosenList } from './chosenList.tsx';
import { CreateBar, type Creating } from './createBar.tsx';
import { Finder } from './finder.tsx';
import { Hosted } from './hosted.tsx';
import { SettingsForm } from './settingsForm.tsx';
import { NewClass } from './setUpClass.tsx';

const USUAL: Settings = { devices: 'each', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 90, minutes: 20 };
const LARGEST_FILE = 400_000;

/** @param secret the start-up key, from the host's link */
export function SetUp({ secret }: { secret: string }) {
  const { words } = useShelves();
  const [mayCreate, setMayCreate] = useState<boolean | ApiTrouble | null>(null);
  useEffect(() => {
    if (secret === '') return;
    device.keepKey(secret);
    replaceAddress(hostLink());
  }, [secret]);
  useEffect(() => {
    void api.places().then((places) => setMayCreate(places.ok ? places.value.open || secret !== '' || device.key() !== null : places.trouble));
  }, [secret]);
  return (
    <Page words={words} name={words.t('live:host.heading')} below={words.t('live:host.lead')} focusKey="host" class="host-setup">
      <Hosted />
      {mayCreate === null ? (
        <Loading />
      ) : mayCreate === true ? (
        <NewSession />
      ) : (
        <Trouble words={words} text={words.t(mayCreate === false ? 'live:host.noKey' : troubleKey(mayCreate))} />
      )}
      <nav class="host-more" aria-label={words.t('live:host.more')}>
        <a href="#/cards">{words.t('live:host.cards')}</a>
        <a href="#/preflight">{words.t('live:host.preflight')}</a>
        <a href="#/privacy">{words.t('live:host.privacy')}</a>
      </nav>
    </Page>
  );
}

const KINDS = ['quiz', 'class'] as const;

function NewSession() {
  const { words } = useShelves();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('quiz');
  return (
    <>
      <fieldset class="sheet kinds">
        <legend>{words.t('live:class.setUp.what')}</legend>
        {KINDS.map((each) => (
          <label key={each} class="slip ready-set">
            <input type="radio" name="session-kind" checked={kind === each} onChange={() => setKind(each)} />
            <span class="ready-name">{words.t(`live:class.kind.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'quiz' ? <WithBank>{(bank) => <NewQuiz bank={bank} />}</WithBank> : <NewClass />}
    </>
  );
}

interface Own {
  name: string;
  text: string;
  bank: Bank;
}

function NewQuiz({ bank: shipped }: { bank: Bank }) {
  const { content, words } = useShelves();
  const [own, setOwn] = useState<Own | null>(null);
  const bank = own?.bank ?? shipped;
  const sets = useMemo(() => (own === null ? readySets(shipped, words.language) : []), [own, shipped, words]);
  const [chosen, setChosen] = useState<readonly ItemId[]>(() => sets[0]?.items ?? []);
  const [title, setTitle] = useState<string | null>(null);
  const [settings, setSettings] = useState(USUAL);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [stands, setStands] = useState<Creating>({ is: 'choosing' });
  const questions = useMemo(() => questionsIn(bank, words.language), [bank, words]);
  const shownTitle = title ?? setTitleOf() ?? words.t('live:host.ownChoice');
  return (
    <form
      class="host-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (stands.is !== 'creating') void create();
      }}
    >
      <section class="sheet" aria-labelledby="what">
        <h2 id="what">{words.t('live:host.what')}</h2>
        {own === null ? (
          <fieldset class="ready-sets">
            <legend>{words.t('live:host.sets')}</legend>
            {sets.map((set) => (
              <label key={set.id} class="slip ready-set">
                <input type="radio" name="ready-set" checked={sameItems(set.items, chosen)} onChange={() => choose(set.items)} />
                <span>
                  <span class="ready-name">{set.title ?? words.t('live:host.check')}</span> <span class="hint">{words.t('live:host.questions', { count: set.items.length })}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : (
          <p class="actions">
            <span>{words.t('live:host.ownFile', { name: own.name })}</span>
            <button type="button" onClick={backToBank}>
              {words.t('live:host.backToBank')}
            </button>
          </p>
        )}
        <ChosenList chosen={chosen} questions={questions} onChange={choose} />
        <Finder bank={bank} questions={questions} chosen={chosen} onAdd={(id) => choose([...chosen, id])} />
        <details class="own-quiz">
          <summary>{words.t('live:host.own')}</summary>
          <label class="field">
            {words.t('live:host.ownPick')}
            <input type="file" accept=".json,application/json" onChange={({ currentTarget }) => void readOwn(currentTarget.files?.[0])} />
          </label>
          {problems.length > 0 && (
            <div role="alert" class="wrong">
              <p>{words.t('live:host.ownWrong')}</p>
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          )}
        </details>
      </section>
      <section class="sheet" aria-labelledby="how">
        <h2 id="how">{words.t('live:host.how')}</h2>
        <label class="field">
          {words.t('live:host.title')}
          <input value={shownTitle} maxLength={160} autocomplete="off" onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </label>
        <SettingsForm settings={settings} onChange={setSettings} />
      </section>
      <CreateBar stands={stands} title={shownTitle} extent={words.t('live:host.questions', { count: chosen.length })} />
    </form>
  );

  function choose(items: readonly ItemId[]): void {
    setChosen(items);
    setStands({ is: 'choosing' });
  }

  function setTitleOf(): string | null {
    if (own !== null) return own.name;
    const set = sets.find(({ items }) => sameItems(items, chosen));
    return set === undefined ? null : (set.title ?? words.t('live:host.check'));
  }

  function backToBank(): void {
    setOwn(null);
    setTitle(null);
    choose(readySets(shipped, words.language)[0]?.items ?? []);
  }

  async function readOwn(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) return setProblems([words.t('live:host.ownLarge', { most: LARGEST_FILE / 1000 })]);
    const text = await file.text();
    const read = parseStrangerQuiz(file.name, text, content);
    if (!read.ok) return setProblems(read.problems.map(({ message }) => message));
    setProblems([]);
    setOwn({ name: file.name.replace(/\.json$/, ''), text, bank: read.bank });
    setTitle(null);
    choose(read.quiz.items.filter(({ twinOf }) => twinOf === null).map(({ id }) => id));
  }

  async function create(): Promise<void> {
    if (chosen.length === 0) return setStands({ is: 'refused', text: words.t('live:host.nothingChosen') });
    setStands({ is: 'creating' });
    const made = await api.create(device.key(), {
      kind: 'quiz',
      settings,
      language: words.language,
      title: shownTitle.trim() === '' ? words.t('live:host.ownChoice') : shownTitle.trim(),
      items: [...chosen],
      ...(own === null ? {} : { own: own.text }),
    });
    if (!made.ok) {
      const detail = made.detail === '' ? '' : ` (${made.detail})`;
      return setStands({ is: 'refused', text: `${words.t(made.trouble === 'not-allowed' ? 'live:host.noKey' : troubleKey(made.trouble))}${detail}` });
    }
    const { code, host, screen } = made.value;
    device.keep(code, { host, screen, title: shownTitle });
    visit(controlLink(code));
  }
}

function sameItems(one: readonly ItemId[], other: readonly ItemId[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
