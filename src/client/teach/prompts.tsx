// The debate questions, both sides of each, and where every point comes from.

import { ARTICLE_DATE } from '../../telling/debrief.ts';
import { dateOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { PROMPTS, type Standing } from './kit.ts';
import { Lines, Part, useParagraphs } from './parts.tsx';

export function PromptsSheet() {
  const { words } = useShelves();
  const paragraphs = useParagraphs();
  return (
    <>
      <Part id="how" heading={words.t('kit:prompts.how')}>
        <Lines text={words.t('kit:prompts.howText')} />
      </Part>
      {PROMPTS.map(({ id, claims, a, b }) => (
        <Part key={id} id={id} heading={words.t(`kit:prompts.${id}.question`)} class="kit-prompt">
          <p class="meta">{words.t('kit:prompts.bearing', paragraphs(claims))}</p>
          <div class="kit-sides">
            <Side heading={words.t(`kit:prompts.${id}.a`)} points={a} textOf={(point) => words.t(`kit:prompts.${id}.aPoints.${point}` as 'kit:prompts.tie.aPoints.west')} />
            <Side heading={words.t(`kit:prompts.${id}.b`)} points={b} textOf={(point) => words.t(`kit:prompts.${id}.bPoints.${point}` as 'kit:prompts.tie.bPoints.alone')} />
          </div>
          <p class="kit-change">
            <span class="term">{words.t('kit:prompts.change')}</span> {words.t(`kit:prompts.${id}.change`)}
          </p>
        </Part>
      ))}
    </>
  );
}

function Side({ heading, points, textOf }: { heading: string; points: Readonly<Record<string, Standing>>; textOf: (point: string) => string }) {
  const standing = useStanding();
  return (
    <div>
      <h3>{heading}</h3>
      <ul>
        {Object.entries(points).map(([point, from]) => (
          <li key={point}>
            {textOf(point)} <span class={`kit-from kit-from-${from.from}`}>{standing(from)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useStanding(): (standing: Standing) => string {
  const { content, words } = useShelves();
  const paragraphs = useParagraphs();
  return (standing) => {
    switch (standing.from) {
      case 'article':
      case 'infers':
        return words.t(`kit:${standing.from}`, paragraphs(standing.claims));
      case 'fact': {
        const fact = content.facts.find(({ id }) => id === standing.fact);
        if (fact === undefined) return '';
        return words.t(fact.date > ARTICLE_DATE ? 'kit:factAfter' : 'kit:fact', { date: dateOf(words, fact.date, fact.precision, fact.to) });
      }
      case 'others':
      case 'ours':
        return words.t(`kit:${standing.from}`);
    }
  };
}
