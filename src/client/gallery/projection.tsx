// The projector's screen with a view of a session that is handed in: `showOnScreen(view)`.

import { render } from 'preact';
import type { ScreenView } from '../../session/types.ts';
import { Projected } from '../live/host/projected.tsx';
import '../live/words.ts';
import '../quiz/quiz.css';
import '../live/live.css';

declare global {
  interface Window {
    /** Drawn when it returns. */
    showOnScreen: (view: ScreenView) => void;
  }
}

export function openProjection(host: HTMLElement): void {
  window.showOnScreen = (view) => render(<Projected key={JSON.stringify(view)} view={view} at={performance.now()} code="KX74PM" line={{ is: 'live' }} />, host);
  host.dataset.ready = 'yes';
}
