// Which dialog lies open over the page: at most one.

import { signal } from '@preact/signals';

export const dialog = signal<'settings' | 'shortcuts' | 'history' | null>(null);
