/** What is told of a blocked comment quotes nothing of it. */
import { quotes } from "../../../subgraphs/matters/comment-moderation/quotes.js";

it.each([
  ["含有“你们都是骗子”等语", "你们都是骗子", true],
  ["写有：你 们 都，是骗子", "你们都是骗子", true],
  ["写有窗口的张三收了我两条烟才办", "九月三日窗口的张三收了我两条烟才给办理", true],
  ["含有侮辱性语言", "你们都是骗子，工作人员语言粗鲁", false],
  ["辱骂工作人员", "工作人员收钱才办事", false],
  ["说明", "", false],
  ["说明", "明", false],
])("%s of %s: %s", (told, comment, expected) => {
  expect(quotes(told, comment)).toBe(expected);
});
