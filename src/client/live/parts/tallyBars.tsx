// How a class has answered: a bar for each option, step or arrow, before and after a discussion, with what is right marked by sign and word.
// Arrows that are given stand among those asked for, without a bar.

import type { Asked } from '../../../quiz/asked.ts';
import type { OptionId, Response, Sign } from '../../../quiz/types.ts';
import type { Tally } from '../../../session/types.ts';
import { SignText } from '../../quiz/signs.tsx';
import { useWords } from '../../shelves.ts';

interface TallyBarsProps {
  asked: Asked;
  /** What is right; null: not to be told. */
  solution: Response | null;
  /** One of each ballot; none: not to be told. */
  tallies: readonly Tally[];
}

interface Row {
  letter: string;
  text: string;
  isKey: boolean;
  sign: Sign | null;
  isGiven: boolean;
}

export function TallyBars({ asked, solution, tallies }: TallyBarsProps) {
  const words = useWords();
  const rows = rowsOf(asked, solution);
  const isOrdered = asked.kind === 'order' && solution !== null;
  const isCounted = (letter: string) => tallies.some(({ letters }) => letters[letter] !== undefined);
  return (
    <ol class={`tally kind-${asked.kind}`}>
      {rows.map(({ letter, text, isKey, sign, isGiven }, at) => (
        <li key={letter} class={isKey ? 'tally-row is-key' : isGiven ? 'tally-row is-given' : 'tally-row'}>
          <span class="tally-letter" aria-hidden={isOrdered}>
            {isOrdered ? at + 1 : letter.toUpperCase()}
          </span>
          <span class="tally-text">
            {text} {sign !== null && <SignText sign={sign} />} {isGiven && <span class="tally-given">{words.t('live:tally.given')}</span>}
            {isKey && (asked.kind === 'one' || asked.kind === 'several' || asked.kind === 'scale') && (
              <span class="tally-key">
                <span aria-hidden="true">{words.t('interface:asking.result.rightSign')}</span> {words.t('live:tally.right')}
              </span>
            )}
          </span>
          {!isGiven && isCounted(letter) && (
            <span class="tally-bars">
              {tallies.map((tally, ballot) => {
                const count = tally.letters[letter] ?? 0;
                const share = tally.answers === 0 ? 0 : (100 * count) / tally.answers;
                return (
                  <span key={ballot} class={ballot < tallies.length - 1 ? 'tally-bar before' : 'tally-bar'}>
                    {share > 0 && <span class="tally-fill" style={{ inlineSize: `${share}%` }} />}
                    <span class="tally-count">
                      {tallies.length > 1 && <span class="unseen">{words.t(ballot === 0 ? 'live:tally.before' : 'live:tally.after')} </span>}
                      {count}
                    </span>
                  </span>
                );
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function rowsOf(asked: Asked, solution: Response | null): Row[] {
  if (asked.kind === 'signs') {
    const text = (id: OptionId) => asked.nodes.find((node) => node.id === id)?.text ?? '';
    const signs = solution?.kind === 'signs' ? solution.signs : {};
    return asked.edges.map((edge): Row => {
      const sign = edge.given ? edge.sign : (signs[edge.id] ?? null);
      return { letter: edge.id, text: `${text(edge.from)} → ${text(edge.to)}`, isKey: false, sign, isGiven: edge.given };
    });
  }
  const { options } = asked;
  const row = ({ id, text }: { id: OptionId; text: string }): Row => ({ letter: id, text, isKey: isKey(id), sign: null, isGiven: false });
  if (solution?.kind === 'order') return solution.steps.flatMap((id) => options.filter((option) => option.id === id)).map(row);
  return options.map(row);

  function isKey(id: OptionId): boolean {
    switch (solution?.kind) {
      case 'one':
      case 'scale':
        return solution.option === id;
      case 'several':
        return solution.options.includes(id);
      default:
        return false;
    }
  }
}
