/** What a list of serious dishonesty may rest on, as far as a citation tells. */
import { mayFoundSeriousList } from "../../../subgraphs/credit/listing-handling/list-basis.js";
import { LISTS } from "../../../subgraphs/credit/seeds/list-kinds.js";

it.each([
  "《中华人民共和国政府采购法》第七十七条",
  "中华人民共和国政府采购法 第七十七条",
  "《吉林省社会信用条例》",
  "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号）",
  "《中共中央办公厅 国务院办公厅关于加快推进失信被执行人信用监督、警示和惩戒机制建设的意见》",
  "国务院关于建立完善守信联合激励和失信联合惩戒制度的指导意见",
  "中共中央办公厅、国务院办公厅印发《关于推进社会信用体系建设的意见》",
  "《国务院批转发展改革委关于诚信建设的通知》",
  "《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）",
  ...Object.values(LISTS).map(({ law }) => law),
])("may be %s", (citation) => {
  expect(mayFoundSeriousList(citation)).toBe(true);
});

it.each([
  "《吉林省市场监督管理厅关于做好失信名单管理的通知》（吉市监〔2024〕1号）",
  "延边州人民政府关于诚信建设的实施意见（延州政发〔2023〕2号）",
  "国务院国有资产监督管理委员会关于失信名单的通知",
  "《国务院安委会办公室关于失信联合惩戒的通知》",
  "中共中央组织部关于诚信建设的意见",
  "延边州人民政府关于诚信建设的实施意见。",
  "财政部关于失信名单的通知 第三条",
  " 关于印发工作方案的通知(国务院转发)",
])("is not %s", (citation) => {
  expect(mayFoundSeriousList(citation)).toBe(false);
});
