// What the server says, from the words of the interface.

import english from '../../levels/text/en/interface.json' with { type: 'json' };

export function say(key: keyof typeof english.server, values: Readonly<Record<string, string | number>> = {}): string {
  return english.server[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
