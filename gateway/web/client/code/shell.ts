/** An operation as one line for a shell. */
import type { Asked } from "./asked.js";

const quotedForShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The line. */
export const curl = ({ text, variables, url }: Asked): string =>
  [
    `curl -s ${quotedForShell(url)}`,
    "-H 'content-type: application/json'",
    "-H 'accept: application/graphql-response+json'",
    `-d ${quotedForShell(JSON.stringify({ query: text, variables }))}`,
  ].join(" \\\n  ");
