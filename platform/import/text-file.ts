/** Text files as operators have them. */
import { readFileSync } from "node:fs";

/** The text of a file, without the mark that Windows editors put in front. */
export const readTextFile = (path: string): string => readFileSync(path, "utf8").replace(/^\uFEFF/, "");
