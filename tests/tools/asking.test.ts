// The question of a checkpoint at the terminal: every item of the bank can be answered in numbers, and programs are not told what is right before they answer.

import { describe, expect, test } from 'vitest';
import { questionsIn } from '../../src/content/quizzes.ts';
import { keyOf, mark } from '../../src/quiz/marking.ts';
import { ITEM_KINDS, type Item, type Question, type Response, SIGNS } from '../../src/quiz/types.ts';
import { type Playthrough, startPlay } from '../../src/telling/playthrough.ts';
import { Asking, askAt } from '../../src/tools/asking.ts';
import { bank } from '../bank.ts';
import { content } from '../content.ts';
import { words } from '../telling/campaigns.ts';

const questions = questionsIn(bank, 'en');
const play = started();
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

function started(): Playthrough {
  const outcome = startPlay(content, 'pyongyang-2024', 7);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome.play;
}

const asking = (first: Question, retry: Question = first) => new Asking(play, { claim: first.item.claim, first, retry, beliefOf: () => null }, bank, content, words);

/** What to type for the key, read off the numbered lines; of arrows, off the order in which they are asked. */
function keyNumbers({ item, words: told }: Question, shown: string): string[] {
  const key = keyOf(item);
  const lines = flat(shown);
  const count = item.kind === 'signs' ? 0 : item.kind === 'order' ? item.steps.length : item.options.length;
  const starts = Array.from({ length: count }, (_, i) => i + 1);
  const numberOf = (id: string) => String(starts.find((number) => lines.includes(` ${number} ${flat(told.options[id]?.text ?? '')}`)));
  switch (key.kind) {
    case 'one':
    case 'scale':
      return [numberOf(key.option)];
    case 'several':
      return key.options.map(numberOf);
    case 'order':
      return key.steps.map(numberOf);
    case 'signs':
      return Object.values(key.signs).map((sign) => String(SIGNS.indexOf(sign) + 1));
  }
}

function wrongResponse(item: Item): Response {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale': {
      const option = item.options.find(({ key }) => !key)?.id;
      if (option === undefined) throw new Error('every option is right');
      return item.kind === 'several' ? { kind: 'several', options: [option] } : { kind: item.kind as 'one' | 'scale', option };
    }
    case 'order':
      return { kind: 'order', steps: item.steps.map(({ id }) => id).toReversed() };
    case 'signs':
      return { kind: 'signs', signs: Object.fromEntries(item.edges.flatMap(({ id, given, sign }) => (given ? [] : [[id, SIGNS.find((other) => other !== sign) ?? 'none']]))) };
  }
}

describe.each(ITEM_KINDS)('questions of the kind %s', (kind) => {
  const own = questions.filter(({ item }) => item.kind === kind);

  test('are answered right by the numbers of their lines, in 80 columns, and every option is explained', () => {
    for (const question of own) {
      const asked = asking(question);
      const shown = asked.question();
      const response = asked.responseOf(keyNumbers(question, shown));
      if (response === null) throw new Error(`${question.item.id}: ${shown}`);
      expect(mark(question.item, response).right, question.item.id).toBe(true);
      const { choice, points, feedback } = asked.answer(response, 3);
      expect(choice).toMatchObject({ kind: 'answer', item: question.item.id, earned: true });
      expect(points).toBe(3000);
      const whys = [...Object.values(question.words.options).map(({ why }) => why), ...Object.values(question.words.edges).flatMap((edge) => Object.values(edge))];
      for (const why of whys) expect(flat(feedback)).toContain(flat(why));
      for (const line of [...shown.split('\n'), ...feedback.split('\n')]) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  test('are told to programs without what is right, and marked once they answer', () => {
    for (const question of own) {
      const asked = asking(question);
      const told = JSON.stringify(asked.told());
      expect(told).not.toMatch(/"(?:key|misconception|early|wrong|why|explained)"/);
      if (question.item.kind === 'signs') for (const { id, given } of question.item.edges) if (!given) expect(told).not.toMatch(new RegExp(`"id":"${id}"[^}]*"sign"`));
      if (question.item.kind === 'order') expect(JSON.parse(told).steps.map(({ id }: { id: string }) => id)).not.toEqual(question.item.steps.map(({ id }) => id));
      const response = asked.read(JSON.parse(JSON.stringify(keyOf(question.item))));
      if (response === null) throw new Error(question.item.id);
      expect(asked.mark(response, 2).told).toMatchObject({ type: 'marked', credit: 1000, points: 2, earned: true, key: keyOf(question.item) });
    }
  });

  test('are followed by the second question after a miss, which decides', () => {
    const [first, second] = own as [Question, Question];
    const asked = asking(first, second);
    const missed = asked.answer(wrongResponse(first.item), 1);
    expect(missed.choice).toBeNull();
    expect(missed.feedback).toContain(words.t('interface:asking.result.believed'));
    expect(flat(asked.question())).toContain(flat(second.words.stem));
    expect(asked.answer(keyOf(second.item), 1).choice).toMatchObject({ item: second.item.id, earned: true });
    const again = asking(first, second);
    again.answer(wrongResponse(first.item), 1);
    expect(again.answer(wrongResponse(second.item), 1).choice).toMatchObject({ item: second.item.id, earned: false });
  });

  test.each([[[]], [['0']], [['99']], [['x']], [['1', '1']], [['-1']]])('take %j for no answer', (numbers) => {
    // Two arrows may both be set to the first sign.
    if (kind === 'signs' && numbers.length > 1) return;
    for (const question of own) expect(asking(question).responseOf(numbers)).toBeNull();
  });
});

test('nothing is asked where no checkpoint waits', () => {
  expect(askAt(play, bank, content, words)).toBeNull();
});
