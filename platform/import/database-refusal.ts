/** What a database refuses, in words: what it says itself repeats values of rows. */
import { scrubbedName } from "./quarantine.js";
import { ImportRefused } from "./violation.js";

/** By class or code of SQLSTATE (PostgreSQL, appendix A): what happened, and what to do. */
const SENTENCES: readonly (readonly [beginning: string, sentence: string])[] = [
  [
    "23505",
    "a row has a code that another record holds already: look for it in the graph, and load the row by the code of that record",
  ],
  ["23", "a row contradicts what is stored already: load what it refers to first"],
  ["22", "a value is longer or larger than its column: shorten it"],
  ["40", "another import wrote the same rows at the same time: run it again"],
  ["53", "the database has no room or no connection left: run it again when it has"],
  ["57", "the database is being stopped or the statement took too long: run it again"],
  ["08", "the connection to the database was lost: run it again"],
  ["42", "the tables are not those of this version: run npm run migrate first"],
];

/** The error in words that hold no value of a row and no number of a person, after whom sheets, files and keys may be called; others as they are. */
export const withoutValues = (error: unknown): unknown => {
  if (error instanceof ImportRefused) return new ImportRefused(scrubbedName(error.message));
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== "string" || !/^[0-9A-Z]{5}$/.test(code)) return error;
  const sentence = SENTENCES.find(([beginning]) => code.startsWith(beginning))?.[1];
  return new ImportRefused(
    `The database refused rows: ${sentence ?? "its log says why"} (SQLSTATE ${code}). Chunks before them are loaded: the same file can be loaded again.`,
  );
};
