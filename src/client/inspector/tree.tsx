// Any plain value as a tree to unfold.

export function Tree({ name, value, open = false }: { name: string; value: unknown; open?: boolean }) {
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="leaf">
        <span class="key">{name}</span> <code class={typeof value}>{JSON.stringify(value) ?? 'undefined'}</code>
      </div>
    );
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return (
    <details open={open}>
      <summary>
        <span class="key">{name}</span> <span class="kind">{Array.isArray(value) ? `[${entries.length}]` : summaryOf(value, entries.length)}</span>
      </summary>
      {entries.map(([key, inner]) => (
        <Tree key={String(key)} name={String(key)} value={inner} />
      ))}
    </details>
  );
}

/** What an event or a choice is known by. */
function summaryOf(value: object, size: number): string {
  const named = ['type', 'kind', 'what', 'card', 'move', 'id'].flatMap((key) => {
    const part = (value as Record<string, unknown>)[key];
    return typeof part === 'string' ? [part] : [];
  });
  return named.length === 0 ? `{${size}}` : named.join(' ');
}
