/** JSON that is the same for equal values, whatever the order in which their fields were written; whole numbers of any size are texts. Pure. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, entry: unknown) => {
    if (typeof entry === "bigint") return String(entry);
    if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? "null";
