// The shell: it stands at once, fetches the content, and shows the screen that the address names.

import { useEffect, useState } from 'preact/hooks';
import { Page } from './parts/page.tsx';
import { Trouble } from './parts/trouble.tsx';
import { route } from './route.ts';
import { Campaign, Start } from './screens/campaign.tsx';
import { ReplayScreen } from './screens/replay.tsx';
import { Title } from './screens/title.tsx';
import { type Fetched, fetchShelves, ShelvesContext, shellWords } from './shelves.ts';

export function App() {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  useEffect(() => {
    void fetchShelves().then(setFetched);
  }, []);
  if (fetched === null)
    return (
      <p class="loading" role="status">
        {shellWords.t('interface:app.loading')}
      </p>
    );
  if (!fetched.ok) {
    return (
      <Page words={shellWords} name={shellWords.t('interface:trouble.heading')} focusKey="fetch">
        <Trouble words={shellWords} text={shellWords.t(`interface:trouble.${fetched.trouble}`)} more={fetched.problems.map(({ message }) => message)} />
      </Page>
    );
  }
  return (
    <ShelvesContext.Provider value={fetched.shelves}>
      <Screen />
    </ShelvesContext.Provider>
  );
}

function Screen() {
  const shown = route.value;
  switch (shown.page) {
    case 'title':
      return <Title />;
    case 'start':
      return <Start level={shown.level} seed={shown.seed} />;
    case 'play':
      return <Campaign code={shown.code} sheet={shown.sheet} />;
    case 'replay':
      return <ReplayScreen code={shown.code} />;
    case 'unknown':
      return (
        <Page words={shellWords} name={shellWords.t('interface:trouble.heading')} focusKey="unknown">
          <Trouble words={shellWords} text={shellWords.t('interface:trouble.page')} />
        </Page>
      );
  }
}
