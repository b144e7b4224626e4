// A lesson plan: what is needed, and the lesson minute by minute.

import { whole } from '../../telling/wording.ts';
import { teachLink } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { type PLANS, type PlanId, ROUNDED, type Rounds, SPOKEN } from './kit.ts';
import { Lines, Part } from './parts.tsx';

type Plan = (typeof PLANS)[PlanId];

export function PlanSheet({ plan }: { plan: Plan }) {
  const { words } = useShelves();
  const facts = [
    ...(plan.level !== null && words.has(`levels:${plan.level}.title`) ? [[words.t('kit:plan.level'), words.t(`levels:${plan.level}.title`)]] : []),
    [words.t('kit:plan.time'), words.t('kit:plan.timeOf', { minutes: whole(words, plan.minutes) })],
    [words.t('kit:plan.devices'), words.t(`kit:plan.device.${plan.devices}`)],
  ];
  return (
    <>
      <section class="sheet" aria-labelledby="goals">
        <dl class="kit-facts">
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{words.t('kit:plan.needs')}</dt>
            <dd>
              {(['background', 'prompts', 'ticket'] as const).map((sheet) => (
                <a key={sheet} href={teachLink(sheet)}>
                  {words.t(`kit:sheets.${sheet}.title`)}
                </a>
              ))}
            </dd>
          </div>
        </dl>
        <div class="kit-sides">
          <div>
            <h2 id="goals">{words.t('kit:plan.goals')}</h2>
            <Lines text={words.t('kit:plan.goal')} />
          </div>
          <div>
            <h2>{words.t('kit:plan.before')}</h2>
            <Lines text={words.t(`kit:plan.prepare.${plan.devices}`)} />
          </div>
        </div>
      </section>
      <Part id="minutes" heading={words.t('kit:plan.minutes')} class="kit-minutes">
        <Clock plan={plan} />
      </Part>
      <section class="sheet" aria-labelledby="trouble">
        <div class="kit-sides">
          <div>
            <h2 id="trouble">{words.t('kit:plan.trouble')}</h2>
            <Lines text={words.t(`kit:plan.cure.${plan.devices}`)} />
          </div>
          <div>
            <h2>{words.t('kit:plan.access')}</h2>
            <p>{words.t('kit:plan.accessText')}</p>
          </div>
        </div>
      </section>
    </>
  );
}

function Clock({ plan }: { plan: Plan }) {
  const { words } = useShelves();
  let at = 0;
  return (
    <ol class="kit-clock">
      {plan.phases.map(([phase, minutes]) => {
        const from = at;
        at += minutes;
        const spoken = SPOKEN.find((id) => id === phase);
        return (
          <li key={phase}>
            <Span from={from} to={at} />
            <div>
              <h3>{words.t(`kit:plan.phases.${phase}.title`)}</h3>
              <Lines text={words.t(`kit:plan.phases.${phase}.do`)} />
              {spoken !== undefined && (
                <p class="kit-say">
                  <span class="term">{words.t('kit:plan.say')}</span> {words.t(`kit:plan.phases.${spoken}.say`)}
                </p>
              )}
              {ROUNDED.includes(phase) && <RoundsOf rounds={plan.rounds} from={from} minutes={minutes} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Span({ from, to }: { from: number; to: number }) {
  const { words } = useShelves();
  return <span class="kit-span">{words.t('kit:plan.span', { from: whole(words, from), to: whole(words, to) })}</span>;
}

function RoundsOf({ rounds: { of, count, steps, asks }, from, minutes }: { rounds: Rounds; from: number; minutes: number }) {
  const { words } = useShelves();
  const each = minutes / count;
  return (
    <>
      <Steps heading={words.t(`kit:plan.inside.${of}`)} steps={steps} />
      {asks.length > 0 && (
        <>
          <p class="term">{words.t('kit:plan.ask')}</p>
          <ol class="kit-rounds">
            {asks.map((ask, at) => (
              <li key={ask}>
                <Span from={from + at * each} to={from + (at + 1) * each} />
                <p>
                  <b>{words.t('kit:plan.turn', { turn: whole(words, at + 1) })}</b> {words.t(`kit:plan.asks.${ask}`)}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Steps({ heading, steps }: { heading: string; steps: Rounds['steps'] }) {
  const { words } = useShelves();
  let at = 0;
  return (
    <div class="kit-inside">
      <p class="term">{heading}</p>
      <ol>
        {steps.map(([step, seconds]) => {
          const from = at;
          at += seconds;
          return (
            <li key={step}>
              <span class="kit-span">
                {clock(from)}–{clock(at)}
              </span>
              <p>{words.t(`kit:plan.steps.${step}`)}</p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Seconds as a clock has them: 75 is "1:15". */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
