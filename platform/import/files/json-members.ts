/** Members of one list of a JSON text that was found to be JSON before: cut out of the text as a whole, since one parse of each is many times faster than tokens. */
import { ImportRefused } from "../violation.js";
import type { RecordPath } from "./record-path.js";

/** Longest member, in characters. */
export const LONGEST_MEMBER = 8 * 1024 * 1024;

/** A text with its end, if that is there, or a mark of structure. */
const MARKS = /"[^"\\]*(?:\\.[^"\\]*)*("?)|[{}[\]:,]/g;
/** Inside of an object braces alone tell where it ends. */
const BRACES = /"[^"\\]*(?:\\.[^"\\]*)*("?)|[{}]/g;
/** A text, or a number, of JSON. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value of a text of JSON, its numbers as texts as they are written. Throws SyntaxError. */
export const parseAsWritten = (text: string): unknown =>
  JSON.parse(text.replaceAll(TEXT_OR_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));

/** A place in the structure above the list. */
interface Level {
  readonly list: boolean;
  key: string;
}

/** Takes pieces of the text in order. */
export interface MemberReader {
  /** The members that the piece completes. Throws ImportRefused where one is longer than can be read. */
  take(piece: string): readonly unknown[];
}

/** Creates it for the list at a path. */
export const createMemberReader = (path: RecordPath): MemberReader => {
  const levels: Level[] = [];
  // What was not used up: from a member that is not at its end, or a text that is not.
  let text = "";
  let at = 0;
  let pending = "";
  // Depth inside a member, of braces where it is an object; -1 outside of the list.
  let depth = -1;
  let isObject = false;
  let begin = 0;

  const isOurs = (): boolean =>
    levels.every(({ list }) => !list) &&
    levels.length === path.length &&
    levels.every(({ key }, level) => key === path[level]);

  const above = (mark: string): void => {
    if (mark === "[" && isOurs()) [depth, begin] = [0, at];
    else if (mark === "{" || mark === "[") levels.push({ list: mark === "[", key: "" });
    else if (mark === "}" || mark === "]") levels.pop();
    else if (mark === ":") levels.at(-1)!.key = JSON.parse(pending) as string;
    else if (mark !== ",") pending = mark;
  };

  /** The member that ends before the mark; a list of the same path may come again. */
  const ended = (mark: string): readonly unknown[] => {
    const member = text.slice(begin, at - 1).trim();
    begin = at;
    if (mark === "]") depth = -1;
    return member === "" ? [] : [parseAsWritten(member)];
  };

  return {
    take(piece) {
      text = text.slice(depth === -1 ? at : begin) + piece;
      at -= depth === -1 ? at : begin;
      begin = 0;
      const members: unknown[] = [];
      for (;;) {
        const pattern = depth > 0 && isObject ? BRACES : MARKS;
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        // A text without its end is read again with the next piece.
        if (found?.[1] === "") {
          at = found.index;
          break;
        }
        if (found === null) {
          at = text.length;
          break;
        }
        const [mark] = found;
        at = pattern.lastIndex;
        if (depth === -1) above(mark);
        else if (mark === "{" || mark === "[") {
          if (depth === 0) isObject = mark === "{";
          depth += 1;
        } else if (mark === "}" || (mark === "]" && depth > 0)) depth -= 1;
        else if (depth === 0 && (mark === "," || mark === "]")) members.push(...ended(mark));
      }
      if (depth !== -1 && text.length - begin > LONGEST_MEMBER)
        throw new ImportRefused("A record is longer than 8 MiB: this is no list of records. Nothing was loaded.");
      return members;
    },
  };
};
