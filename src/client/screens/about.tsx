// What the game rests on: the article, its claims with their paragraphs, and the licences of all that is shown and heard.

import assets from '../../../assets/manifest.json';
import { Page } from '../parts/page.tsx';
import { teachLink } from '../route.ts';
import { useShelves } from '../shelves.ts';

export function About() {
  const { content, words } = useShelves();
  return (
    <Page words={words} name={words.t('interface:about.heading')} below={words.t('interface:about.below')} focusKey="about" class="narrow about">
      <section class="sheet" aria-labelledby="article">
        <h2 id="article">{words.t('interface:about.article')}</h2>
        <p>{words.t('interface:about.articleText')}</p>
        <p>{words.t('interface:about.labels')}</p>
        <ul class="labels">
          {(['says', 'infers', 'ours'] as const).map((label) => (
            <li key={label}>
              <span class={`label label-${label}`}>{words.t(`interface:why.label.${label}`)}</span> {words.t(`interface:about.label.${label}`)}
            </li>
          ))}
        </ul>
        <p>{words.t('interface:about.judged')}</p>
      </section>
      <section class="sheet" aria-labelledby="teachers">
        <h2 id="teachers">{words.t('interface:about.teachers')}</h2>
        <p>{words.t('interface:about.teachersText')}</p>
        <a class="go" href={teachLink(null)}>
          {words.t('interface:about.teachersGo')}
        </a>
      </section>
      <section class="sheet" aria-labelledby="claims">
        <h2 id="claims">{words.t('interface:about.claims')}</h2>
        <p class="hint">{words.t('interface:about.claimsNote')}</p>
        <ol class="claims">
          {content.claims.map(({ id, paragraphs }) => (
            <li key={id}>
              {words.t(`claims:${id}`)} <span class="paragraph">{words.t('interface:why.paragraphs', { count: paragraphs.length, list: paragraphs.join(', ') })}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="sheet" aria-labelledby="licences">
        <h2 id="licences">{words.t('interface:about.licences')}</h2>
        <p>{words.t('interface:about.licencesNote')}</p>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.t('interface:about.what')}</th>
                <th scope="col">{words.t('interface:about.source')}</th>
                <th scope="col">{words.t('interface:about.licence')}</th>
              </tr>
            </thead>
            <tbody>
              {assets.assets.map(({ id, source, licence }) => (
                <tr key={id}>
                  <th scope="row">{words.t(`interface:about.asset.${id}` as 'interface:about.asset.map')}</th>
                  <td class="code">{source}</td>
                  <td class="code">{licence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </Page>
  );
}
