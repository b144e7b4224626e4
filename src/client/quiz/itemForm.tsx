// The answer sheet of one question: its kind's own part, how sure one is, and one button. It reads ids and words, and never which of them is right.

import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Asked } from '../../quiz/asked.ts';
import type { Confidence, OptionId, Response } from '../../quiz/types.ts';
import { cue } from '../audio/door.ts';
import { useWords } from '../shelves.ts';
import { Chain } from './chain.tsx';
import { Choices } from './choices.tsx';
import { ConfidenceChoice } from './confidence.tsx';
import { type Draft, emptyDraft, handIn, type Missing } from './draft.ts';
import { Graph } from './graph.tsx';
import { Signs } from './signs.tsx';
import './quiz.css';

interface ItemFormProps {
  asked: Asked;
  /** Small type above the question. */
  above?: string | undefined;
  /** Of the question, which takes the focus when it comes after another. */
  heading?: RefObject<HTMLHeadingElement | null>;
  onSubmit: (response: Response, confidence: Confidence) => void;
  /** What lay on the sheet when the page was left. */
  kept?: Sheet | null;
  /** Told of every change, so that it may be kept. */
  onChange?: (sheet: Sheet) => void;
}

/** What lies on the sheet before it is handed in. */
export interface Sheet {
  draft: Draft;
  sure: Confidence | null;
}

export function ItemForm({ asked, above, heading, onSubmit, kept = null, onChange }: ItemFormProps) {
  const words = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [{ draft, sure }, setSheet] = useState<Sheet>(() => kept ?? { draft: emptyDraft(asked, asked.kind === 'signs' ? [] : asked.options.map(({ id }) => id)), sure: null });
  const [missing, setMissing] = useState<Missing | { what: 'confidence' } | null>(null);
  const [lit, setLit] = useState<OptionId | null>(null);
  const drafted = (changed: Draft, sound: 'pencil' | null = 'pencil') => {
    if (sound !== null) cue(sound);
    setMissing(null);
    put({ draft: changed, sure });
  };
  const put = (changed: Sheet) => {
    setSheet(changed);
    onChange?.(changed);
  };
  const refuse = (what: Missing | { what: 'confidence' }) => {
    cue('refused');
    setMissing(what);
    form.current?.querySelector<HTMLElement>(placeOf(what))?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const handed = handIn(asked, draft);
    if (!handed.ok) refuse(handed.missing);
    else if (sure === null) refuse({ what: 'confidence' });
    else onSubmit(handed.response, sure);
  };
  return (
    <form ref={form} class={`sheet question kind-${asked.kind}`} noValidate onSubmit={submit}>
      <div class="question-head">
        {above !== undefined && <p class="kicker">{above}</p>}
        <h2 id={`${id}-stem`} ref={heading ?? null} tabIndex={-1} class="stem">
          {asked.stem}
        </h2>
        <p id={`${id}-hint`} class="hint">
          {words.t(`interface:asking.hint.${asked.kind}`)}
        </p>
      </div>
      {asked.kind === 'signs' && draft.kind === 'signs' && (
        <div class="question-picture">
          <Graph asked={asked} signs={draft.signs} lit={lit} />
        </div>
      )}
      <fieldset class="question-answer" aria-labelledby={`${id}-stem`} aria-describedby={`${id}-hint`}>
        {answerPart()}
      </fieldset>
      <div class="question-sure">
        <ConfidenceChoice
          name={`${id}-sure`}
          value={sure}
          onChange={(confidence) => {
            cue('pencil');
            setMissing(null);
            put({ draft, sure: confidence });
          }}
        />
        <p role="alert" class="wrong">
          {missing === null
            ? ''
            : missing.what === 'signs'
              ? words.t('interface:asking.missing.signs', { count: missing.edges.length })
              : words.t(`interface:asking.missing.${missing.what}`)}
        </p>
        <button type="submit" class="primary">
          {words.t('interface:asking.submit')}
        </button>
      </div>
    </form>
  );

  function answerPart() {
    const options = asked.kind === 'signs' ? [] : asked.options;
    switch (draft.kind) {
      case 'one':
      case 'scale': {
        const { kind, option } = draft;
        const chosen = option === null ? [] : [option];
        return <Choices kind={kind} name={`${id}-answer`} options={options} chosen={chosen} onChange={([taken = null]) => drafted({ kind, option: taken })} />;
      }
      case 'several':
        return <Choices kind="several" name={`${id}-answer`} options={options} chosen={draft.options} onChange={(options) => drafted({ kind: 'several', options })} />;
      case 'order':
        return (
          <Chain
            steps={draft.steps}
            textOf={(step) => options.find((option) => option.id === step)?.text ?? ''}
            onChange={(steps) => drafted({ kind: 'order', steps, moved: true }, null)}
          />
        );
      case 'signs':
        return asked.kind === 'signs' ? <Signs asked={asked} name={id} signs={draft.signs} onChange={(signs) => drafted({ kind: 'signs', signs })} onLook={setLit} /> : null;
    }
  }
}

/** What takes the focus where something is missing. */
function placeOf(missing: Missing | { what: 'confidence' }): string {
  switch (missing.what) {
    case 'answer':
    case 'answers':
      return '.question-answer input';
    case 'move':
      return '.sequence-moves button:not([aria-disabled=true])';
    case 'signs':
      return `[data-edge="${missing.edges[0]}"] input`;
    case 'confidence':
      return '.sure input';
  }
}
