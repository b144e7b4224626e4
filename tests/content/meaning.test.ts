// Files of the right shape that make no sense by themselves.

import { expect, test } from 'vitest';
import type { Kind } from '../../src/content/schemas.ts';
import { ASSUMPTIONS } from '../../src/rules/assumptions.ts';
import { type Folder, folder, type Json, LEVEL_NAME, problemsOf } from './fixture.ts';

const card = (files: Folder, i = 0): Json => files['cards.json'].cards[i];
const move = (files: Folder, i = 0): Json => files['moves.json'].moves[i];
const topic = (files: Folder, i = 0): Json => files['intelligence.json'].topics[i];
const level = (files: Folder): Json => files[LEVEL_NAME];
const ending = (files: Folder, i: number, when: Json[]): void => Object.assign(level(files).endings[i], { when });

const NONSENSE: [what: string, spoil: (files: Folder) => void, name: string, path: string][] = [
  ['an effect that takes a gift back', (f) => Object.assign(card(f, 3).now[0], { do: 'lower' }), 'cards.json', 'cards[3].now[0].do'],
  ['an effect that strengthens a gift', (f) => Object.assign(card(f, 3).now[0], { do: 'strengthen' }), 'cards.json', 'cards[3].now[0].do'],
  ['an effect on what the engine derives', (f) => Object.assign(card(f).now[0], { what: 'deterrence' }), 'cards.json', 'cards[0].now[0].what'],
  ['an effect on what nobody sees', (f) => Object.assign(card(f).now[0], { what: 'threat' }), 'cards.json', 'cards[0].now[0].what'],
  ['an effect of more than all', (f) => Object.assign(card(f).now[0], { do: 'weaken', by: 1001 }), 'cards.json', 'cards[0].now[0].by'],
  ['an effect of nothing', (f) => Object.assign(card(f).now[0], { by: 0 }), 'cards.json', 'cards[0].now[0].by'],
  ['a share of capital', (f) => Object.assign(card(f).now[0], { what: 'capital', do: 'weaken' }), 'cards.json', 'cards[0].now[0].do'],
  ['more capital than there can be', (f) => Object.assign(card(f).now[0], { what: 'capital', by: 100 }), 'cards.json', 'cards[0].now[0].by'],
  ['a delay of nothing', (f) => Object.assign(card(f), { delay: 1 }), 'cards.json', 'cards[0].delay'],
  ['later effects without a delay', (f) => Object.assign(card(f, 3), { delay: 0 }), 'cards.json', 'cards[3].delay'],
  ['a card that does nothing', (f) => Object.assign(card(f), { now: [] }), 'cards.json', 'cards[0]'],
  ['a card that shuts itself', (f) => card(f, 3).irreversible.shuts.push('one-way'), 'cards.json', 'cards[3].irreversible.shuts[1]'],
  ['an attempt on nobody', (f) => Object.assign(card(f, 3).attempt, { of: 'tokyo' }), 'cards.json', 'cards[3].attempt.of'],
  ['a condition that never holds', (f) => Object.assign(card(f, 3).when.where[0], { atLeast: 901 }), 'cards.json', 'cards[3].when.where[0].atLeast'],
  ['a condition on no turn', (f) => Object.assign(card(f, 3).when.turn, { atLeast: 3, atMost: 2 }), 'cards.json', 'cards[3].when.turn.atLeast'],
  ['a condition beyond the range', (f) => Object.assign(card(f, 3).when.where[0], { what: 'capital', atLeast: 13 }), 'cards.json', 'cards[3].when.where[0].atLeast'],
  ['a condition without bounds', (f) => Object.assign(card(f, 3).when, { where: [{ what: 'sway' }] }), 'cards.json', 'cards[3].when.where[0]'],
  ['a bond that Beijing knows', (f) => Object.assign(move(f, 2).weight, { alliance: 1 }), 'moves.json', 'moves[2].weight.alliance'],
  ["Tokyo's view of what Moscow values", (f) => Object.assign(move(f, 4).weight, { west: 1 }), 'moves.json', 'moves[4].weight.west'],
  ['chances that add to less than all', (f) => Object.assign(topic(f).readings[0], { chance: [299, 600] }), 'intelligence.json', 'topics[0].readings[0].chance[0]'],
  ['too many columns for the axis', (f) => Object.assign(topic(f).readings[1], { chance: [700, 400, 0] }), 'intelligence.json', 'topics[0].readings[1].chance'],
  ['too few columns for the axis', (f) => Object.assign(topic(f), { axis: 'west' }), 'intelligence.json', 'topics[0].readings[0].chance'],
  ['no clearer view of a hidden fact', (f) => delete topic(f).readings[0].clearer, 'intelligence.json', 'topics[0].readings[0].clearer'],
  ['a fact that ends before it begins', (f) => Object.assign(f['facts.json'].facts[1], { to: '2024-09-01' }), 'facts.json', 'facts[1].to'],
  ['a day that never was', (f) => Object.assign(f['facts.json'].facts[0], { date: '2023-02-29' }), 'facts.json', 'facts[0].date'],
  ['a rule that the article says nowhere', (f) => Object.assign(f['ledger.json'].rules[0], { claims: [] }), 'ledger.json', 'rules[0].claims'],
  ['a paragraph that the article lacks', (f) => f['claims.json'].claims[0].paragraphs.push(9), 'claims.json', 'claims[0].paragraphs[2]'],
  [
    'an assumption beyond its bounds',
    (f) => Object.assign(f['rivals.json'].rivals[0].assumptions, { hardening: ASSUMPTIONS.hardening.max + 1 }),
    'rivals.json',
    'rivals[0].assumptions.hardening',
  ],
  ['an unknown assumption', (f) => Object.assign(f['rivals.json'].rivals[0].assumptions, { hardning: 1 }), 'rivals.json', 'rivals[0].assumptions.hardning'],
  ['a plan whose step is never due', (f) => Object.assign(f['plans.json'].plans[0].steps[0].when, { offset: 2 }), 'plans.json', 'plans[0].steps[0].when.offset'],
  ['a level with an assumption beyond its bounds', (f) => Object.assign(level(f).assumptions, { evasion: ASSUMPTIONS.evasion.min - 1 }), LEVEL_NAME, 'assumptions.evasion'],
  ['acts out of order', (f) => Object.assign(level(f), { acts: [3, 2] }), LEVEL_NAME, 'acts[1]'],
  ['a first act without a turn', (f) => Object.assign(level(f), { acts: [0, 2] }), LEVEL_NAME, 'acts[0]'],
  ['a third act after the end', (f) => Object.assign(level(f), { acts: [1, 4] }), LEVEL_NAME, 'acts[1]'],
  ['a shock after the end', (f) => Object.assign(level(f).shock, { turn: 4 }), LEVEL_NAME, 'shock.turn'],
  ['a crossroads after the end', (f) => Object.assign(level(f).crossroads, { turn: 4 }), LEVEL_NAME, 'crossroads.turn'],
  ['a fixed move after the end', (f) => Object.assign(level(f).fixed[0], { turn: 4 }), LEVEL_NAME, 'fixed[0].turn'],
  ['a checkpoint after the end', (f) => Object.assign(level(f).checkpoints[0], { turn: 4 }), LEVEL_NAME, 'checkpoints[0].turn'],
  ['a forecast after the end', (f) => Object.assign(level(f).forecasts[0], { turn: 4 }), LEVEL_NAME, 'forecasts[0].turn'],
  ['a forecast of the past', (f) => Object.assign(level(f).forecasts[0], { byTurn: 1 }), LEVEL_NAME, 'forecasts[0].byTurn'],
  ['a forecast beyond the end', (f) => Object.assign(level(f).forecasts[0], { byTurn: 5 }), LEVEL_NAME, 'forecasts[0].byTurn'],
  ['two forecasts on a turn', (f) => level(f).forecasts.push({ turn: 1, event: 'crisis', byTurn: 3 }), LEVEL_NAME, 'forecasts[1].turn'],
  ['chances of the West that do not add up', (f) => Object.assign(level(f).prior.west, { alliance: [500, 300, 100] }), LEVEL_NAME, 'prior.west.alliance'],
  ['more capital than the limit', (f) => Object.assign(level(f).opening, { capital: ASSUMPTIONS.capitalLimit.default + 1 }), LEVEL_NAME, 'opening.capital'],
  ['more technology than all', (f) => Object.assign(level(f).opening, { giftSpace: 921 }), LEVEL_NAME, 'prior.helpGift'],
  ['a seed twice', (f) => level(f).seeds.push(0), LEVEL_NAME, 'seeds[2]'],
  ['a seed of 33 bits', (f) => level(f).seeds.push(2 ** 32), LEVEL_NAME, 'seeds[2]'],
  ['a last ending with a condition', (f) => ending(f, 2, [{ what: 'thaw', atLeast: 1 }]), LEVEL_NAME, 'endings[2].when'],
  ['an earlier ending without one', (f) => ending(f, 0, []), LEVEL_NAME, 'endings[0].when'],
  ['an ending between crossed bounds', (f) => ending(f, 0, [{ what: 'thaw', atLeast: 500, atMost: 400 }]), LEVEL_NAME, 'endings[0].when[0].atLeast'],
  [
    'an ending between bounds that exclude each other',
    (f) =>
      ending(f, 0, [
        { what: 'thaw', atLeast: 500 },
        { what: 'thaw', atMost: 400 },
      ]),
    LEVEL_NAME,
    'endings[0].when[1]',
  ],
  ['an ending beyond the range', (f) => ending(f, 0, [{ what: 'transfer', atLeast: 4001 }]), LEVEL_NAME, 'endings[0].when[0].atLeast'],
  ['an ending with more crises than turns', (f) => ending(f, 0, [{ what: 'crises', atLeast: 5 }]), LEVEL_NAME, 'endings[0].when[0].atLeast'],
  ['an ending like an earlier one', (f) => ending(f, 1, level(f).endings[0].when), LEVEL_NAME, 'endings[1]'],
  [
    'an ending inside an earlier one',
    (f) =>
      ending(f, 1, [
        { what: 'crises', atMost: 0 },
        { what: 'balance', atLeast: 200 },
      ]),
    LEVEL_NAME,
    'endings[1]',
  ],
];

test.each(NONSENSE)('%s is refused', (_, spoil, name, path) => {
  const files = folder();
  spoil(files);
  const kind = (name === LEVEL_NAME ? 'level' : name.replace('.json', '')) as Kind;
  const problems = problemsOf(kind, name, JSON.stringify(files[name]));
  const named = problems.find((problem) => problem.path === path);
  expect(named, JSON.stringify(problems)).toBeDefined();
  expect(named?.message).toMatch(new RegExp(`^${name}: at .* where .* is expected`));
});
