// How sure the student is, in three steps, with what each pays.

import { points } from '../../quiz/marking.ts';
import { CONFIDENCES, type Confidence } from '../../quiz/types.ts';
import { useWords } from '../shelves.ts';
import { signedPoints } from './wording.ts';

interface ConfidenceProps {
  /** Of the radios, and of what describes them. */
  name: string;
  value: Confidence | null;
  onChange: (confidence: Confidence) => void;
}

export function ConfidenceChoice({ name, value, onChange }: ConfidenceProps) {
  const words = useWords();
  return (
    <fieldset class="sure" aria-describedby={`${name}-note`}>
      <legend>{words.t('interface:asking.confidence.heading')}</legend>
      <div class="sure-steps">
        {CONFIDENCES.map((confidence) => (
          <label key={confidence} class="sure-step">
            <input type="radio" name={name} value={confidence} checked={value === confidence} onChange={() => onChange(confidence)} />
            <span>
              <span class="sure-name">{words.t(`interface:asking.confidence.name.${confidence}`)}</span>{' '}
              <span class="sure-pays">
                <span>{words.t('interface:asking.confidence.ifRight', { points: signedPoints(words, points({ credit: 1000 }, confidence)) })}</span>{' '}
                <span>{words.t('interface:asking.confidence.ifWrong', { points: signedPoints(words, points({ credit: 0 }, confidence)) })}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
      <p id={`${name}-note`} class="hint">
        {words.t('interface:asking.confidence.note')}
      </p>
    </fieldset>
  );
}
