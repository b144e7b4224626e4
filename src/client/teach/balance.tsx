// For parents: what the article argues, who would disagree, and how students can.

import { LEAVES_OUT } from '../../telling/debrief.ts';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { useShelves } from '../shelves.ts';
import { BALANCE } from './kit.ts';
import { Cited, Lines, Part } from './parts.tsx';

export function BalanceSheet() {
  const { content, words } = useShelves();
  return (
    <>
      <Part id="argues" heading={words.t('kit:balance.argues')}>
        <p class="lead">{words.t('kit:balance.intro')}</p>
        {BALANCE.map(({ id, claims }) => (
          <p key={id}>
            {words.t(`kit:balance.text.${id}`)} <Cited claims={claims} />
          </p>
        ))}
        <p class="hint">{words.t('kit:balance.source')}</p>
      </Part>
      <Part id="disagree" heading={words.t('kit:balance.disagree')}>
        <p>{words.t('kit:balance.disagreeNote')}</p>
        <div class="kit-sides">
          {content.library.rivals.map(({ id }) => (
            <div key={id}>
              <h3>{words.t(`rivals:${id}.title`)}</h3>
              <Paragraphs text={words.t(`rivals:${id}.case`)} />
            </div>
          ))}
        </div>
        <h3>{words.t('kit:balance.talks')}</h3>
        <p>{words.t('kit:balance.talksText')}</p>
      </Part>
      <Part id="back" heading={words.t('kit:balance.back')}>
        <Lines text={words.t('kit:balance.ways')} />
      </Part>
      <Part id="out" heading={words.t('kit:balance.out')}>
        <ul class="kit-lines in-two">
          {LEAVES_OUT.map((what) => (
            <li key={what}>{words.t(`interface:model.leavesOut.${what}`)}</li>
          ))}
        </ul>
      </Part>
      <Part id="data" heading={words.t('kit:balance.data')}>
        <p>{words.t('kit:balance.dataText')}</p>
        <p>{words.t('kit:balance.questions')}</p>
      </Part>
    </>
  );
}
