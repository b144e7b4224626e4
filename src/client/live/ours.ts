// The one device, and the way to the server, that all live pages share.

import { apiOver } from './api.ts';
import { openDevice } from './device.ts';
import { browser } from './platform.ts';

export const device = openDevice(browser.storage, Date.now);
export const api = apiOver(browser);
