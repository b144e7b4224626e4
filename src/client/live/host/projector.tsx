// The projector's screen: what the whole class looks at. It looks on and does nothing.

import { useEffect } from 'preact/hooks';
import type { ScreenView } from '../../../session/types.ts';
import { Loading } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { screenLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import { useLine } from '../parts/useLine.ts';
import { troubleKey } from '../words.ts';
import { Projected } from './projected.tsx';
import { useSecret } from './useHost.ts';

export function Projector({ code, secret }: { code: string; secret: string }) {
  const words = useWords();
  const known = useSecret(code, 'screen', secret, screenLink(code));
  const { view, at, line } = useLine<ScreenView>(code, known, 'screen');
  useEffect(() => {
    document.title = words.t('interface:app.pageTitle', { page: view?.title ?? words.t('live:role.screen') });
  }, [view?.title, words]);
  if (line.is === 'refused' || known === null) {
    return (
      <Page words={words} name={words.t('live:screen.none')} focusKey={`screen ${code}`} class="narrow">
        <Trouble words={words} text={words.t(line.is === 'refused' ? troubleKey(line.reason) : 'live:trouble.not-allowed')} />
      </Page>
    );
  }
  if (view === null) return <Loading />;
  return <Projected view={view} at={at} code={code} line={line} />;
}
