// Where the client begins.

import { render } from 'preact';
import { App } from './app.tsx';
import { openAudio } from './audio/door.ts';
import { keepForOffline } from './offline.ts';

render(<App />, document.getElementById('app') as HTMLElement);
openAudio();
keepForOffline();

if (import.meta.env.DEV) void import('./inspector/inspector.tsx').then(({ openInspector }) => openInspector());
