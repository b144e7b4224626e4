// What is kept about a class, in plain words.

import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shelves.ts';

const PARTS = ['kept', 'names', 'device', 'who', 'long', 'not', 'rights'] as const;

export function Privacy() {
  const words = useWords();
  return (
    <Page words={words} name={words.t('live:privacy.heading')} below={words.t('live:privacy.lead')} focusKey="privacy" class="narrow privacy">
      <div class="sheet">
        {PARTS.map((part) => (
          <section key={part} aria-labelledby={`privacy-${part}`}>
            <h2 id={`privacy-${part}`}>{words.t(`live:privacy.${part}.heading`)}</h2>
            <p>{words.t(`live:privacy.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
