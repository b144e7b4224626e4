// One answer, several, or a place on a scale: radios and boxes as the browser knows them, laid out as the question asks.

import type { OptionId } from '../../quiz/types.ts';

interface ChoicesProps {
  kind: 'one' | 'several' | 'scale';
  /** Of the group: shared by its radios. */
  name: string;
  /** In the order in which they are shown. */
  options: readonly { id: OptionId; text: string }[];
  chosen: readonly OptionId[];
  onChange: (chosen: readonly OptionId[]) => void;
}

export function Choices({ kind, name, options, chosen, onChange }: ChoicesProps) {
  const toggled = (id: OptionId) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div class={kind === 'scale' ? `scale ${options.length > LAID_FLAT ? 'long' : 'short'}` : 'option-list'}>
      {options.map(({ id, text }) => (
        <label key={id} class={kind === 'scale' ? 'scale-place' : 'slip option'}>
          <input
            type={kind === 'several' ? 'checkbox' : 'radio'}
            name={name}
            value={id}
            checked={chosen.includes(id)}
            onChange={() => onChange(kind === 'several' ? toggled(id) : [id])}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

/** So many places have room beside each other on a wide sheet; more of them lie below each other. */
const LAID_FLAT = 5;
