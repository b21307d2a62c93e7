/** The page of one document as a record: labels of its title block with their values, and the text below (政府信息公开目录). */
import { Parser } from "htmlparser2";
import type { ReadingContext } from "../reading-options.js";
import type { FileNotice, SourceFile } from "../source-file.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";

/** Bound of a page, which is held in memory; a larger one is no page of a document. */
export const PAGE_BYTES = 16 * 1024 ** 2;

/** Heading of the text; kinds that know it have pages. */
export const TEXT_HEADING = "正文";

/** Labels that a page is known by; fewer are those of a form, or of a list. */
const FEWEST_LABELS = 3;

/** Where portals put the text: by id, class or element. */
const TEXT_ID = /^(?:UCAP-CONTENT|zoom)$/i;
const TEXT_CLASS = /(?:^|\s)(?:pages_content|TRS_Editor|trs_editor_view|TRS_UEDITOR|article-content)(?:\s|$)/i;

const BLOCKS = new Set("td th tr li p div dt dd br h1 h2 h3 table ul dl section article label".split(" "));
const LABELS = new Set(["td", "th", "dt", "label"]);
const SILENT = new Set(["script", "style", "select", "option", "nav"]);
/** Elements without an end. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Labels of pages as meta elements (政府网站发展指引, 国办发〔2017〕47号, 附件), as the headings that they stand for. */
const META: ReadonlyMap<string, string> = new Map([
  ["articletitle", "标题"],
  ["pubdate", "发布日期"],
]);

/** A piece of text between the ends of blocks. */
interface Block {
  readonly text: string;
  /** True where the element is one that holds labels. */
  readonly mayBeLabel: boolean;
}

interface Page {
  readonly blocks: readonly Block[];
  readonly headings: ReadonlyMap<string, string>;
  readonly text: string;
}

const trimmed = (text: string): string => text.replaceAll(/[\s\u00a0\u3000]+/gu, " ").trim();

/** Reads pieces of a page. */
const createPageReader = (): { write(text: string): void; end(): Page } => {
  const blocks: Block[] = [];
  const headings = new Map<string, string>();
  const lines: string[] = [];
  let [block, line, heading] = ["", "", ""];
  /** How deep the text, and what is not read, lies. */
  let [depth, silent, inHeading] = [0, 0, false];
  const endBlock = (name: string): void => {
    if (depth > 0) {
      if (trimmed(line) !== "") lines.push(trimmed(line));
      line = "";
    } else if (trimmed(block) !== "") blocks.push({ text: trimmed(block), mayBeLabel: LABELS.has(name) });
    if (depth === 0) block = "";
  };
  const parser = new Parser(
    {
      onopentag(name, { id = "", class: classes = "", name: meta = "", content = "" }) {
        const asked = META.get(meta.toLowerCase());
        if (name === "meta" && asked !== undefined && content !== "") headings.set(asked, trimmed(content));
        if (VOID.has(name)) return void (name === "br" && endBlock(name));
        if (SILENT.has(name)) silent += 1;
        if (BLOCKS.has(name)) endBlock("");
        if (name === "h1") inHeading = true;
        if (depth > 0 || ((TEXT_ID.test(id) || TEXT_CLASS.test(classes) || name === "article") && lines.length === 0))
          depth += 1;
      },
      ontext(text) {
        if (silent > 0) return;
        if (inHeading) heading += text;
        if (depth > 0) line += text;
        else block += text;
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (name === "h1") inHeading = false;
        if (BLOCKS.has(name)) endBlock(name);
        if (depth > 0) depth -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  return {
    write: (text) => parser.write(text),
    end() {
      parser.end();
      endBlock("");
      if (trimmed(heading) !== "" && !headings.has("标题")) headings.set("标题", trimmed(heading));
      return { blocks, headings, text: lines.join("\n") };
    },
  };
};

/** Labels with their values, the first that has one: 索引号：… in one block, or in a block of its own with the value in the next. */
const labelled = (blocks: readonly Block[], isKnown: (label: string) => boolean): Map<string, string> => {
  const found = new Map<string, string>();
  const isLabel = ({ text, mayBeLabel }: Block): boolean => (mayBeLabel || /[：:]$/u.test(text)) && isKnown(text);
  const pairIn = ({ text }: Block): readonly [label: string, value: string] | undefined => {
    const [, label = "", value = ""] = /^(.{1,16}?)[：:](.+)$/u.exec(text) ?? [];
    const [, second = ""] = /^\s*(.{1,16}?)[：:]/u.exec(value) ?? [];
    // Labels one behind the other are those of a form to fill in.
    return !isKnown(label) || isKnown(second) || /[：:]$/u.test(value) ? undefined : [label, trimmed(value)];
  };
  const isValue = (block: Block | undefined): block is Block =>
    block !== undefined && !isLabel(block) && pairIn(block) === undefined && !/[：:]$/u.test(block.text);
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const pair = isLabel(block) ? ([block.text, isValue(next) ? next.text : ""] as const) : pairIn(block);
    if (pair === undefined) continue;
    const name = pair[0].replaceAll(/[\s：:]/gu, "");
    if ((found.get(name) ?? "") === "") found.set(name, pair[1]);
  }
  return found;
};

const WITHOUT_TEXT: FileNotice = {
  rule: "PAGE_WITHOUT_TEXT",
  place: "the page",
  remedy: "No text was found below the title block: load it from a list with a column 正文 where it has one.",
};

/** The record of a page; undefined where the page is of another kind, such as a table of records. */
export const openHtmlPage = async (
  bytes: ByteSource,
  encoding: Encoding,
  { isKnownHeading }: ReadingContext,
): Promise<SourceFile | undefined> => {
  if (!isKnownHeading(TEXT_HEADING) || bytes.size > PAGE_BYTES) return undefined;
  const reader = createPageReader();
  for await (const piece of textOf(bytes, encoding)) reader.write(piece);
  const { blocks, headings, text } = reader.end();
  const values = labelled(blocks, isKnownHeading);
  if ([...values.values()].filter((value) => value !== "").length < FEWEST_LABELS) return undefined;
  for (const [label, value] of headings) if ((values.get(label) ?? "") === "") values.set(label, value);
  if (text !== "") values.set(TEXT_HEADING, text);
  return {
    columns: [...values.keys()],
    units: new Map(),
    async *records(tell) {
      if (text === "") tell?.(WITHOUT_TEXT);
      yield { line: 1, values: Object.fromEntries(values) };
    },
    close: async () => undefined,
  };
};
