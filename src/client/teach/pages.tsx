// The teacher's kit: the list of its sheets, or one of them as it is read, taught from and printed.

import type { ComponentChildren } from 'preact';
import { TroubleScreen } from '../later.tsx';
import { Page } from '../parts/page.tsx';
import { teachLink } from '../route.ts';
import { ShelvesContext, useShelves } from '../shelves.ts';
import { AnswersSheet } from './answers.tsx';
import { BackgroundSheet } from './background.tsx';
import { BalanceSheet } from './balance.tsx';
import { Home } from './home.tsx';
import { isSheet, PLANS, type SheetId } from './kit.ts';
import { openKit } from './kitShelf.ts';
import { NetworkSheet } from './network.tsx';
import { PlanSheet } from './plan.tsx';
import { PromptsSheet } from './prompts.tsx';
import { StandardsSheet } from './standards.tsx';
import { TicketSheet } from './ticket.tsx';
import '../debrief/print.css';
import './teach.css';

/** @param sheet null: the list of all */
export function TeachPages({ sheet }: { sheet: string | null }) {
  const { content, words } = useShelves();
  const kit = openKit(content.text, words.language);
  if (!kit.ok) return <TroubleScreen trouble="content" more={kit.problems.map(({ message }) => message)} />;
  if (sheet !== null && !isSheet(sheet)) return <TroubleScreen trouble="page" />;
  return <ShelvesContext.Provider value={{ content, words: kit.words }}>{sheet === null ? <Home /> : <Sheet id={sheet} />}</ShelvesContext.Provider>;
}

function Sheet({ id }: { id: SheetId }) {
  const { words } = useShelves();
  return (
    <Page
      words={words}
      name={words.t(`kit:sheets.${id}.title`)}
      below={words.t(`kit:sheets.${id}.line`)}
      focusKey={`teach ${id}`}
      class={`narrow kit kit-${id.replace(/-\w+$/, '')}`}
    >
      <p class="actions kit-actions">
        <button type="button" onClick={() => window.print()}>
          {words.t('kit:print')}
        </button>
        <a class="go" href={teachLink(null)}>
          {words.t('kit:back')}
        </a>
      </p>
      <p class="kit-source">{words.t('kit:source')}</p>
      {inside(id)}
    </Page>
  );
}

function inside(id: SheetId): ComponentChildren {
  switch (id) {
    case 'plan-45':
    case 'plan-30':
    case 'plan-15':
    case 'plan-quiz':
      return <PlanSheet plan={PLANS[id]} />;
    case 'background':
      return <BackgroundSheet />;
    case 'prompts':
      return <PromptsSheet />;
    case 'ticket':
      return <TicketSheet />;
    case 'answers':
      return <AnswersSheet />;
    case 'balance':
      return <BalanceSheet />;
    case 'standards':
      return <StandardsSheet />;
    case 'network':
      return <NetworkSheet />;
  }
}
