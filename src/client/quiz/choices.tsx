// One answer, several, or a place on a scale: radios and boxes as the browser knows them, laid out as the question asks.

import type { ItemWords, OptionId } from '../../quiz/types.ts';

interface ChoicesProps {
  kind: 'one' | 'several' | 'scale';
  /** Of the group: shared by its radios. */
  name: string;
  shown: readonly OptionId[];
  words: ItemWords;
  chosen: readonly OptionId[];
  onChange: (chosen: readonly OptionId[]) => void;
}

export function Choices({ kind, name, shown, words, chosen, onChange }: ChoicesProps) {
  const toggled = (id: OptionId) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div class={kind === 'scale' ? `scale ${shown.length > LAID_FLAT ? 'long' : 'short'}` : 'option-list'}>
      {shown.map((id) => (
        <label key={id} class={kind === 'scale' ? 'scale-place' : 'option'}>
          <input
            type={kind === 'several' ? 'checkbox' : 'radio'}
            name={name}
            value={id}
            checked={chosen.includes(id)}
            onChange={() => onChange(kind === 'several' ? toggled(id) : [id])}
          />
          <span>{words.options[id]?.text}</span>
        </label>
      ))}
    </div>
  );
}

/** So many places have room beside each other on a wide sheet; more of them lie below each other. */
const LAID_FLAT = 5;
