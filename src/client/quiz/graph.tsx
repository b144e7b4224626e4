// A causal graph, drawn: boxes for what rises and falls, arrows whose line and sign say what the one does to the other.
// For screen readers it is a picture with a description; what can be set is set in the list beside it.

import { curveMonotoneY, line } from 'd3-shape';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AskedEdge, AskedOf } from '../../quiz/asked.ts';
import type { OptionId, Sign } from '../../quiz/types.ts';
import { useRoom } from '../debrief/width.ts';
import { useWords } from '../shelves.ts';
import { type Laid, laidOut, type Point } from './graphLayout.ts';
import './graph.css';

interface GraphProps {
  asked: Pick<AskedOf<'signs'>, 'nodes' | 'edges'>;
  /** Of asked edges, as far as they are set. */
  signs: Readonly<Record<string, Sign>>;
  /** The arrow that is being looked at. */
  lit?: OptionId | null;
}

/** In rem. */
const WIDEST = 10;
const NARROWEST = 4;
const BADGE = { width: 2.9, height: 1.7 };
const GAP = 1;
/** Below a box, before and after what stands on its arrow. */
const BELOW = 1.6;
const HEAD = 0.6;
const TRIES = 8;

const drawn = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
).curve(curveMonotoneY);

export function Graph({ asked: { nodes, edges }, signs, lit = null }: GraphProps) {
  const words = useWords();
  const [frame, room] = useRoom<HTMLElement>();
  const boxes = useRef(new Map<string, HTMLElement>());
  const [laid, setLaid] = useState<Laid | null>(null);
  const [typeset, setTypeset] = useState(document.fonts.status === 'loaded');
  useEffect(() => {
    void document.fonts.ready.then(() => setTypeset(true));
  }, []);
  useLayoutEffect(() => {
    if (room !== null && room.width > 0) setLaid(fitted(boxes.current, edges, room));
  }, [room?.width, room?.rem, typeset, edges]);
  const nodeText = (id: OptionId) => nodes.find((node) => node.id === id)?.text ?? '';
  const signOf = (edge: AskedEdge) => (edge.given ? edge.sign : (signs[edge.id] ?? 'open'));
  const arrows = edges.map((edge) => words.t(`interface:asking.signs.arrow.${signOf(edge)}`, { from: nodeText(edge.from), to: nodeText(edge.to) }));
  const rem = room?.rem ?? 16;
  return (
    <figure ref={frame} class="causal" role="img" aria-label={words.t('interface:asking.signs.picture', { arrows: arrows.join(' ') })}>
      <div class={laid === null ? 'causal-plate unlaid' : 'causal-plate'} style={laid === null ? {} : { width: `${laid.width}px`, height: `${laid.height}px` }}>
        {laid !== null && (
          <svg width={laid.width} height={laid.height} aria-hidden="true" focusable="false">
            {edges.map((edge) => {
              const arrow = laid.arrows.get(edge.id);
              if (arrow === undefined) return null;
              const sign = signOf(edge);
              return (
                <g key={edge.id} class={`causal-arrow sign-${sign}${lit === edge.id ? ' lit' : ''}`}>
                  <path class="causal-line" d={drawn([...arrow.line]) ?? ''} />
                  {sign !== 'none' && <path class="causal-head" d={headOf(arrow.line, HEAD * rem)} />}
                </g>
              );
            })}
          </svg>
        )}
        {nodes.map(({ id, text }) => {
          const box = laid?.boxes.get(id);
          return (
            <span
              key={id}
              ref={(element) => {
                if (element !== null) boxes.current.set(id, element);
              }}
              class="causal-node"
              style={box === undefined ? {} : { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px` }}
            >
              {text}
            </span>
          );
        })}
        {edges.map((edge, at) => {
          const badge = laid?.arrows.get(edge.id)?.badge;
          const sign = signOf(edge);
          return (
            <span
              key={edge.id}
              class={`causal-badge sign-${sign}${lit === edge.id ? ' lit' : ''}`}
              style={badge === undefined ? {} : { left: `${badge.x}px`, top: `${badge.y}px` }}
            >
              <span class="causal-number">{at + 1}</span> {words.t(`interface:asking.signs.${sign}Sign`)}
            </span>
          );
        })}
      </div>
    </figure>
  );
}

/** The widest boxes with which the graph has room. */
function fitted(elements: ReadonlyMap<string, HTMLElement>, edges: readonly AskedEdge[], { width: room, rem }: { width: number; rem: number }): Laid {
  let width = Math.min(WIDEST * rem, room);
  for (let tries = 1; ; tries++) {
    for (const element of elements.values()) element.style.width = `${width}px`;
    const sizes = new Map([...elements].map(([id, element]) => [id, { width, height: element.offsetHeight }]));
    const laid = laidOut(sizes, edges, { width: BADGE.width * rem, height: BADGE.height * rem }, { between: GAP * rem, below: BELOW * rem });
    if (laid.width <= room || tries === TRIES || width === NARROWEST * rem) return laid;
    width = Math.max(NARROWEST * rem, Math.floor((width * room) / laid.width));
  }
}

/** A triangle whose tip touches the box. */
function headOf(points: readonly Point[], size: number): string {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [along, across] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const foot = { x: to.x - along * size, y: to.y - across * size };
  const half = size / 2;
  return `M${to.x},${to.y}L${foot.x - across * half},${foot.y + along * half}L${foot.x + across * half},${foot.y - along * half}Z`;
}
