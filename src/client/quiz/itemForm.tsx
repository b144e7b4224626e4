// The answer sheet of one question: its kind's own part, how sure one is, and one button. It reads ids and words, and never which of them is right.

import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Confidence, OptionId, Question, Response } from '../../quiz/types.ts';
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
  question: Question;
  /** Ids of options or steps in the order in which they are shown; none for `signs`. */
  shown: readonly OptionId[];
  /** Small type above the question. */
  above?: string | undefined;
  /** Of the question, which takes the focus when it comes after another. */
  heading?: RefObject<HTMLHeadingElement | null>;
  onSubmit: (response: Response, confidence: Confidence) => void;
}

export function ItemForm({ question: { item, words: itemWords }, shown, above, heading, onSubmit }: ItemFormProps) {
  const words = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(item, shown));
  const [sure, setSure] = useState<Confidence | null>(null);
  const [missing, setMissing] = useState<Missing | { what: 'confidence' } | null>(null);
  const [lit, setLit] = useState<OptionId | null>(null);
  const drafted = (changed: Draft, sound: 'pencil' | null = 'pencil') => {
    if (sound !== null) cue(sound);
    setMissing(null);
    setDraft(changed);
  };
  const refuse = (what: Missing | { what: 'confidence' }) => {
    cue('refused');
    setMissing(what);
    form.current?.querySelector<HTMLElement>(placeOf(what))?.focus();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const handed = handIn(item, draft);
    if (!handed.ok) refuse(handed.missing);
    else if (sure === null) refuse({ what: 'confidence' });
    else onSubmit(handed.response, sure);
  };
  return (
    <form ref={form} class={`sheet question kind-${item.kind}`} noValidate onSubmit={submit}>
      <div class="question-head">
        {above !== undefined && <p class="kicker">{above}</p>}
        <h2 id={`${id}-stem`} ref={heading ?? null} tabIndex={-1} class="stem">
          {itemWords.stem}
        </h2>
        <p id={`${id}-hint`} class="hint">
          {words.t(`interface:asking.hint.${item.kind}`)}
        </p>
      </div>
      {item.kind === 'signs' && draft.kind === 'signs' && (
        <div class="question-picture">
          <Graph item={item} words={itemWords} signs={draft.signs} lit={lit} />
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
            setSure(confidence);
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
    switch (draft.kind) {
      case 'one':
      case 'scale': {
        const { kind, option } = draft;
        const chosen = option === null ? [] : [option];
        return <Choices kind={kind} name={`${id}-answer`} shown={shown} words={itemWords} chosen={chosen} onChange={([taken = null]) => drafted({ kind, option: taken })} />;
      }
      case 'several':
        return (
          <Choices kind="several" name={`${id}-answer`} shown={shown} words={itemWords} chosen={draft.options} onChange={(options) => drafted({ kind: 'several', options })} />
        );
      case 'order':
        return <Chain steps={draft.steps} words={itemWords} onChange={(steps) => drafted({ kind: 'order', steps, moved: true }, null)} />;
      case 'signs':
        return item.kind === 'signs' ? (
          <Signs item={item} words={itemWords} name={id} signs={draft.signs} onChange={(signs) => drafted({ kind: 'signs', signs })} onLook={setLit} />
        ) : null;
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
