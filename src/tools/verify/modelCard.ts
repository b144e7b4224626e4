// The model card: what was measured, how the model hangs together, what it assumes, what it leaves out and what a critic would say.

import english from '../../../levels/text/en/interface.json' with { type: 'json' };
import { coverageOf } from '../../content/coverage.ts';
import type { Content } from '../../content/crossref.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS } from '../../rules/assumptions.ts';
import { CAUSAL_GRAPH, type Node } from '../../rules/causalGraph.ts';
import { LEAVES_OUT } from '../../telling/debrief.ts';
import type { Vocabulary } from '../../telling/wording.ts';
import type { Report } from './report.ts';

type Quantity = keyof (typeof english)['quantity'];
const isQuantity = (node: Node): node is Quantity => Object.hasOwn(english.quantity, node);

/** @returns Markdown, the same for the same report */
export function modelCard(report: Report, content: Content, words: Vocabulary): string {
  return `${[
    '# The model card',
    'Written by `npm run verify`: do not edit it by hand.',
    `Every figure below comes from seeded campaigns with common random numbers, from seed ${report.seed} on; n is how many seeds. A bound is the nearer end of a 95 % interval (jackknife over 20 batches) and must clear the threshold.`,
    ...figures(report),
    ...graph(content, words),
    ...assumptions(words),
    ...leftOut(content, words),
  ].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const SENSE = { atLeast: '≥', atMost: '≤' } as const;

function figures(report: Report): string[] {
  const { checks, notYet, mutants, rivals, endings, scoreRange } = report;
  const ranges = Object.entries(scoreRange).map(([level, range]) => `${(range / 10).toFixed(1)} points in ${level}`);
  return [
    '## What was measured',
    `The score range, of which some thresholds are shares, is ${ranges.join(', ')}: from the 5th to the 95th percentile over the named plans and random play.`,
    table(
      ['check', 'claim', 'measured', 'n', 'figure', 'bound', 'threshold', ''],
      checks.flatMap(({ id, claim, parts, n }) =>
        parts.map(({ says, figure, bound, sense, threshold, passed }) => [
          id,
          claim,
          says,
          n,
          figure.toFixed(3),
          bound.toFixed(3),
          `${SENSE[sense]} ${threshold}`,
          passed ? 'passed' : '**failed**',
        ]),
      ),
    ),
    ...notYet.map(({ id, needs }) => `${id} is not measured yet: it needs ${needs}.`),
    '### Each check fails where it should',
    table(
      ['check', 'fails where', 'n', ''],
      mutants.map(({ id, says, failed, n }) => [id, says, n, failed ? 'fails' : '**passes**']),
    ),
    '### What each rival model breaks',
    `A rival model is the same engine with other assumptions. Which of V1–V14 it breaks, by the figure over ${report.campaigns} seeds, shows where it and the article part ways, or where its world leaves no room for the exceptions that a check asks for.`,
    table(
      ['rival', 'checks it breaks'],
      rivals.map(({ rival, breaks }) => [rival, breaks.length === 0 ? 'none' : breaks.join(', ')]),
    ),
    '### Every ending is reached',
    table(
      ['level', 'ending', 'most often by', 'share'],
      endings.map(({ level, ending, plan, share }) => [level, ending, plan, `${(share * 100).toFixed(1)} %`]),
    ),
  ];
}

function graph({ library }: Content, words: Vocabulary): string[] {
  const name = (node: Node) => (isQuantity(node) ? words.t(`interface:quantity.${node}`) : words.t(`interface:model.node.${node}`));
  const rows = CAUSAL_GRAPH.map(({ rule, from, to, sign }) => {
    const entry = library.ledger[rule];
    return [name(from), sign > 0 ? '+' : '−', name(to), words.t(`rules:${rule}.title`), entry?.label ?? '', (entry?.claims ?? []).join(', ')];
  });
  return [
    '## The causal graph',
    'What moves what in the engine. `+`: more of the one makes more of the other; `−`: more makes less. Cards and rivals’ moves add to it, each effect with its own rule.',
    table(['from', '', 'to', 'rule', 'label', 'claims'], rows),
    ...coverage(library, words),
  ];
}

function coverage(library: Content['library'], words: Vocabulary): string[] {
  const { unsupportedRules, labels } = coverageOf({ library, claims: [] });
  return [
    '### Rules that are ours alone',
    `Of ${labels.says + labels.infers + labels.ours} rules, the article says ${labels.says}, we infer ${labels.infers} from it, and ${labels.ours} are ours. These rest on no claim:`,
    unsupportedRules.map((rule) => `- *${words.t(`rules:${rule}.title`)}* ${words.t(`rules:${rule}.why`)}`).join('\n'),
  ];
}

const UNITS = { '‰': '‰', t: 'tenths of a point', containers: 'containers', points: 'points' } as const;

function assumptions(words: Vocabulary): string[] {
  const rows = ASSUMPTION_IDS.map((id) => {
    const { default: byDefault, min, max, unit } = ASSUMPTIONS[id];
    return [`\`${id}\``, words.t(`assumptions:${id}.title`), byDefault, `${min} … ${max}`, UNITS[unit]];
  });
  return ['## The assumptions and their bounds', 'A level, a rival model or a player may move each inside its bounds.', table(['name', 'what', 'default', 'bounds', 'unit'], rows)];
}

function leftOut({ library }: Content, words: Vocabulary): string[] {
  const omissions = LEAVES_OUT.map((id) => `- ${words.t(`interface:model.leavesOut.${id}`)}`);
  const cases = library.rivals.map(({ id }) => `### ${words.t(`rivals:${id}.title`)}\n\n${words.t(`rivals:${id}.case`)}`);
  return ['## What the model leaves out', omissions.join('\n'), '## What a critic would say', ...cases];
}
