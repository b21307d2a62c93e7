/** What a row of a table is beside a record: a total, a note, a checksum, a numbering of columns, the headings once more. Pure. */
import { isBlank } from "./rows.js";

/** A cell as it is compared: half width, without any white space. */
const plain = (cell: string): string => cell.normalize("NFKC").replaceAll(/[\s\u200b-\u200d\ufeff]/g, "");

const TOTAL = /^(?:\p{Script=Han}{0,12}(?:合|总|小|累|共)计|(?:sub)?total)(?:\([^)]*\))?:?$/iu;

/** What may stand beside a total: numbers with a unit, dashes, amounts in words. */
const FIGURE =
  /^(?:[-+¥￥$]?[\d,.]+(?:%|[元万亿亩人户个件项次家份公顷]{1,3})?|[-—/\\*]+|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整]+|无)$/;

/** Columns, such as numbers and names left blank, that may stand before the word of a total. */
const MOST_BEFORE_TOTAL = 6;

/** True for a row of totals: its first filled cells say so, and the rest are figures. */
export const isTotalRow = (cells: readonly string[]): boolean => {
  const beginning = cells.slice(0, MOST_BEFORE_TOTAL);
  // Nearly every row is none: what is cheap is looked at first.
  if (!beginning.some((cell) => /计|total/i.test(cell))) return false;
  const filled = cells.filter((cell) => !isBlank(cell)).map(plain);
  const at = filled.findIndex((cell) => TOTAL.test(cell));
  if (at === -1 || at > 1) return false;
  return filled.every((cell, index) => index === at || FIGURE.test(cell));
};

/** Labels that begin a note below a table. */
const LABEL =
  /^(?:备?注|附注|说明|填[表报]说明|填[表报]?(?:人|单位|日期|时间)|填[表报](?:人|单位|日期|时间)|制[表单](?:人|单位|日期|时间)?|审[核批](?:人|领导)?|复核人?|经办人?|(?:单位|部门|科室|分管)?(?:负责人|领导)(?:签字|签章|签名)?|打印(?:人|日期|时间)|导出(?:人|日期|时间)|数据来源|联系(?:人|电话)|公示(?:期限?|时间)|监督电话|单位\(?(?:盖章|公章)\)?)\d*:/;

const NUMBERED = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])/;
const CHECKSUM = /^(?:(?:md5|sha-?\d*|校验[码值])[:=]?)?[0-9a-f]{32,64}$/i;
const COUNT = /^(?:共计?\d+[条行项笔]|(?:总?记录|总行|数据)(?:数|条数|总数):\d+|--+(?:完|end|eof)?-*)/i;

/** A note, a checksum or a count of the export below a table; `after` is true where a note stands above it. */
export const noteOf = (cells: readonly string[], after: boolean): "FOOTNOTE_ROWS" | "CHECKSUM_ROWS" | undefined => {
  const written = cells.filter((cell) => !isBlank(cell));
  if (written.length > 1 && !/[:：]/.test(written[0]!)) return undefined;
  const filled = written.map(plain);
  const [first] = filled;
  if (first === undefined) return undefined;
  if (filled.length === 1) {
    if (CHECKSUM.test(first) || COUNT.test(first)) return "CHECKSUM_ROWS";
    if (LABEL.test(first) || (after && NUMBERED.test(first))) return "FOOTNOTE_ROWS";
    return undefined;
  }
  // Labels with what they say in the same cell or in the next one.
  const labelled = filled.every((cell, index) => LABEL.test(cell) || /:$/.test(filled[index - 1] ?? ""));
  return labelled && LABEL.test(first) ? "FOOTNOTE_ROWS" : undefined;
};

/** True for a row that numbers the columns from its first one: 1, 2, 3, with 栏次 or letters in front. */
export const isNumberingRow = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell)).map(plain);
  const numbers = filled
    .filter((cell) => /^\(?\d{1,3}\)?$/.test(cell))
    .map((cell) => Number(cell.replaceAll(/\D/g, "")));
  const others = filled.slice(0, filled.length - numbers.length);
  return (
    numbers.length >= 3 &&
    others.length + numbers.length === filled.length &&
    others.every((cell) => /^(?:栏次|行次|序号|[甲乙丙丁戊])$/.test(cell)) &&
    numbers.every((number, index) => number === index + (numbers[0] ?? 0)) &&
    (numbers[0] ?? 0) <= 2
  );
};
