// An answer in the words that it was given in.

import type { Asked } from '../../../quiz/asked.ts';
import type { OptionId, Response } from '../../../quiz/types.ts';
import { SignText } from '../../quiz/signs.tsx';

interface ResponseTextProps {
  asked: Asked;
  response: Response;
}

export function ResponseText({ asked, response }: ResponseTextProps) {
  if (asked.kind === 'signs') {
    const { nodes, edges } = asked;
    const signs = response.kind === 'signs' ? response.signs : {};
    const text = (id: OptionId) => nodes.find((node) => node.id === id)?.text ?? '';
    return (
      <ul class="response">
        {edges.flatMap((edge) => {
          const sign = signs[edge.id];
          return sign === undefined
            ? []
            : [
                <li key={edge.id}>
                  {text(edge.from)} → {text(edge.to)}: <SignText sign={sign} />
                </li>,
              ];
        })}
      </ul>
    );
  }
  const { options } = asked;
  const text = (id: OptionId) => options.find((option) => option.id === id)?.text ?? '';
  const chosen = chosenIn(response);
  const List = response.kind === 'order' ? 'ol' : 'ul';
  return (
    <List class="response">
      {chosen.map((id) => (
        <li key={id}>{text(id)}</li>
      ))}
    </List>
  );
}

function chosenIn(response: Response): readonly OptionId[] {
  switch (response.kind) {
    case 'one':
    case 'scale':
      return [response.option];
    case 'several':
      return response.options;
    case 'order':
      return response.steps;
    case 'signs':
      return [];
  }
}
