// The causal trace that every change opens: rule, how it stands to the article, claim, paragraph.

import type { Because } from '../../rules/types.ts';
import { reasonOf } from '../../telling/why.ts';
import { useShelves } from '../shelves.ts';

/** @param shown `folded`: what the rule rests on opens on demand; `rest`: the rule's sentence stands elsewhere */
export function Why({ because, shown = 'all' }: { because: Because; shown?: 'all' | 'folded' | 'rest' }) {
  const { content, words } = useShelves();
  const { sentence, label, doubt, claims } = reasonOf(content, words, because);
  const rest = (
    <>
      {doubt !== '' && (
        <p class="doubt">
          <span class="term">{words.t(label === 'ours' ? 'interface:why.disagree' : 'interface:why.follows')}</span> {doubt}
        </p>
      )}
      {claims.length === 0 && <p class="claim">{words.t('interface:why.noClaim')}</p>}
      {claims.map(({ paraphrase, paragraphs }) => (
        <p class="claim">
          <span class="term">{words.t('interface:why.claim')}</span> {paraphrase}{' '}
          <span class="paragraph">{words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') })}</span>
        </p>
      ))}
    </>
  );
  return (
    <div class="why">
      <p>
        {shown !== 'rest' && `${sentence} `}
        <span class={`label label-${label}`}>{words.t(`interface:why.label.${label}`)}</span>
      </p>
      {shown === 'folded' ? (
        <details>
          <summary>{words.t('interface:why.rest')}</summary>
          {rest}
        </details>
      ) : (
        rest
      )}
    </div>
  );
}
