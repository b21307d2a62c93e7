/** Records of an XML file: elements that repeat below one parent, their children and attributes as columns. */
import { SaxesParser } from "saxes";
import { ImportRefused } from "../violation.js";
import type { ReadingContext } from "../reading-options.js";
import { REPEATED_VALUE, type CellProblem, type SourceFile, type SourceRecord } from "../source-file.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import { chooseList, type RecordList, type RecordPath } from "./record-path.js";
import { MOST_COLUMNS } from "./table.js";

const MOST_LEVELS = 100;
const MOST_LISTS = 1_000;

/** Opens it: all of it is read once for the elements that repeat. Throws ImportRefused where it is no XML, or none do. */
export const openXml = async (bytes: ByteSource, encoding: Encoding, { path }: ReadingContext): Promise<SourceFile> => {
  const lists = new Map<string, { readonly path: string[]; records: number; readonly columns: Set<string> }>();
  for await (const { path: at, values } of elementsOf(bytes, encoding, undefined)) {
    const key = at.join("/");
    const list = lists.get(key) ?? { path: at, records: 0, columns: new Set<string>() };
    lists.set(key, list);
    list.records += 1;
    for (const name of Object.keys(values)) list.columns.add(name);
    if (lists.size > MOST_LISTS || list.columns.size > MOST_COLUMNS)
      throw new ImportRefused("The file has more kinds of elements than a list of records has. Nothing was loaded.");
  }
  const found: RecordList[] = [...lists.values()].map((list) => ({ ...list, columns: [...list.columns] }));
  // An element that is there once is no list, unless it is asked for or nothing else is there.
  const several = found.filter(({ records }) => records > 1);
  const outer = (several.length === 0 ? found : several).filter(
    (inner, _, all) => !all.some((other) => other !== inner && isWithin(inner.path, other.path)),
  );
  const list = chooseList(path === undefined ? outer : found, path);
  return {
    columns: list.columns,
    units: new Map(),
    async *records() {
      let line = 0;
      for await (const { values, problems } of elementsOf(bytes, encoding, list.path))
        yield recordOf(values, problems, (line += 1), list.columns);
    },
    close: () => Promise.resolve(),
  };
};

const isWithin = (inner: RecordPath, outer: RecordPath): boolean =>
  inner.length > outer.length && outer.every((name, level) => name === inner[level]);

const recordOf = (
  values: Readonly<Record<string, string>>,
  problems: ReadonlyMap<string, CellProblem>,
  line: number,
  columns: readonly string[],
): SourceRecord => ({
  line,
  values: Object.fromEntries(columns.map((column) => [column, values[column] ?? ""])),
  ...(problems.size === 0 ? {} : { problems }),
});

interface Element {
  readonly path: string[];
  readonly values: Record<string, string>;
  readonly problems: Map<string, CellProblem>;
}

interface OpenElement extends Element {
  readonly name: string;
  text: string;
  /** True where an element stands in it. */
  nested: boolean;
  /** True where a child holds text alone: then it may be a record. */
  fields: boolean;
}

const NESTED: CellProblem = {
  rule: "NESTED_VALUE",
  remedy: "Elements stand there: export its parts as columns of their own.",
};
const REPEATED: CellProblem = {
  rule: REPEATED_VALUE,
  remedy: "The element stands there several times, and the field takes one value: export the one that counts.",
};

/** Elements whose children are texts, in the order in which they end; at one path, or at any. */
async function* elementsOf(
  bytes: ByteSource,
  encoding: Encoding,
  wanted: RecordPath | undefined,
): AsyncGenerator<Element> {
  let ended: Element[] = [];
  const open: OpenElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new ImportRefused(`The file is not XML at line ${parser.line}. Nothing was loaded.`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const above = open.at(-1);
    if (above) above.nested = true;
    if (open.length >= MOST_LEVELS) throw new ImportRefused("Its elements stand too deep. Nothing was loaded.");
    const own = Object.entries(attributes).filter(([key]) => !key.startsWith("xmlns"));
    open.push({
      name,
      path: [...(above?.path ?? []), name],
      values: Object.fromEntries(own),
      problems: new Map(),
      text: "",
      nested: false,
      fields: own.length > 0 && above !== undefined,
    });
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop()!;
    const above = open.at(-1);
    if (above) addChild(above, element);
    // An element of text alone is a field, whatever attributes it has.
    const isRecord = element.fields && (element.nested || element.text.trim() === "");
    if (isRecord && (wanted === undefined || wanted.join("/") === element.path.join("/"))) ended.push(element);
  });
  for await (const text of textOf(bytes, encoding)) {
    parser.write(text);
    yield* ended;
    ended = [];
  }
  parser.close();
  yield* ended;
}

const addChild = (parent: OpenElement, { name, text, nested }: OpenElement): void => {
  if (nested) {
    parent.problems.set(name, NESTED);
    return;
  }
  parent.fields = true;
  const before = Object.hasOwn(parent.values, name) ? parent.values[name] : undefined;
  if (before !== undefined && !parent.problems.has(name)) parent.problems.set(name, REPEATED);
  parent.values[name] = before === undefined ? text.trim() : `${before}^${text.trim()}`;
};
