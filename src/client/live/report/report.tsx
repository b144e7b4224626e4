// What a teacher takes from a session, the most useful first: in short, what was believed, by claim, by question, by student.

import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../session/types.ts';
import { Later, Loading, WithShelves } from '../../later.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { controlLink, hostLink } from '../../route.ts';
import { useWords } from '../../shelves.ts';
import type { Trouble as ApiTrouble } from '../api.ts';
import { classRooms } from '../class/door.ts';
import { api, device } from '../ours.ts';
import { troubleKey } from '../words.ts';
import { Calibrated } from './calibrated.tsx';
import { Claims } from './claims.tsx';
import { HomeworkPart } from './homework.tsx';
import { InShort } from './inShort.tsx';
import { Items } from './items.tsx';
import { Keepsakes } from './keepsakes.tsx';
import { Misconceptions } from './misconceptions.tsx';
import { Students } from './students.tsx';
import { Tickets } from './tickets.tsx';
import './report.css';

export function ReportPage({ code }: { code: string }) {
  const words = useWords();
  const [host] = useState(() => device.session(code)?.host ?? null);
  const [report, setReport] = useState<Report | null>(null);
  const [trouble, setTrouble] = useState<ApiTrouble | null>(host === null ? 'not-allowed' : null);
  const [areNamesHidden, hideNames] = useState(false);
  const read = () => {
    if (host !== null) void api.report(code, host).then((found) => (found.ok ? setReport(found.value) : setTrouble(found.trouble)));
  };
  useEffect(read, [code, host]);
  if (trouble !== null || host === null) {
    return (
      <Page words={words} name={words.t('live:report.none')} focusKey={`report ${code}`} class="narrow">
        <Trouble words={words} text={words.t(troubleKey(trouble ?? 'not-allowed'))}>
          <p>
            <a href={hostLink()}>{words.t('live:control.toHost')}</a>
          </p>
        </Trouble>
      </Page>
    );
  }
  if (report === null) return <Loading />;
  const when = new Intl.DateTimeFormat(words.language === 'en' ? 'en-GB' : words.language, { dateStyle: 'long', timeStyle: 'short' }).format(report.openedAt);
  return (
    <Page
      words={words}
      name={report.title}
      above={words.t('live:report.heading')}
      below={`${when} · ${words.t('live:lobby.seats', { count: report.seats })}`}
      focusKey={`report ${code}`}
      class="report"
    >
      <p class="report-tools">
        <a href={controlLink(code)}>{words.t('live:report.back')}</a>
        <button type="button" onClick={() => window.print()}>
          {words.t('live:report.print')}
        </button>
        <label class="flag-line">
          <input type="checkbox" checked={areNamesHidden} onChange={({ currentTarget }) => hideNames(currentTarget.checked)} />
          {words.t('live:report.hideNames')}
        </label>
      </p>
      {report.played !== null && report.played.turns.length > 0 && campaignOf(report, report.played)}
      <InShort report={report} />
      <Misconceptions report={report} areNamesHidden={areNamesHidden} />
      <Claims report={report} />
      <Items report={report} />
      <Students report={report} areNamesHidden={areNamesHidden} />
      <Tickets report={report} areNamesHidden={areNamesHidden} />
      {report.played !== null && (
        <WithShelves>
          <HomeworkPart report={report} areNamesHidden={areNamesHidden} code={code} host={host} onAdded={read} />
        </WithShelves>
      )}
      <Calibrated calibration={report.calibration} />
      <Keepsakes code={code} host={host} report={report} areNamesHidden={areNamesHidden} />
    </Page>
  );
}

function campaignOf({ claims }: Report, { campaign, turns, held }: NonNullable<Report['played']>) {
  return (
    <WithShelves>
      <Later load={classRooms}>{({ ClassDebriefSheet }) => <ClassDebriefSheet campaign={campaign} turns={turns} held={held} claims={claims} />}</Later>
    </WithShelves>
  );
}
