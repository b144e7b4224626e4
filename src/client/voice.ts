// One place from which a screen reader hears what has happened: it stands from the first moment, so that what is put into it is read.

import { signal } from '@preact/signals';

export const voice = signal('');
