// The shell: it stands at once and shows the screen that the address names; what a screen needs beyond is fetched then.

import { effect } from '@preact/signals';
import { Later, TroubleScreen, WithShelves } from './later.tsx';
import { SettingsDialog } from './parts/settings.tsx';
import { ShortcutsDialog } from './parts/shortcuts.tsx';
import { UpdateNotice } from './parts/updateNotice.tsx';
import { type Route, route } from './route.ts';
import { StorageNotice } from './saves/parts/notice.tsx';
import { Title } from './screens/title.tsx';
import { shellWords } from './shelves.ts';
import { theatre } from './stage.ts';
import { TheatreHost } from './theatre/door.tsx';
import { voice } from './voice.ts';

effect(() => {
  document.documentElement.classList.toggle('with-map', theatre.value !== 'absent');
});

export function App() {
  return (
    <>
      <TheatreHost words={words} />
      <p role="status" class="unseen" data-testid="voice">
        {voice.value}
      </p>
      <StorageNotice />
      <UpdateNotice />
      <Screen shown={route.value} />
      <SettingsDialog />
      <ShortcutsDialog />
    </>
  );
}

/** The shell's own words name the places. */
const words = () => shellWords;

const rooms = () => import('./rooms.ts');
const quizRooms = () => import('./quizRooms.tsx');
const teachRooms = () => import('./teach/pages.tsx');

const studentRooms = () => import('./live/studentRooms.tsx');
const hostRooms = () => import('./live/hostRooms.tsx');
const reportRooms = () => import('./live/reportRooms.tsx');
const paperRooms = () => import('./live/paperRooms.tsx');

function Screen({ shown }: { shown: Route }) {
  if (shown.page === 'title') return <Title ahead={rooms} />;
  if (shown.page === 'unknown') return <TroubleScreen trouble="page" />;
  if (shown.page === 'quiz') {
    return (
      <WithShelves>
        <Later load={quizRooms}>{({ QuizPages }) => <QuizPages sheet={shown.at} />}</Later>
      </WithShelves>
    );
  }
  switch (shown.page) {
    case 'join':
      return <Later load={studentRooms}>{({ Join }) => <Join key={shown.code} code={shown.code} />}</Later>;
    case 'seat':
      return <Later load={studentRooms}>{({ SeatPage }) => <SeatPage key={shown.code} code={shown.code} />}</Later>;
    case 'host':
      return (
        <WithShelves>
          <Later load={hostRooms}>{({ SetUp }) => <SetUp secret={shown.secret} />}</Later>
        </WithShelves>
      );
    case 'control':
      return <Later load={hostRooms}>{({ Control }) => <Control key={shown.code} code={shown.code} secret={shown.secret} />}</Later>;
    case 'screen':
      return <Later load={hostRooms}>{({ Projector }) => <Projector key={shown.code} code={shown.code} secret={shown.secret} />}</Later>;
    case 'report':
      return <Later load={reportRooms}>{({ ReportPage }) => <ReportPage key={shown.code} code={shown.code} />}</Later>;
    case 'cards':
      return <Later load={paperRooms}>{({ AnswerCards }) => <AnswerCards />}</Later>;
    case 'preflight':
      return <Later load={paperRooms}>{({ Preflight }) => <Preflight />}</Later>;
    case 'privacy':
      return <Later load={paperRooms}>{({ Privacy }) => <Privacy />}</Later>;
    case 'teach':
      return (
        <WithShelves>
          <Later load={teachRooms}>{({ TeachPages }) => <TeachPages sheet={shown.at} />}</Later>
        </WithShelves>
      );
  }
  return (
    <WithShelves>
      <Later load={rooms}>
        {({ About, Campaign, ReplayScreen, SavedCampaign }) => {
          switch (shown.page) {
            case 'about':
              return <About />;
            case 'start':
            case 'play':
              return <Campaign at={shown} />;
            case 'saved':
              return <SavedCampaign slot={shown.slot} sheet={shown.sheet} />;
            case 'replay':
              return <ReplayScreen code={shown.code} />;
          }
        }}
      </Later>
    </WithShelves>
  );
}
