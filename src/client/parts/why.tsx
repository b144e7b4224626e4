// The causal trace that every change opens: rule, how it stands to the article, claim, paragraph.

import type { Because } from '../../rules/types.ts';
import { reasonOf } from '../../telling/why.ts';
import { useShelves } from '../shelves.ts';

export function Why({ because }: { because: Because }) {
  const { content, words } = useShelves();
  const { sentence, label, doubt, claims } = reasonOf(content, words, because);
  return (
    <div class="why">
      <p>
        {sentence} <span class={`label label-${label}`}>{words.t(`interface:why.label.${label}`)}</span>
      </p>
      {doubt !== '' && (
        <p class="doubt">
          <span class="term">{words.t('interface:why.disagree')}</span> {doubt}
        </p>
      )}
      {claims.length === 0 && <p class="claim">{words.t('interface:why.noClaim')}</p>}
      {claims.map(({ paraphrase, paragraphs }) => (
        <p class="claim">
          <span class="term">{words.t('interface:why.claim')}</span> {paraphrase}{' '}
          <span class="paragraph">{words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') })}</span>
        </p>
      ))}
    </div>
  );
}
