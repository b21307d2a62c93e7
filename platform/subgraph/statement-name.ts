/** How a span names a statement: what it does, and to which table first; its text stays here, whoever wrote it. */

/** What the span of every statement says (OpenTelemetry, semantic conventions of databases). */
export const STATEMENT_FACTS = { "db.system.name": "postgresql" } as const;

const DOES = /^\s*(select|insert|update|delete|with)\b/i;

/** A table behind the word that names one; behind `from`, what has a bracket is a function. */
const TABLE =
  /\b(?:(?:into|update)\s+|from\s+(?:only\s+|lateral\s+)?(?![\w".]+\s*\())((?:"?[a-z_]\w*"?\.)?"?[a-z_]\w*"?)/i;

/** Such as `SELECT service_matters`. */
export const statementName = (sql: string): string => {
  const does = DOES.exec(sql)?.[1]?.toUpperCase() ?? "STATEMENT";
  const table = TABLE.exec(sql)?.[1]?.replaceAll('"', "");
  return table === undefined ? does : `${does} ${table}`;
};
