// The page for a school's network: what passes, what does not, and what to do about it.

import { useEffect, useState } from 'preact/hooks';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shelves.ts';
import { browser } from '../platform.ts';
import { CHECKS, type Finding, runChecks } from './checks.ts';
import './paper.css';

export function Preflight() {
  const words = useWords();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [run, setRun] = useState(0);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    let isWanted = true;
    setFindings([]);
    setDone(false);
    void runChecks(
      browser,
      document.baseURI,
      Date.now,
      (finding) => isWanted && setFindings((all) => [...all, finding]),
      () => isWanted,
    ).then(() => isWanted && setDone(true));
    return () => {
      isWanted = false;
    };
  }, [run]);
  const worst = findings.some(({ is }) => is === 'fail') ? 'fail' : findings.some(({ is }) => is === 'warn') ? 'warn' : 'pass';
  const asText = [
    ...findings.map(({ check, is, figure }) => `${words.t(`live:preflight.is.${is}`)}: ${words.t(`live:preflight.check.${check}`)}${figure === null ? '' : ` (${figure})`}`),
    navigator.userAgent,
    window.location.origin,
  ].join('\n');
  return (
    <Page words={words} name={words.t('live:preflight.heading')} below={words.t('live:preflight.lead')} focusKey="preflight" class="narrow preflight">
      <section class="sheet" aria-labelledby="verdict">
        <h2 id="verdict">
          <span role="status">{words.t(isDone ? `live:preflight.verdict.${worst}` : 'live:preflight.running')}</span>
        </h2>
        <ul class="checks">
          {CHECKS.map((check) => {
            const finding = findings.find((one) => one.check === check);
            const is = finding?.is ?? 'open';
            return (
              <li key={check} class={`check is-${is}`}>
                <span class="check-sign" aria-hidden="true">
                  {{ pass: '✓', warn: '!', fail: '✗', open: '…' }[is]}
                </span>
                <span>
                  <strong>{words.t(`live:preflight.check.${check}`)}</strong>{' '}
                  <span class="check-is">{finding === undefined ? '' : words.t(`live:preflight.is.${finding.is}`)}</span>
                  {finding?.figure != null && (
                    <span class="hint"> {words.t(`live:preflight.figure.${check === 'clock' ? 'seconds' : 'milliseconds'}`, { value: finding.figure })}</span>
                  )}
                  {finding !== undefined && finding.is !== 'pass' && <span class="check-cure">{words.t(`live:preflight.cure.${check}`)}</span>}
                </span>
              </li>
            );
          })}
        </ul>
        <p class="actions">
          <button type="button" aria-disabled={!isDone} onClick={() => isDone && setRun(run + 1)}>
            {words.t('live:preflight.again')}
          </button>
        </p>
      </section>
      <section class="sheet" aria-labelledby="network">
        <h2 id="network">{words.t('live:preflight.network')}</h2>
        <p>{words.t('live:preflight.networkText')}</p>
        <label class="field">
          {words.t('live:preflight.asText')}
          <textarea readOnly rows={8} value={asText} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
      </section>
    </Page>
  );
}
