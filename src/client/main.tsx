// Where the client begins.

import { render } from 'preact';
import { App } from './app.tsx';
import { openAudio } from './audio/door.ts';
import { stayOffline } from './offline.ts';

render(<App />, document.getElementById('app') as HTMLElement);
openAudio();

if (import.meta.env.PROD) stayOffline();
if (import.meta.env.DEV) void import('./inspector/inspector.tsx').then(({ openInspector }) => openInspector());
