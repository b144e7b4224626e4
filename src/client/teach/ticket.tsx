// The exit ticket: the rubric it is scored by, two that earn full marks, and the slip itself, twice on a page.

import { useShelves } from '../shelves.ts';
import { LEVELS_OF_RUBRIC, ROWS_OF_RUBRIC } from './kit.ts';
import { Part } from './parts.tsx';

export function TicketSheet() {
  const { words } = useShelves();
  return (
    <>
      <Part id="rubric" heading={words.t('kit:ticket.rubric')}>
        <p class="hint">{words.t('kit:ticket.rubricNote')}</p>
        <Rubric />
      </Part>
      <Part id="samples" heading={words.t('kit:ticket.samples')}>
        <p class="hint">{words.t('kit:ticket.samplesNote')}</p>
        <div class="kit-sides">
          {(['a', 'b'] as const).map((side) => (
            <div key={side}>
              <h3>{words.t(`kit:ticket.sample.${side}.title`)}</h3>
              <p>{words.t(`kit:ticket.sample.${side}.text`)}</p>
            </div>
          ))}
        </div>
      </Part>
      <section class="sheet kit-new-page" aria-labelledby="slip">
        <h2 id="slip">{words.t('kit:ticket.slip')}</h2>
        <p class="hint">{words.t('kit:ticket.slipNote')}</p>
        <Slip />
        <div class="kit-second" aria-hidden="true">
          <p class="kit-slip-heading">{words.t('kit:ticket.slip')}</p>
          <Slip />
        </div>
      </section>
    </>
  );
}

/** A table where there is room, its rows one below the other where there is not. */
function Rubric() {
  const { words } = useShelves();
  return (
    <table class="kit-rubric">
      <thead>
        <tr>
          <th scope="col">{words.t('kit:ticket.row')}</th>
          {LEVELS_OF_RUBRIC.map((level) => (
            <th scope="col" key={level}>
              {words.t(`kit:ticket.level.${level}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS_OF_RUBRIC.map((row) => (
          <tr key={row}>
            <th scope="row">{words.t(`kit:ticket.rows.${row}.title`)}</th>
            {LEVELS_OF_RUBRIC.map((level) => (
              <td key={level} data-level={words.t(`kit:ticket.level.${level}`)}>
                {words.t(`kit:ticket.rows.${row}.${level}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Slip() {
  const { words } = useShelves();
  return (
    <div class="kit-slip">
      <p class="kit-blank">
        <span>{words.t('kit:ticket.seat')}</span> <span>{words.t('kit:ticket.date')}</span>
      </p>
      <p>
        <b>{words.t('kit:ticket.task')}</b>
      </p>
      <p>{words.t('kit:ticket.other')}</p>
      {ROWS_OF_RUBRIC.map((row) => (
        <div key={row}>
          <p class="term">{words.t(`kit:ticket.${row}`)}</p>
          {Array.from({ length: row === 'claim' ? 2 : 3 }, (_, line) => (
            <div key={line} class="kit-ruled" />
          ))}
        </div>
      ))}
    </div>
  );
}
