// The way in: a code, and where the teacher allows or needs it a name and how many sit at the device.

import { useEffect, useRef, useState } from 'preact/hooks';
import { CODE_LENGTH, LONGEST_NAME, type Lobby, readCode } from '../../../protocol/messages.ts';
import { MOST_MEMBERS } from '../../../session/fold.ts';
import { Page } from '../../parts/page.tsx';
import { joinLink, seatLink, visit } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import type { Trouble } from '../api.ts';
import { api, device } from '../ours.ts';
import { browser } from '../platform.ts';
import { troubleKey } from '../words.ts';

type Stands = { is: 'asking' } | { is: 'looking' } | { is: 'found'; lobby: Lobby } | { is: 'entering'; lobby: Lobby };
type Wrong = Trouble | 'no-code' | null;

export function Join({ code: linked }: { code: string }) {
  const words = useWords();
  const [typed, setTyped] = useState(linked);
  const [stands, setStands] = useState<Stands>({ is: 'asking' });
  const [wrong, setWrong] = useState<Wrong>(null);
  const [name, setName] = useState('');
  const [members, setMembers] = useState(1);
  const field = useRef<HTMLInputElement>(null);
  // The same one for every try, so that a try whose answer was lost takes no second seat.
  const [token] = useState(browser.newSecret);
  useEffect(() => {
    if (linked !== '') void look(linked);
  }, [linked]);

  return (
    <Page words={words} name={words.t('live:join.heading')} focusKey="join" class="narrow join">
      <section class="sheet">{stands.is === 'found' || stands.is === 'entering' ? details(stands.lobby, stands.is === 'entering') : codeForm(stands.is === 'looking')}</section>
      <p class="join-notes">
        <a href="#/privacy">{words.t('live:join.privacy')}</a>
      </p>
    </Page>
  );

  function codeForm(isBusy: boolean) {
    return (
      <form
        class="field"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void look(typed);
        }}
      >
        <label for="class-code">{words.t('live:join.code')}</label>
        <input
          ref={field}
          id="class-code"
          class="code-input"
          value={typed}
          maxLength={CODE_LENGTH * 3}
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setWrong(null);
          }}
          aria-describedby={wrong === null ? 'class-code-hint' : 'join-wrong class-code-hint'}
          aria-invalid={wrong !== null}
        />
        {alert()}
        <p id="class-code-hint" class="hint">
          {words.t('live:join.codeHint')}
        </p>
        <p class="actions">
          <button type="submit" class="primary" aria-disabled={isBusy}>
            {words.t(isBusy ? 'live:join.looking' : 'live:join.go')}
          </button>
        </p>
      </form>
    );
  }

  function details(lobby: Lobby, isBusy: boolean) {
    return (
      <form
        noValidate
        class="join-details"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void enter(lobby, name, members);
        }}
      >
        <h2>{lobby.title}</h2>
        {lobby.devices === 'groups' && (
          <div class="field">
            <label for="members">{words.t('live:join.members')}</label>
            <select id="members" value={members} onChange={({ currentTarget }) => setMembers(Number(currentTarget.value))}>
              {Array.from({ length: MOST_MEMBERS }, (_, i) => (
                <option key={i} value={i + 1}>
                  {i + 1}
                </option>
              ))}
            </select>
          </div>
        )}
        {lobby.ownNames && (
          <div class="field">
            <label for="own-name">{words.t('live:join.name')}</label>
            <input
              id="own-name"
              value={name}
              maxLength={LONGEST_NAME}
              autocomplete="off"
              spellcheck={false}
              onInput={({ currentTarget }) => {
                setName(currentTarget.value);
                setWrong(null);
              }}
              aria-describedby={wrong === null ? 'own-name-hint' : 'join-wrong own-name-hint'}
              aria-invalid={wrong === 'name-taken' || wrong === 'name-refused'}
            />
            <p id="own-name-hint" class="hint">
              {words.t('live:join.nameHint', { most: LONGEST_NAME })}
            </p>
          </div>
        )}
        {alert()}
        <p class="actions">
          <button type="submit" class="primary" aria-disabled={isBusy}>
            {words.t(isBusy ? 'live:join.entering' : 'live:join.enter')}
          </button>
          <button
            type="button"
            onClick={() => {
              setStands({ is: 'asking' });
              setWrong(null);
              if (linked !== '') visit(joinLink());
            }}
          >
            {words.t('live:join.other')}
          </button>
        </p>
      </form>
    );
  }

  function alert() {
    return (
      <p id="join-wrong" class="wrong" role="alert">
        {wrong === null ? '' : wrong === 'no-code' ? words.t('live:join.noCode', { length: CODE_LENGTH }) : words.t(troubleKey(wrong))}
      </p>
    );
  }

  async function look(text: string): Promise<void> {
    const code = readCode(text);
    if (code === null) return fail('no-code');
    if (device.session(code)?.token) return visit(seatLink(code));
    setStands({ is: 'looking' });
    setWrong(null);
    const found = await api.lobby(code);
    if (!found.ok) return fail(found.trouble);
    const lobby = found.value;
    if (lobby.stands !== 'open') return fail(lobby.stands);
    if (lobby.devices === 'none') return fail('no-devices');
    if (!lobby.ownNames && lobby.devices === 'each') return enter(lobby, '', 1);
    setStands({ is: 'found', lobby });
  }

  async function enter(lobby: Lobby, name: string, members: number): Promise<void> {
    setStands({ is: 'entering', lobby });
    setWrong(null);
    const seated = await api.takeSeat(lobby.code, token, name.trim() === '' ? { members } : { members, name });
    if (seated.ok) {
      device.keep(lobby.code, { token, title: lobby.title });
      return visit(seatLink(lobby.code));
    }
    setWrong(seated.trouble);
    const isAsked = lobby.ownNames || lobby.devices === 'groups';
    setStands(isAsked ? { is: 'found', lobby } : { is: 'asking' });
  }

  function fail(trouble: Wrong): void {
    setStands({ is: 'asking' });
    setWrong(trouble);
    field.current?.focus();
  }
}
