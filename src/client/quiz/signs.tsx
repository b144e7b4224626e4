// A causal graph to be completed: a list of arrows, each with three signs to choose from. The picture beside it follows.

import type { AskedOf } from '../../quiz/asked.ts';
import type { OptionId, Sign } from '../../quiz/types.ts';
import { SIGNS } from '../../quiz/types.ts';
import { useWords } from '../shelves.ts';
import './graph.css';

interface SignsProps {
  asked: AskedOf<'signs'>;
  /** Of the group: each arrow's radios are named after it. */
  name: string;
  signs: Readonly<Record<string, Sign>>;
  onChange: (signs: Readonly<Record<string, Sign>>) => void;
  /** The arrow that is being looked at, or none any more. */
  onLook: (edge: OptionId | null) => void;
}

export function Signs({ asked: { nodes, edges }, name, signs, onChange, onLook }: SignsProps) {
  const words = useWords();
  return (
    <ol class="arrows">
      {edges.map((edge) => (
        <li key={edge.id} onPointerEnter={() => onLook(edge.id)} onPointerLeave={() => onLook(null)} onFocusIn={() => onLook(edge.id)} onFocusOut={() => onLook(null)}>
          {edge.given ? (
            <p>
              <span class="term">{words.t('interface:asking.signs.given')}</span>{' '}
              {words.t(`interface:asking.signs.arrow.${edge.sign}`, { from: textOf(nodes, edge.from), to: textOf(nodes, edge.to) })}
            </p>
          ) : (
            <fieldset data-edge={edge.id}>
              <legend>
                <EdgeText from={textOf(nodes, edge.from)} to={textOf(nodes, edge.to)} />
              </legend>
              <div class="sign-choices">
                {SIGNS.map((sign) => (
                  <label key={sign} class="slip sign-choice">
                    <input type="radio" name={`${name}-${edge.id}`} value={sign} checked={signs[edge.id] === sign} onChange={() => onChange({ ...signs, [edge.id]: sign })} />
                    <SignText sign={sign} />
                  </label>
                ))}
              </div>
            </fieldset>
          )}
        </li>
      ))}
    </ol>
  );
}

function textOf(nodes: AskedOf<'signs'>['nodes'], id: OptionId): string {
  return nodes.find((node) => node.id === id)?.text ?? '';
}

/** What acts, and on what, each in words. */
export function EdgeText({ from, to }: { from: string; to: string }) {
  const words = useWords();
  return (
    <span class="edge-text">
      <span>
        <span class="term">{words.t('interface:asking.signs.cause')}</span> {from}{' '}
      </span>
      <span>
        <span class="term">{words.t('interface:asking.signs.effect')}</span> {to}
      </span>
    </span>
  );
}

export function SignText({ sign }: { sign: Sign }) {
  const words = useWords();
  return (
    <span class={`sign-text sign-${sign}`}>
      <span class="sign-mark" aria-hidden="true">
        {words.t(`interface:asking.signs.${sign}Sign`)}
      </span>{' '}
      {words.t(`interface:asking.signs.${sign}`)}
    </span>
  );
}
