// How well a student's confidence fits their answers: in words, as a curve, and as a table.

import { type Calibration, STATED } from '../../../quiz/calibration.ts';
import { percent, whole } from '../../../telling/wording.ts';
import { useRoom } from '../../debrief/width.ts';
import { useShelves } from '../../shelves.ts';
import { calibrationIn, FEW, fitOf } from '../progress.ts';
import type { AnswerRecord } from '../records.ts';

/** Per mille: from where `fairly sure` and `very sure` pay best. */
const PAYS = { low: 667, high: 800 };
/** Of somebody who always says `not sure` and is right half the time. */
const COIN = (STATED[1] ** 2 + (1000 - STATED[1]) ** 2) / 2 / 1000;

export function Fit({ answers }: { answers: readonly AnswerRecord[] }) {
  const { words } = useShelves();
  const calibration = calibrationIn(answers);
  const { brier } = calibration;
  const fit = fitOf(calibration);
  const thousandths = (value: number) => new Intl.NumberFormat(words.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value / 1000);
  return (
    <section class="sheet fit" aria-labelledby="fit">
      <h2 id="fit">{words.t('interface:quiz.fit.heading')}</h2>
      {brier === null ? (
        <p>{words.t('interface:quiz.fit.none')}</p>
      ) : (
        <>
          <p class="lead">{fit === 'few' ? words.t('interface:quiz.fit.few', { count: calibration.answers, least: FEW }) : words.t(`interface:quiz.fit.${fit}`)}</p>
          <div class="fit-shown">
            <Curve calibration={calibration} />
            <Table calibration={calibration} />
          </div>
          <p>{words.t('interface:quiz.fit.brier', { score: thousandths(brier), coin: thousandths(COIN) })}</p>
        </>
      )}
      <p class="hint">{words.t('interface:quiz.fit.what')}</p>
    </section>
  );
}

function Table({ calibration: { curve } }: { calibration: Calibration }) {
  const { words } = useShelves();
  return (
    <table>
      <caption>{words.t('interface:quiz.fit.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('interface:quiz.fit.columnSure')}</th>
          <th scope="col">{words.t('interface:quiz.fit.columnAnswers')}</th>
          <th scope="col">{words.t('interface:quiz.fit.columnRight')}</th>
          <th scope="col">{words.t('interface:quiz.fit.columnPays')}</th>
        </tr>
      </thead>
      <tbody>
        {curve.map(({ confidence, answers, right }) => (
          <tr key={confidence}>
            <th scope="row">{words.t(`interface:asking.confidence.name.${confidence}`)}</th>
            <td>{whole(words, answers)}</td>
            <td>{right === null ? words.t('interface:quiz.fit.noneYet') : percent(words, right)}</td>
            <td>{words.t(`interface:quiz.fit.pays.${confidence}`, { low: percent(words, PAYS.low), high: percent(words, PAYS.high) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The scale of confidence begins at even odds. */
const LEAST = 500;

/** The picture is for the eye alone: the table beside it says the same. */
function Curve({ calibration: { curve } }: { calibration: Calibration }) {
  const [ref, room] = useRoom<HTMLDivElement>();
  return (
    <div ref={ref} class="reliability" aria-hidden="true">
      {room !== null && room.width > 0 && <Drawn curve={curve} width={room.width} rem={room.rem} />}
    </div>
  );
}

function Drawn({ curve, width, rem }: { curve: Calibration['curve']; width: number; rem: number }) {
  const { words } = useShelves();
  const height = Math.min(width, 17 * rem);
  const plot = { left: 3 * rem, right: width - 0.8 * rem, top: 0.8 * rem, bottom: height - 3.1 * rem };
  const x = (stated: number) => plot.left + ((plot.right - plot.left) * (stated - LEAST)) / (1000 - LEAST);
  const y = (right: number) => plot.bottom - ((plot.bottom - plot.top) * right) / 1000;
  const isTight = x(STATED[2]) - x(STATED[1]) < 8.5 * rem;
  const points = curve.flatMap(({ confidence, stated, right }) => (right === null ? [] : [{ confidence, x: x(stated), y: y(right), right }]));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} aria-hidden="true" focusable="false">
      {[0, 500, 1000].map((tick) => (
        <g key={tick}>
          <path class="fit-grid" d={`M${plot.left} ${y(tick)}H${plot.right}`} />
          <text class="fit-tick" x={plot.left - 0.5 * rem} y={y(tick)} dy="0.32em" text-anchor="end">
            {percent(words, tick)}
          </text>
        </g>
      ))}
      {curve.map(({ confidence, stated }, at) => (
        <text key={confidence} class="fit-tick" x={x(stated)} y={plot.bottom + (isTight && at === 1 ? 2.6 : 1.2) * rem} text-anchor="middle">
          {words.t(`interface:asking.confidence.name.${confidence}`)}
        </text>
      ))}
      <path class="fit-ideal" d={`M${x(LEAST)} ${y(LEAST)}L${x(1000)} ${y(1000)}`} />
      <text class="fit-tick" x={x(610)} y={y(790)} text-anchor="middle">
        {words.t('interface:quiz.fit.ideal')}
      </text>
      <path class="fit-line" d={points.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')} />
      {points.map((point) => (
        <g key={point.confidence}>
          <circle class="fit-mark" cx={point.x} cy={point.y} r={0.32 * rem} />
          <text class="fit-value" x={point.x} y={point.right > 850 ? point.y + 1.35 * rem : point.y - 0.7 * rem} text-anchor="middle">
            {percent(words, point.right)}
          </text>
        </g>
      ))}
    </svg>
  );
}
